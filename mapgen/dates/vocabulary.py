"""The words of English and French dates, in lower case and without accents."""

from __future__ import annotations

from typing import Final

ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv",
            "february feb febr fevrier fevr fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sept sep septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for word in words.split()
}

SEASONS: Final = {
    **dict.fromkeys(("spring", "printemps"), 21),
    **dict.fromkeys(("summer", "ete"), 22),
    **dict.fromkeys(("autumn", "fall", "automne"), 23),
    **dict.fromkeys(("winter", "hiver"), 24),
}

WEEKDAY_NAMES: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
WEEKDAYS: Final = {
    word: number
    for number, words in enumerate(
        (
            "monday mon lundi lun",
            "tuesday tues tue mardi mar",
            "wednesday wed mercredi mer",
            "thursday thurs thur thu jeudi jeu",
            "friday fri vendredi ven",
            "saturday sat samedi sam",
            "sunday sun dimanche dim",
        )
    )
    for word in words.split()
}

ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "first premier premiere",
            "second deuxieme seconde",
            "third troisieme",
            "fourth quatrieme",
            "fifth cinquieme",
            "sixth sixieme",
            "seventh septieme",
            "eighth huitieme",
            "ninth neuvieme",
            "tenth dixieme",
            "eleventh onzieme",
            "twelfth douzieme",
            "thirteenth treizieme",
            "fourteenth quatorzieme",
            "fifteenth quinzieme",
            "sixteenth seizieme",
            "seventeenth dix-septieme",
            "eighteenth dix-huitieme",
            "nineteenth dix-neuvieme",
            "twentieth vingtieme",
            "twenty-first vingt-et-unieme",
        ),
        start=1,
    )
    for word in words.split()
}

LAST: Final = ("last", "dernier", "derniere")

THIRDS: Final = {
    **dict.fromkeys(("early", "beginning", "start", "debut"), 0),
    **dict.fromkeys(("mid", "middle", "mi", "milieu"), 1),
    **dict.fromkeys(("late", "end", "fin"), 2),
}

FRACTIONS: Final = {
    **dict.fromkeys(("half", "moitie", "semestre"), 2),
    **dict.fromkeys(("third", "tiers"), 3),
    **dict.fromkeys(("quarter", "quart", "trimestre"), 4),
}

APPROXIMATE: Final = (
    *("circa", "ca", "c", "about", "around", "approximately", "approx", "roughly"),
    *("vers", "v", "environ", "env", "autour"),
)
UNCERTAIN: Final = (
    *("probably", "possibly", "perhaps", "maybe"),
    *("probablement", "peut-etre", "sans doute"),
)

EMPTY_WORDS: Final = frozenset(
    (
        *("of", "the", "in", "on", "at"),
        *("le", "la", "les", "l", "de", "du", "d", "en", "dans"),
    )
)
"""Words that may stand inside a date without changing what it means."""

PRESENT: Final = frozenset(
    (
        *("present", "the present", "present day", "the present day", "today", "now", "ongoing"),
        *("aujourd'hui", "nos jours", "ce jour", "maintenant"),
    )
)
