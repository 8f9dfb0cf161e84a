"""Writes texts into blank cells of a CSV file and leaves every other byte as it was."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError
from mapgen.regex import regex
from mapgen.table.records import split
from mapgen.table.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapgen.table.records import Records

# The line that names the delimiter above the header, as table/text.py leaves it out.
_SEPARATOR_LINE = regex(rb'\A"?sep=.?"?[ ]*(?=\n)', re.IGNORECASE)
_QUOTE = b'"'
# Codecs that write a byte order mark of their own, with those that write none.
_MARKED = {
    "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8")),
    "utf-16": ((codecs.BOM_UTF16_BE, "utf-16-be"), (b"", "utf-16-le")),
    "utf-32": ((codecs.BOM_UTF32_BE, "utf-32-be"), (b"", "utf-32-le")),
}
_Edit = tuple[int, int, bytes]  # from, to, and what stands there instead


def write(
    data: bytes, cells: Mapping[tuple[int, str], str], *, file: str, encoding: str = ""
) -> bytes:
    """Return the bytes of a CSV file with texts in some of its blank cells.

    `cells` maps the line on which a row begins, counted from 1, and the name of a column to a text
    of one line. A column that the header does not name is added at the end of every row; a row
    that is too short is made long enough. `encoding` is a name of Python's codecs, "" for the one
    that the bytes tell. Raises TableError where the letters could not be stored as they were, and
    ValueError for a cell that is not blank.
    """
    if not cells:
        return data
    codec = _plain(decode(data, file=file, encoding=encoding).encoding, data)
    characters = data.decode(codec).lstrip("\ufeff")
    stored = characters.encode(codec)
    if not data.endswith(stored):
        message = f"its letters are stored in more than one way that {codec} allows"
        cure = "save the table as 'CSV UTF-8' and run this again"
        raise TableError([Problem(file=file, message=message, cure=cure)])
    sheet = _Sheet.of(characters.encode(), file=file)
    # Sorting keeps the order of edits at one place: first the last cell of a row, then new ones.
    edits = sorted(sheet.edits(cells), key=lambda edit: edit[:2])
    written = _apply(sheet.raw, edits)
    return data[: len(data) - len(stored)] + written.decode().encode(codec)


def _plain(encoding: str, data: bytes) -> str:
    """Return the codec of an encoding that writes no byte order mark."""
    name = codecs.lookup(encoding).name
    return next((plain for mark, plain in _MARKED.get(name, ()) if data.startswith(mark)), encoding)


def _apply(raw: bytes, edits: list[_Edit]) -> bytes:
    pieces, place = [], 0
    for start, end, text in edits:
        pieces += [raw[place:start], text]
        place = end
    return b"".join([*pieces, raw[place:]])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The bytes of a table in UTF-8, and where its records and cells stand in them."""

    raw: bytes
    records: Records
    names: list[str]

    @classmethod
    def of(cls, raw: bytes, *, file: str) -> _Sheet:
        """Split a text; each line end becomes LF and no byte moves, so that places hold for both.

        A blank before the line end, where CR was, belongs to no cell: see `_end`.
        """
        level = raw.replace(b"\r\n", b" \n").replace(b"\r", b"\n").replace(b"\0", b"?")
        level = _SEPARATOR_LINE.sub(lambda match: b" " * len(match[0]), level)
        level += b"" if level.endswith(b"\n") else b"\n"
        records = split(level, file=file)
        start, end = records.starts[records.header], records.ends[records.header]
        header = io.StringIO(level[start:end].decode(), newline="")
        cells = next(csv.reader(header, delimiter=records.delimiter, skipinitialspace=True))
        return cls(raw=raw, records=records, names=[" ".join(cell.split()) for cell in cells])

    def edits(self, cells: Mapping[tuple[int, str], str]) -> Iterator[_Edit]:
        """Yield what is to be changed where."""
        added = [name for _, name in cells if name not in self.names]
        columns = {name: place for place, name in enumerate(self.names)}
        for name in dict.fromkeys(added):
            columns[name] = max(columns.values()) + 1
        rows: dict[int, dict[int, bytes]] = {}
        if added:
            rows = {record: {} for record in self._filled_records()}
            header = {columns[name]: name.encode() for name in added}
            yield from self._row_edits(self.records.header, header, len(columns))
        for (line, name), text in cells.items():
            rows.setdefault(self.records.at(line), {})[columns[name]] = text.encode()
        for record, texts in rows.items():
            width = max(columns.values()) + 1 if added else max(texts) + 1
            yield from self._row_edits(record, texts, width)

    def _filled_records(self) -> list[int]:
        """Return the records below the header that have any text."""
        blank = b'" \t\n\xc2\xa0' + self.records.delimiter.encode()
        spans = zip(self.records.starts.tolist(), self.records.ends.tolist(), strict=True)
        filled = [i for i, (a, b) in enumerate(spans) if self.records.data[a:b].strip(blank)]
        return [record for record in filled if record > self.records.header]

    def _row_edits(self, record: int, texts: Mapping[int, bytes], width: int) -> Iterator[_Edit]:
        """Yield the edits of one record, which has at least `width` cells afterwards."""
        count = int(self.records.cells[record])
        for column, text in texts.items():
            if column < count:
                yield self._into(record, column, text)
        rest = [self._quoted(texts.get(column, b"")) for column in range(count, width)]
        if rest:
            end, mark = self._end(record), self.records.delimiter.encode()
            yield end, end, b"".join(mark + text for text in rest)

    def _into(self, record: int, column: int, text: bytes) -> _Edit:
        """Return the edit of one blank cell; quotation marks around it stay."""
        first = int(self.records.marks.searchsorted(self.records.starts[record])) + column
        start, end = int(self.records.starts[record]), self._end(record)
        if column > 0:
            start = int(self.records.marks[first - 1]) + 1
        if column < self.records.cells[record] - 1:
            end = int(self.records.marks[first])
        cell = self.raw[start:end]
        if cell.count(_QUOTE) == 2:  # noqa: PLR2004  (one on each side)
            start, end = start + cell.index(_QUOTE) + 1, start + cell.rindex(_QUOTE)
        elif not cell.strip():
            text = self._quoted(text, always=False)
        if self.raw[start:end].decode().strip():
            raise ValueError(f"the cell {cell!r} of record {record} is not blank")
        return start, end, text

    def _end(self, record: int) -> int:
        """Return the place of the line end of a record, whose first byte may be CR."""
        end = int(self.records.ends[record])
        return end - 1 if self.raw[end - 1 : end + 1] == b"\r\n" else end

    def _quoted(self, text: bytes, *, always: bool | None = None) -> bytes:
        """Put a text in quotation marks where the delimiter or the habit of the table asks it."""
        always = self._quotes_all() if always is None else always
        if not always and self.records.delimiter.encode() not in text:
            return text
        return _QUOTE + text.replace(_QUOTE, _QUOTE * 2) + _QUOTE

    def _quotes_all(self) -> bool:
        """Tell whether every cell of the header stands in quotation marks."""
        start, end = self.records.starts[self.records.header], self._end(self.records.header)
        return self.raw[start:end].count(_QUOTE) >= 2 * len(self.names)
