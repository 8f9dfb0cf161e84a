"""Tells addresses of pictures from pages about them, in cells that hold one or several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from urllib.parse import SplitResult

_ENDING: Final = regex(r"\.(?:jpe?g|png|gif|webp|avif)$", re.IGNORECASE)
_OTHER_ENDING: Final = regex(
    r"\.(?:html?|pdf|mp[34]|m4[av]|og[gv]|web[am]|mov|wav|flac|json|xml|csv|txt|docx?)$",
    re.IGNORECASE,
)
# Another address ends one that stands before it; a comma or a blank alone may be part of it.
_BETWEEN: Final = regex(r"(?<![\s;|,])[\s;|,]+(?=https?://)|(?:(?<!\s)\s+)?\n\s*", re.IGNORECASE)
_IN_TEXT: Final = regex(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BETWEEN_FILES: Final = tuple(regex(rf"(?:(?<!\s)\s+)?{sign}\s*") for sign in (r"[;|\n]", ","))
_PLAIN: Final = regex(
    r"https://(?!(?:www\.)?(?:dropbox|github|gitlab|bitbucket|codeberg|archive)\.)(?!web\.archive)"
    r"[^\s/]+/[^\s;,|<>\"#:?%]*\.(?:jpe?g|png|gif|webp)|[\w-]+\.(?:jpe?g|png|gif|webp)",
    re.IGNORECASE,
)

# A page of MediaWiki in the namespace of files, in any language; a redirect to the file is none.
_WIKI: Final = regex(r"/wiki/(?!special:|spécial:|spezial:)[^/:]+:[^/]", re.IGNORECASE)
_WIKI_ARTICLE: Final = regex(r"(?:^|\.)(?:wikipedia|wikimedia|wikidata)\.org$")
_PAGES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (regex(rf"(?:^|\.)(?:{host})$"), regex(path))
    for host, path in (
        (r"github\.com", r"^/[^/]+/[^/]+/blob/"),
        (r"gitlab\..+|framagit\.org", r"/(?:-/)?blob/"),
        (r"codeberg\.org|gitea\..+", r"/src/(?:branch|commit|tag)/"),
        (r"bitbucket\.org", r"/src/"),
        (r"web\.archive\.org", r"^/web/[0-9]+(?!im_)(?:[a-z]+_)?/"),
        (r"archive\.org", r"^/details/"),
        (r"flickr\.com", r"^/photos/"),
        (r"flic\.kr", r"^/p/"),
        (r"drive\.google\.com", r"^/(?:file|open|drive|folderview)"),
        (r"photos\.google\.com|photos\.app\.goo\.gl", r""),
        (r"google\.[a-z.]+", r"^/(?:maps|imgres|search|url)"),
        (r"youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com", r""),
        (r"soundcloud\.com|spotify\.com", r""),
        (r"twitter\.com|x\.com|facebook\.com|instagram\.com|pinterest\.[a-z.]+|reddit\.com", r""),
        (r"imgur\.com", r"^/(?:a|gallery)/"),
    )
)
_PICTURES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (regex(rf"(?:^|\.)(?:{host})$"), regex(path))
    for host, path in (
        (r"images\.unsplash\.com|ggpht\.com|googleusercontent\.com", r""),
        (r"twimg\.com", r"^/media/"),
        (r"drive\.google\.com", r"^/(?:uc|thumbnail)"),
    )
)


@dataclass(frozen=True, slots=True)
class Media:
    """What a cell of media holds.

    `pictures` are addresses or files that a page may show, `links` are other addresses, such as
    pages about a picture. `words` is whether it holds anything beside them.
    """

    pictures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    words: bool = False


def media(text: str) -> Media:
    """Return what a cell holds, the addresses and files in their order."""
    if _PLAIN.fullmatch(text):
        return Media(pictures=(text,))
    return _media(text)


@lru_cache(maxsize=4096)
def _media(text: str) -> Media:
    if not _IN_TEXT.search(text):
        names = files(text)
        return Media(pictures=names, words=not names)
    pictures: list[str] = []
    links: list[str] = []
    words = False
    for piece in _BETWEEN.split(text):
        address, rest = _address(piece)
        names = files(rest) if not address else ()
        words = words or bool(rest and not names)
        pictures += names
        if address:
            (pictures if kind_of(address) == "picture" else links).append(address)
    return Media(tuple(dict.fromkeys(pictures)), tuple(dict.fromkeys(links)), words)


def files(text: str) -> tuple[str, ...]:
    """Return the picture files that a text names, none where it names anything else."""
    for between in _BETWEEN_FILES:
        names = [name for name in between.split(text.strip()) if name]
        if len(names) > 1 and all(map(_ENDING.search, names)):
            return tuple(names)
    return (text,) if _ENDING.search(text) and "<" not in text else ()


def links_of(label: str, addresses: Sequence[str], *, after: int = 0) -> str:
    """Return Markdown links to some addresses, "" for none; `after` so many that have no link."""
    plain = re.sub(r"([\\\[\]])", r"\\\1", label)
    names = [
        f"{plain} {n}" if n > 1 else plain for n in range(after + 1, after + 1 + len(addresses))
    ]
    return " · ".join(
        f"[{name}](<{address}>)" if set("()") & set(address) else f"[{name}]({address})"
        for name, address in zip(names, addresses, strict=True)
    )


def addresses(text: str) -> list[str]:
    """Return the addresses in a text, whole, in their order."""
    return [found for piece in _BETWEEN.split(text) if (found := _address(piece)[0])]


def kind_of(address: str) -> str:
    """Return "picture" for an address that a page may show, "page" for any known to be none.

    "" for one of which its form tells nothing. The path alone counts: what stands after `?` or `#`
    is no ending.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if _is_page(parts, host):
        return "page"
    known = _ENDING.search(parts.path) or _is_among(_PICTURES, parts, host)
    return "picture" if known and parts.scheme.casefold() == "https" else ""


def _is_page(parts: SplitResult, host: str) -> bool:
    if host.endswith("dropbox.com") and not host.startswith("dl."):
        asked = parse_qs(parts.query)
        return asked.get("raw") != ["1"] and asked.get("dl") != ["1"]
    if _WIKI.search(parts.path) or parts.fragment.startswith("/media/"):
        return True
    if _WIKI_ARTICLE.search(host) and parts.path.startswith(("/wiki/", "/w/index.php")):
        return "filepath" not in parts.path.casefold() and "/file/" not in parts.path.casefold()
    raw = parse_qs(parts.query).get("raw") in (["true"], ["1"])
    return bool(_OTHER_ENDING.search(parts.path)) or (not raw and _is_among(_PAGES, parts, host))


def _is_among(
    forms: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...], parts: SplitResult, host: str
) -> bool:
    return any(where.search(host) and path.search(parts.path) for where, path in forms)


def _address(piece: str) -> tuple[str, str]:
    """Return the address in a piece of a cell and what else is in it.

    Blanks are part of an address that is the whole piece and has the ending of a file.
    """
    found = _IN_TEXT.search(piece)
    if not found:
        return "", piece.strip(" \t,;|")
    whole = piece.strip()
    if found.start() == 0 and '"' not in whole and "<" not in whole and _has_ending(whole):
        return re.sub(r"\s+", "%20", whole), ""
    quoted = piece[: found.start()].endswith("'")
    address = _without_stop(found[0].partition("'")[0] if quoted else found[0])
    rest = piece[: found.start()] + piece[found.start() + len(address) :]
    return address, rest.strip(" \t,;|.")


def _has_ending(text: str) -> bool:
    return bool(_ENDING.search(text) or _OTHER_ENDING.search(text))


def _without_stop(address: str) -> str:
    """Leave out what ends a sentence, and a bracket that was opened before the address."""
    kept = address.rstrip(".,;|")
    while kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip(".,;|")
    return kept
