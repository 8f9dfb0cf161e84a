"""Finds the records of a CSV text: where each begins, on which line, and how many cells it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError
from mapgen.regex import regex
from mapgen.table.text import with_plain_breaks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DELIMITERS = ",;\t|"
_BREAK, _RETURN, _QUOTE = b'\n\r"'
_FILLED = regex(r'[^\s",;|]')
_QUOTED = regex(r'"[^"]*+"?')
_RECORD = regex(rb'((?:[^"\n]++|"[^"]*+"?)*+)(?:\n|\Z)')
_SAMPLE = 5
_EXCERPT = 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Records:
    """The records of a text, the header and blank ones too; `data` is the text in UTF-8.

    `starts` and `ends` are places in `data`; the end is the place of the line end, which is LF in
    all records or CR LF in all, and then no cell has a CR. `lines` is the line on which a record
    begins, counted from 1; `cells` is how many it has; `marks` are the places of the delimiters
    between cells. `header` is the first record with text.
    """

    data: bytes
    delimiter: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    lines: NDArray[np.int64]
    cells: NDArray[np.int64]
    marks: NDArray[np.int64]
    header: int

    def at(self, line: int) -> int:
        """Return the record that a line belongs to."""
        return int(self.lines.searchsorted(line, side="right")) - 1

    def text(self, record: int) -> str:
        """Return a record as it stands."""
        return self.data[int(self.starts[record]) : int(self.ends[record])].decode()

    def beyond(self, record: int, width: int) -> str:
        """Return the text of a record after its first `width` cells."""
        first = int(self.marks.searchsorted(self.starts[record]))
        begin = int(self.marks[first + width - 1]) + 1
        return self.data[begin : int(self.ends[record])].decode()


def split(data: bytes, delimiter: str = "", *, file: str) -> Records:
    """Split a text in UTF-8 whose last line ends too; its delimiter is found where none is told.

    Raises TableError when nothing is in it, or when a quoted cell does not end.
    """
    import numpy as np

    delimiter = delimiter or delimiter_of(data, file=file)
    codes = np.frombuffer(data, np.uint8)
    sought = (_BREAK, _QUOTE, ord(delimiter))
    breaks, quotes, delimiters = ((codes == code).nonzero()[0] for code in sought)
    returns = data.count(b"\r")
    neat = len(quotes) % 2 == 0 and are_at_edges(data, quotes, delimiter)
    ends = _outside(breaks, quotes) if neat else breaks
    if returns and not (neat and _end_all(codes, returns, ends)):
        return split(with_plain_breaks(data), delimiter, file=file)
    edges = quotes if neat else _edges_of_quoted_cells(data, delimiter=delimiter, file=file)
    ends = ends if neat else _outside(breaks, edges)
    starts = np.concatenate([[0], ends[:-1] + 1])
    ends = ends - 1 if returns else ends
    marks = _outside(delimiters, edges)
    return Records(
        data=data,
        delimiter=delimiter,
        starts=starts,
        ends=ends,
        lines=breaks.searchsorted(starts) + 1,
        cells=np.diff(marks.searchsorted(ends), prepend=0) + 1,
        marks=marks,
        header=_first_filled(data, starts, ends),
    )


def delimiter_of(data: bytes, *, file: str) -> str:
    """Choose the delimiter that the first records agree on, else the commonest in the header.

    Raises TableError when nothing is in the text.
    """
    texts = (match[1].decode() for match in _RECORD.finditer(data))
    records = [_QUOTED.sub("", text) for text in islice(filter(_FILLED.search, texts), _SAMPLE)]
    if not records:
        cure = "write the names of the columns in its first line, one event per line below it"
        raise TableError([Problem(file=file, message="is empty", cure=cure)])

    def agreement(delimiter: str) -> tuple[int, int]:
        counts = [record.count(delimiter) for record in records]
        return min(counts), counts[0]

    return max(_DELIMITERS, key=agreement)


def _end_all(codes: NDArray[np.uint8], returns: int, ends: NDArray[np.int64]) -> bool:
    """Tell whether a CR stands before the LF of each record, and nowhere else."""
    return returns == len(ends) and bool((codes[ends - 1] == _RETURN).all())


def _edges_of_quoted_cells(data: bytes, *, delimiter: str, file: str) -> NDArray[np.int64]:
    """Return the places where quoted text begins and ends, in turn."""
    import numpy as np

    # The marks inside unquoted text, as in `5" gun`, do not count: read cell by cell. The line end
    # set before the data gives its first cell a beginning like all others.
    cell = rb'[\n%s] *"[^"]*+(?:""[^"]*+)*+("?) *+' % re.escape(delimiter.encode())
    found = list(re.finditer(cell, b"\n" + data))
    for match in found:
        _refuse_open_cell(match, delimiter=delimiter, file=file)
    edges = [edge for match in found for edge in (match.start(), match.end() - 2)]
    return np.array(edges, np.int64)


def are_at_edges(data: bytes, quotes: NDArray[np.int64], delimiter: str) -> bool:
    """Tell whether every quotation mark stands at the edge of a cell or beside another one.

    They are even in number, and the last line of the text ends too.
    """
    import numpy as np

    # A mark at place 0 looks at place -1, which is a line end like the one before any first cell.
    codes = np.frombuffer(data, np.uint8)
    neighbours = np.concatenate([codes[quotes[0::2] - 1], codes[quotes[1::2] + 1]])
    edge = np.zeros(256, bool)
    edge[[_BREAK, _RETURN, _QUOTE, ord(delimiter)]] = True
    return bool(edge[neighbours].all())


def first_record(data: bytes, start: int = 0) -> str:
    """Return the record that begins at a place."""
    found = _RECORD.match(data, start)
    return found[1].decode() if found else ""


def is_filled(record: str) -> bool:
    """Tell whether a record has any text."""
    return bool(_FILLED.search(record))


def cells_in(record: str, delimiter: str) -> int:
    """Return how many cells a record has."""
    return _QUOTED.sub("", record).count(delimiter) + 1


def _refuse_open_cell(match: re.Match[bytes], *, delimiter: str, file: str) -> None:
    """Refuse a quoted cell that runs to the end of the file, or on after its closing mark."""
    text = match.string
    if match[1] and text[match.end() : match.end() + 1] in {b"\n", delimiter.encode()}:
        return
    message = "a quotation mark opens a cell here and is never closed"
    cure = 'close the cell with ", and write "" for a quotation mark inside it'
    if match[1]:
        rest = text[match.end() :].split(b"\n", 1)[0].decode()[:_EXCERPT]
        message = f"the quoted cell that begins here is closed before {rest!r}"
    elif text.count(b"\n", match.start() + 1) == 1:
        message = f"{message}; as this is the last line, the file seems to be cut off here"
        cure = 'save or download the whole file again, or close the cell with "'
    line = text.count(b"\n", 0, match.start() + 1)
    raise TableError([Problem(file=file, line=line, message=message, cure=cure)])


def _outside(found: NDArray[np.int64], edges: NDArray[np.int64]) -> NDArray[np.int64]:
    """Keep the places that lie outside quoted text."""
    if not len(edges):
        return found
    outside: NDArray[np.int64] = found[edges.searchsorted(found) % 2 == 0]
    return outside


def _first_filled(data: bytes, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> int:
    spans = enumerate(zip(starts, ends, strict=True))
    return next(i for i, (a, b) in spans if _FILLED.search(data[int(a) : int(b)].decode()))
