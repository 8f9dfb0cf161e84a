"""The words of times of day in several languages, in lower case, with accents and without."""

from __future__ import annotations

from typing import Final

from mapgen.dates.folding import fold


def _spelt(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words, *map(fold, words))))


ABOUT: Final = _spelt(
    *("about", "around", "circa", "ca", "c", "approximately", "approx", "roughly", "near"),
    *("shortly before", "shortly after", "before", "after", "by", "from", "since", "until", "till"),
    *("towards", "toward", "early in the", "late in the", "early", "late", "mid"),
    *("vers les", "vers", "environ", "env", "avant", "après", "dès", "depuis", "jusqu'à"),
    *("gegen", "etwa", "ungefähr", "um etwa", "kurz vor", "kurz nach", "vor", "nach", "ab", "bis"),
    *("hacia las", "hacia la", "hacia", "sobre las", "antes de las", "después de las", "desde las"),
    *("verso le", "verso", "intorno alle", "prima delle", "dopo le", "por volta das", "cerca das"),
    *("около", "yaklaşık", "حوالي الساعة", "حوالي", "نحو الساعة", "نحو", "قبل", "بعد"),
)
"""What makes a time approximate, or a bound; it stays at the time that it is near."""

AT: Final = _spelt(
    *("at", "on the", "in the", "in", "the", "of", "during the"),
    *("à la", "à l'", "à", "le", "la", "les", "l'", "au", "en", "dans la", "pendant la", "de la"),
    *("um", "am", "im", "zu", "in der", "a las", "a la", "por la", "de", "alle ore", "alle", "ore"),
    *("di", "della", "às", "ás", "as", "à", "de manhã", "pela", "kl", "klo", "o", "om", "в"),
    *("saat", "في الساعة", "عند الساعة", "الساعة", "في", "عند"),
)
"""What may stand before a time and says nothing."""

UNITS: Final = _spelt(
    *("h", "hr", "hrs", "hour", "hours", "o'clock", "heure", "heures", "uhr", "hora", "horas"),
    *("ore", "ora", "uur", "godz", "ч", "час", "saat"),
)

BEFORE_NOON: Final = _spelt(
    *("am", "a.m", "a. m", "in the morning", "du matin", "morgens", "früh", "vormittags"),
    *("de la mañana", "de la madrugada", "del mattino", "di mattina", "da manhã", "da madrugada"),
    *("صباحا", "صباحًا", "ص", "فجرا", "فجرًا"),
)
AFTER_NOON: Final = _spelt(
    *("pm", "p.m", "p. m", "noon", "in the afternoon", "in the evening"),
    *("de l'après-midi", "du soir", "mittags", "nachmittags", "abends", "de la tarde", "da tarde"),
    *("del pomeriggio", "di sera", "della sera"),
    *("مساء", "مساءً", "م", "ظهرا", "ظهرًا", "بعد الظهر", "عصرا", "عصرًا"),
)
AT_NIGHT: Final = _spelt(
    *("at night", "in the night", "de la nuit", "nachts", "in der nacht", "de la noche"),
    *("di notte", "da noite", "ليلا", "ليلًا"),
)
"""After a number: ten at night is 22:00, and two at night is 2:00."""

_DAWN: Final = _spelt(
    *("dawn", "daybreak", "first light", "sunrise", "aube", "aurore", "point du jour"),
    *("lever du soleil", "morgengrauen", "sonnenaufgang", "tagesanbruch", "amanecer", "alba"),
    *("madrugada", "amanhecer", "فجر", "الفجر", "شروق", "الشروق"),
)
_MORNING: Final = _spelt(
    *("morning", "matin", "matinée", "morgen", "morgens", "mañana", "mattina", "mattino", "manhã"),
    *("صباح", "الصباح", "صباحا"),
)
_FORENOON: Final = _spelt("forenoon", "vormittag", "vormittags")
_NOON: Final = _spelt(
    *("noon", "midday", "12 noon", "high noon", "midi", "mittag", "mittags", "mediodía"),
    *("mezzogiorno", "meio-dia", "meio dia", "ظهر", "الظهر", "ظهرا"),
)
_AFTERNOON: Final = _spelt(
    *("afternoon", "après-midi", "après midi", "nachmittag", "nachmittags", "tarde", "pomeriggio"),
    *("بعد الظهر", "عصر", "العصر", "عصرا"),
)
_EVENING: Final = _spelt(
    *("evening", "dusk", "sunset", "nightfall", "soir", "soirée", "crépuscule"),
    *("coucher du soleil", "abend", "abends", "sonnenuntergang", "anochecer", "sera", "tramonto"),
    *("anoitecer", "مساء", "المساء", "غروب", "الغروب", "المغرب"),
)

PARTS: Final = {
    **dict.fromkeys(_DAWN, 5),
    **dict.fromkeys(_MORNING, 6),
    **dict.fromkeys(_FORENOON, 9),
    **dict.fromkeys(_NOON, 12),
    **dict.fromkeys(_AFTERNOON, 13),
    **dict.fromkeys(_EVENING, 18),
}
"""The hour at which a part of the day stands in the order."""

NIGHT_OR_MIDNIGHT: Final = _spelt(
    *("midnight", "night", "minuit", "nuit", "mitternacht", "nacht", "medianoche", "noche"),
    *("mezzanotte", "notte", "meia-noite", "noite", "منتصف الليل", "الليل", "ليلا"),
)
"""What may be the beginning of a day or its end, so that it has no place in the order."""
