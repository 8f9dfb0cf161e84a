"""Gives every event a name of its own for links: the author's id, or one made from the event."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from hashlib import blake2b
from itertools import chain, count
from operator import add, ne
from types import MappingProxyType
from typing import TYPE_CHECKING

from mapgen.columns import all_differ
from mapgen.dates.column import coded_dates
from mapgen.dates.plain import is_plain_day
from mapgen.errors import quoted
from mapgen.events.contents import contents, in_letters, numbers
from mapgen.events.dating import COLUMNS as DATES
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mapgen.columns import Coded
    from mapgen.dates import HistoricalDate
    from mapgen.events.sheet import Sheet

NO_OTHERS: Mapping[str, str] = MappingProxyType({})  # of a single table

_LONGEST = 60
_LONGEST_GIVEN = 100
_WHOLE = 6  # bytes
MARK = "~"  # between what an id says of title and date, and the mark of the rest
_SIGNS = f"-_.{MARK}"
_NO_LETTERS = regex(r"[^a-z0-9]+")
# Each byte as it stands in a link: small letters, figures and `-`, and a line a text as before.
_IN_LINKS = bytes(
    ord(sign.lower()) if sign.isascii() and sign.isalnum() else ord("\n" if sign == "\n" else "-")
    for sign in map(chr, range(256))
)
_HYPHENS = regex(r"-+")


def check_ids(sheet: Sheet, others: Mapping[str, str] = NO_OTHERS) -> None:
    """Refuse an id that does not fit in a link, or that stands twice.

    `others` are the ids of other tables, with the files of these.
    """
    if "id" not in sheet.columns:
        return
    first: dict[str, int] = {}
    for row, text in sheet.filled("id"):
        name = unicodedata.normalize("NFC", text)
        if not _fits(name):
            message = f"{quoted(text)} does not fit in a link"
            sheet.error(row, "id", message, f"write {slug(text) or 'it in letters and figures'}")
        elif name in others:
            message = f"{quoted(text)} is the id of an event in {others[name]} too"
            sheet.error(row, "id", message, "give each event an id of its own")
        elif first.setdefault(name, row) != row:
            message = f"{quoted(text)} is the id of line {sheet.lines[first[name]]} too"
            cure = "give each event an id of its own, or leave it blank to have one made"
            sheet.error(row, "id", message, cure)


def name_events(
    sheet: Sheet,
    dates: Coded[HistoricalDate | None],
    others: Collection[str] = NO_OTHERS,
) -> list[str]:
    """Return the id of each row: the one given, or one made of what stands in the row.

    It begins with title and date, and ends with a mark that all else in the row makes, so that a
    row keeps its id whatever other rows come, go or move. Rows that are alike in every cell have
    numbers. `others` are the ids of other tables.
    """
    made = _all_made(sheet, dates)
    if "id" not in sheet.columns and not others and all_differ(made):
        return made
    ids = [unicodedata.normalize("NFC", text) for text in sheet.texts("id")]
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(made):
        if not ids[row]:
            wanted[name].append(row)
    given = {*ids, *others}
    taken = given | wanted.keys()
    for name, rows in wanted.items():
        if len(rows) == 1 and name not in given:
            ids[rows[0]] = name
        else:
            _name_alike(sheet, name, rows, ids, taken, free=name not in given)
    return ids


def _name_alike(  # noqa: PLR0913  (what is known of the ids)
    sheet: Sheet, name: str, rows: list[int], ids: list[str], taken: set[str], *, free: bool
) -> None:
    """Name rows whose ids would be the same: by all that is in them, then by numbers.

    `free` tells whether one of them may have the name itself.
    """
    same = len(set(map(sheet.row, rows))) == 1
    taken -= {name} if same and free else set()
    for row in rows:
        first = name if same and free else f"{base_of(name)}{MARK}{_whole(sheet.row(row))}"
        numbered = (f"{first}-{number}" for number in count(2))
        ids[row] = next(each for each in chain([first], numbered) if each not in taken)
        taken.add(ids[row])


def _whole(cells: tuple[str, ...]) -> str:
    """Return a mark that all cells of a row make."""
    text = "\0".join(cells).encode(errors="surrogatepass")
    return blake2b(text, digest_size=_WHOLE).hexdigest()


def base_of(name: str) -> str:
    """Return what an id says of title and date alone."""
    return name.partition(MARK)[0]


def slug(text: str) -> str:
    """Return a text as part of a link: letters of any script and figures, with `-` between."""
    folded = text[: 4 * _LONGEST].casefold()
    if folded.isascii():
        letters = _NO_LETTERS.sub("-", folded)
    else:
        folded = unicodedata.normalize("NFC", folded)
        letters = _HYPHENS.sub("-", "".join(map(_letter, folded)))
    return letters.strip("-")[:_LONGEST].rstrip("-")


def _letter(character: str) -> str:
    """Keep letters, their marks and figures; drop what is invisible; divide at all else."""
    category = unicodedata.category(character)
    if category[0] in "LNM":
        return character
    return "" if category == "Cf" else "-"


def _slugs(texts: Sequence[str]) -> list[str]:
    """Return the slugs of many texts: those of short ASCII texts, as most are, in one go."""
    whole = "\n".join(texts)
    if not whole.isascii() or max(map(len, texts), default=0) > _LONGEST:
        return list(map(slug, texts))
    letters = whole.encode().translate(_IN_LINKS).decode()
    while "--" in letters:
        letters = letters.replace("--", "-")
    found = letters.replace("\n-", "\n").replace("-\n", "\n").strip("-").split("\n")
    return found if len(found) == len(texts) else list(map(slug, texts))


def _all_made(sheet: Sheet, dates: Coded[HistoricalDate | None]) -> list[str]:
    """Return the id that each row would have if no other had the same."""
    import numpy as np

    titles = sheet.texts("title")
    whats = _slugs(titles)
    known, codes = coded_dates(dates)
    whens = known.filled(known.texts, lambda date: _begin(date.edtf) if date else "")
    made: NDArray[np.object_] = np.fromiter(whats, object, len(whats)) + ("-" + whens)[codes]
    # What is longer than the form allows is cut, and what is blank is called an event.
    what, when = _lengths(whats), _lengths(whens.tolist())[codes]
    fitting = (what > 0) & (when > 0) & (what + when < _LONGEST)
    for row in (~fitting).nonzero()[0].tolist():
        made[row] = _made(whats[row], whens[codes[row]])
    rest = contents(sheet, but={"title", "id", *DATES})
    shortened = _shortened(titles, whats)
    rest[shortened] += numbers([titles[row] for row in shortened], "title")
    left = known.filled(np.full(len(known), "", object), _left_of_date)
    rest += numbers(left.tolist(), "date")[codes]
    ids: list[str] = made.tolist()
    marks = [MARK + mark for mark in in_letters(rest)]
    for row in (rest == 0).nonzero()[0].tolist():
        marks[row] = ""
    return list(map(add, ids, marks))


def _shortened(titles: Sequence[str], slugs: Sequence[str]) -> list[int]:
    """Return the rows of whose title the slug does not hold all but capitals."""
    import numpy as np

    plain = "\n".join(titles).casefold().replace(" ", "-").split("\n")
    if len(plain) != len(slugs):
        return list(range(len(titles)))
    rows: list[int] = np.fromiter(map(ne, plain, slugs), np.bool_, len(plain)).nonzero()[0].tolist()
    return rows


def _left_of_date(date: HistoricalDate | None) -> str:
    """Return a date of which the beginning alone does not say all, else ""."""
    return date.edtf if date and _begin(date.edtf) != date.edtf else ""


def _lengths(texts: Sequence[str]) -> NDArray[np.int64]:
    import numpy as np

    return np.fromiter(map(len, texts), np.int64, len(texts))


def _begin(edtf: str) -> str:
    """Return where a date begins as a slug, which a plain day is already."""
    return edtf if is_plain_day(edtf) else slug(edtf.partition("/")[0])


def _made(title: str, when: str) -> str:
    """Return the id of a title and a beginning that are slugs already."""
    what = title[: _LONGEST - len(when) - 1].strip("-") or "event"
    return f"{what}-{when}" if when else what


def _fits(text: str) -> bool:
    fitting = all(sign in _SIGNS or unicodedata.category(sign)[0] in "LNM" for sign in text)
    return fitting and len(text) <= _LONGEST_GIVEN
