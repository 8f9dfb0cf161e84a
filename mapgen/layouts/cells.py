"""Reads single cells as other tools write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapgen import dates
from mapgen.documents.html_texts import to_markdown, to_plain
from mapgen.errors import DateError
from mapgen.regex import regex
from mapgen.texts.media import Media, addresses, kind_of, media

if TYPE_CHECKING:
    from mapgen.dates import HistoricalDate

_LONGEST_TITLE = 90
_SENTENCE = regex(r"(?<=[.!?؟。])\s")
_US_DATE = regex(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T]+(\d.*))?")
_WHOLE_NUMBER = regex(r"[-+−]?\d[\d, \u00a0\u202f]*")
_YES = {"yes", "true", "y", "x", "1"}


def first_words(text: str) -> str:
    """Return the first sentence of a text, or as much of it as makes a title."""
    line = to_plain(text)
    sentence = _SENTENCE.split(line, maxsplit=1)[0]
    if len(sentence) <= _LONGEST_TITLE:
        return sentence.rstrip(".。")
    cut = sentence[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:.')}…"


def from_html(text: str) -> str:
    """Return a text that may be HTML as Markdown, pictures in it as links."""
    prose = to_markdown(text)
    return joined(prose.markdown, f"<{prose.image}>" if prose.image else "", by="\n\n")


def plain(text: str) -> str:
    """Return a text that may be HTML as one line, with the address that it links to."""
    line, address = to_plain(text), first_url(text)
    return line if not address or address in line else f"{line} ({address})".strip()


def us_date(text: str) -> str:
    """Return a date such as 3/15/2011, the month first, as ISO 8601; any other as it is."""
    match = _US_DATE.fullmatch(text)
    if not match or int(match[1]) > 12 or int(match[2]) > 31:  # noqa: PLR2004  (months, days)
        return text
    day = f"{match[3]}-{int(match[1]):02}-{int(match[2]):02}"
    return f"{day} {match[4]}" if match[4] else day


def whole_number(text: str) -> str:
    """Return a whole number without commas and blanks in it; any other text as it is."""
    if not _WHOLE_NUMBER.fullmatch(text):
        return text
    return re.sub(r"[+, \u00a0\u202f]", "", text).replace("−", "-")


def astronomical(year: str) -> str:
    """Return a year that counts -44 as 44 BCE as ISO 8601 does, where that is -43."""
    return str(int(year) + 1) if re.fullmatch(r"-\d+", year) else year


def read_date(text: str) -> HistoricalDate | None:
    """Return the date of a text, None when it has none."""
    try:
        return dates.parse(text)
    except DateError:
        return None


def approximate(text: str) -> str:
    """Return a date as an approximate one; a text that is no date as it is."""
    date = read_date(text) if text else None
    if not date or date.approximate or date.precision == "set":
        return text
    return "/".join(f"{side}~" if side.strip(".") else side for side in date.edtf.split("/"))


def first_url(text: str) -> str:
    """Return the first address in a text, "" when it has none."""
    return next(iter(addresses(text)), "")


def is_image(text: str) -> bool:
    """Tell whether a text is the address of an image that a page may show."""
    return media(text) == Media(pictures=(text,)) and kind_of(text) == "picture"


def says_yes(text: str) -> bool:
    """Tell whether a cell says yes."""
    return text.casefold() in _YES


def joined(*texts: str, by: str = "; ") -> str:
    """Join the texts that are not blank, each once."""
    return by.join(dict.fromkeys(filter(None, texts)))
