"""Tables with columns of positions."""

from __future__ import annotations

from pathlib import Path

from mapgen import events, layouts, table
from mapgen.table.instructions import tell


def checked(text: str, **columns: str) -> events.Checked:
    found = table.parse(text.encode(), file="t.csv", folder=Path())
    settled = tell(found, columns=columns, fill_down=())
    return events.check(layouts.recognise(settled))


def told(found: events.Checked, severity: str) -> list[str]:
    return [str(each) for each in found.problems if each.severity == severity]
