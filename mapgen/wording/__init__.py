"""Says a date of history in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.dates import vague_part
from mapgen.dates.syntax import take_apart
from mapgen.errors import SettingsError
from mapgen.wording.languages import LANGUAGES
from mapgen.wording.phrases import phrase, vague_phrase

if TYPE_CHECKING:
    from mapgen.dates import HistoricalDate
    from mapgen.wording.languages import Language
    from mapgen.wording.phrases import Phrase

__all__ = ["say"]


def say(date: HistoricalDate, language: str) -> str:
    """Return a date as an editor would print it in "en", "fr" or "ar".

    Vague words of the author stay, translated: "late 19th century" is "fin du XIXe siècle". A
    date that has no neat words, such as 15XX-12-25, is shown as the author wrote it. Arabic has
    the digits and the names of the months that are used in Syria.
    """
    if language not in LANGUAGES:
        known = ", ".join(sorted(LANGUAGES))
        raise SettingsError(f"dates have no words in the language {language!r}; choose {known}")
    words = LANGUAGES[language]
    said = _phrase(date, words)
    return date.text if said is None else said.text.translate(_digits(words))


def _phrase(date: HistoricalDate, language: Language) -> Phrase | None:
    vague = vague_part(date)
    inner = _phrase(vague[1], language) if vague else None
    if vague and inner:
        return vague_phrase(vague[0], inner, language)
    node = take_apart(date.edtf)
    return phrase(node, language) if node else None


def _digits(language: Language) -> dict[int, int]:
    return str.maketrans("0123456789", language.digits)
