"""A table of rows that is checked as a whole."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mapgen import events, table
from mapgen.dates import Customs
from mapgen.errors import of_severity

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.dates import DateOrder
    from mapgen.events import Checked, Event


class Check:
    """Writes a table into a folder of its own and checks it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, content: str, *, order: DateOrder | None = None) -> Checked:
        path = self.folder / "t.csv"
        path.write_bytes(content.encode())
        return events.check(table.read(path, name="t.csv"), customs=Customs(order=order))

    def event(self, header: str, row: str) -> Event:
        """Return the event of a table with one row, which has a title and no problem."""
        found = self(f"title,{header}\nTitle,{row}\n")
        assert found.problems == of_severity(found.problems, "decision")
        (event,) = found.events
        return event

    def errors(self, header: str, *rows: str) -> str:
        """Return the errors of rows with a title, and see that no event came of them."""
        found = self("\n".join([f"title,{header}", *(f"Title,{row}" for row in rows)]))
        assert len(found.events) < len(rows)
        return "\n".join(str(p) for p in found.problems if p.severity == "error")

    def warnings(self, header: str, *rows: str) -> str:
        """Return the warnings of rows with a title, and see that all became events."""
        found = self("\n".join([f"title,{header}", *(f"Title,{row}" for row in rows)]))
        assert len(found.events) == len(rows)
        assert {p.severity for p in found.problems} == {"warning"}
        return "\n".join(map(str, found.problems))


def row(*cells: str) -> str:
    """Return cells as a line of CSV, each in quotation marks."""
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
