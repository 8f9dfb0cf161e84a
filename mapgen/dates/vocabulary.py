"""The words of English, French and Arabic dates, as `fold` leaves them."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> list[str]:
    """Return the words of a text, in which `_` stands for a space inside of one."""
    return [word.replace("_", " ") for word in text.split()]


ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv كانون_الثاني يناير جانفي",
            "february feb febr fevrier fevr fev شباط فبراير فيفري",
            "march mar mars اذار مارس",
            "april apr avril avr نيسان ابريل افريل",
            "may mai ايار مايو ماي",
            "june jun juin حزيران يونيو يونيه جوان",
            "july jul juillet juil تموز يوليو يوليه يوليوز جويليه",
            "august aug aout اب اغسطس غشت اوت",
            "september sept sep septembre ايلول سبتمبر شتنبر",
            "october oct octobre تشرين_الاول اكتوبر",
            "november nov novembre تشرين_الثاني نوفمبر نونبر",
            "december dec decembre كانون_الاول ديسمبر دجنبر",
        ),
        start=1,
    )
    for word in _words(words)
}

SEASONS: Final = {
    **dict.fromkeys(("spring", "printemps", "ربيع", "الربيع"), 21),
    **dict.fromkeys(("summer", "ete", "صيف", "الصيف"), 22),
    **dict.fromkeys(("autumn", "fall", "automne", "خريف", "الخريف"), 23),
    **dict.fromkeys(("winter", "hiver", "شتاء", "الشتاء"), 24),
}

WEEKDAY_NAMES: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
WEEKDAYS: Final = {
    word: number
    for number, words in enumerate(
        (
            "monday mon lundi lun الاثنين",
            "tuesday tues tue mardi mar الثلاثاء",
            "wednesday wed mercredi mer الاربعاء",
            "thursday thurs thur thu jeudi jeu الخميس",
            "friday fri vendredi ven الجمعه",
            "saturday sat samedi sam السبت",
            "sunday sun dimanche dim الاحد",
        )
    )
    for word in _words(words)
}

ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "first premier premiere الاول الاولي",
            "second deuxieme seconde الثاني الثانيه",
            "third troisieme الثالث الثالثه",
            "fourth quatrieme الرابع الرابعه",
            "fifth cinquieme الخامس الخامسه",
            "sixth sixieme السادس السادسه",
            "seventh septieme السابع السابعه",
            "eighth huitieme الثامن الثامنه",
            "ninth neuvieme التاسع التاسعه",
            "tenth dixieme العاشر العاشره",
            "eleventh onzieme الحادي_عشر",
            "twelfth douzieme الثاني_عشر",
            "thirteenth treizieme الثالث_عشر",
            "fourteenth quatorzieme الرابع_عشر",
            "fifteenth quinzieme الخامس_عشر",
            "sixteenth seizieme السادس_عشر",
            "seventeenth dix-septieme السابع_عشر",
            "eighteenth dix-huitieme الثامن_عشر",
            "nineteenth dix-neuvieme التاسع_عشر",
            "twentieth vingtieme العشرون العشرين",
            "twenty-first vingt-et-unieme الحادي_والعشرون الحادي_والعشرين",
            "twenty-second vingt-deuxieme الثاني_والعشرون الثاني_والعشرين",
        ),
        start=1,
    )
    for word in _words(words)
}

LAST: Final = ("last", "dernier", "derniere")

THIRDS: Final = {
    **dict.fromkeys(
        ("early", "beginning", "start", "debut", "اوايل", "مطلع", "بدايه", "بدايات"), 0
    ),
    **dict.fromkeys(("mid", "middle", "mi", "milieu", "منتصف", "اواسط"), 1),
    **dict.fromkeys(("late", "end", "fin", "اواخر", "نهايه", "نهايات"), 2),
}

TENS: Final = {
    word: number
    for number, words in enumerate(
        (
            "العقد_الاول",
            "العقد_الثاني",
            "عشرينيات عشرينات العقد_الثالث",
            "ثلاثينيات ثلاثينات العقد_الرابع",
            "اربعينيات اربعينات العقد_الخامس",
            "خمسينيات خمسينات العقد_السادس",
            "ستينيات ستينات العقد_السابع",
            "سبعينيات سبعينات العقد_الثامن",
            "ثمانينيات ثمانينات العقد_التاسع",
            "تسعينيات تسعينات العقد_العاشر",
        )
    )
    for word in _words(words)
}
"""The decades of a century, counted from 0, in Arabic."""

FRACTIONS: Final = {
    **dict.fromkeys(("half", "moitie", "semestre"), 2),
    **dict.fromkeys(("third", "tiers"), 3),
    **dict.fromkeys(("quarter", "quart", "trimestre"), 4),
}

APPROXIMATE: Final = (
    *("circa", "ca", "c", "about", "around", "approximately", "approx", "roughly"),
    *("vers", "v", "environ", "env", "autour", "نحو", "حوالي", "قرابه", "زهاء"),
)
UNCERTAIN: Final = (
    *("probably", "possibly", "perhaps", "maybe"),
    *("probablement", "peut-etre", "sans doute", "ربما", "لعله"),
)

EMPTY_WORDS: Final = frozenset(
    (
        *("of", "the", "in", "on", "at"),
        *("le", "la", "les", "l", "de", "du", "d", "en", "dans"),
        *("من", "في", "عام", "سنه", "العام", "شهر", "يوم"),
    )
)
"""Words that may stand inside a date without changing what it means."""

PRESENT: Final = frozenset(
    (
        *("present", "the present", "present day", "the present day", "today", "now", "ongoing"),
        *("aujourd'hui", "nos jours", "ce jour", "maintenant"),
        *("الان", "اليوم", "الحاضر", "الوقت الحاضر", "يومنا هذا"),
    )
)
