/** Words and forms of dates, made by tools.make_date_words; do not edit. */

/** Words by their numbers, parted by a stroke. */
export const LISTS = {
  MONTHS: [
    "january|jan|janvier|janv|كانون الثاني|يناير|جانفي",
    "february|feb|febr|fevrier|fevr|fev|شباط|فبراير|فيفري",
    "march|mar|mars|اذار|مارس",
    "april|apr|avril|avr|نيسان|ابريل|افريل",
    "may|mai|ايار|مايو|ماي",
    "june|jun|juin|حزيران|يونيو|يونيه|جوان",
    "july|jul|juillet|juil|تموز|يوليو|يوليه|يوليوز|جويليه",
    "august|aug|aout|اب|اغسطس|غشت|اوت",
    "september|sept|sep|septembre|ايلول|سبتمبر|شتنبر",
    "october|oct|octobre|تشرين الاول|اكتوبر",
    "november|nov|novembre|تشرين الثاني|نوفمبر|نونبر",
    "december|dec|decembre|كانون الاول|ديسمبر|دجنبر",
  ],
  SEASONS: [
    "spring|printemps|ربيع|الربيع",
    "summer|ete|صيف|الصيف",
    "autumn|fall|automne|خريف|الخريف",
    "winter|hiver|شتاء|الشتاء",
  ],
  WEEKDAYS: [
    "monday|mon|lundi|lun|الاثنين",
    "tuesday|tues|tue|mardi|mar|الثلاثاء",
    "wednesday|wed|mercredi|mer|الاربعاء",
    "thursday|thurs|thur|thu|jeudi|jeu|الخميس",
    "friday|fri|vendredi|ven|الجمعه",
    "saturday|sat|samedi|sam|السبت",
    "sunday|sun|dimanche|dim|الاحد",
  ],
  ORDINALS: [
    "first|premier|premiere|الاول|الاولي",
    "second|deuxieme|seconde|الثاني|الثانيه",
    "third|troisieme|الثالث|الثالثه",
    "fourth|quatrieme|الرابع|الرابعه",
    "fifth|cinquieme|الخامس|الخامسه",
    "sixth|sixieme|السادس|السادسه",
    "seventh|septieme|السابع|السابعه",
    "eighth|huitieme|الثامن|الثامنه",
    "ninth|neuvieme|التاسع|التاسعه",
    "tenth|dixieme|العاشر|العاشره",
    "eleventh|onzieme|الحادي عشر",
    "twelfth|douzieme|الثاني عشر",
    "thirteenth|treizieme|الثالث عشر",
    "fourteenth|quatorzieme|الرابع عشر",
    "fifteenth|quinzieme|الخامس عشر",
    "sixteenth|seizieme|السادس عشر",
    "seventeenth|dix-septieme|السابع عشر",
    "eighteenth|dix-huitieme|الثامن عشر",
    "nineteenth|dix-neuvieme|التاسع عشر",
    "twentieth|vingtieme|العشرون|العشرين",
    "twenty-first|vingt-et-unieme|الحادي والعشرون|الحادي والعشرين",
    "twenty-second|vingt-deuxieme|الثاني والعشرون|الثاني والعشرين",
  ],
  TENS: [
    "العقد الاول",
    "العقد الثاني",
    "عشرينيات|عشرينات|العقد الثالث",
    "ثلاثينيات|ثلاثينات|العقد الرابع",
    "اربعينيات|اربعينات|العقد الخامس",
    "خمسينيات|خمسينات|العقد السادس",
    "ستينيات|ستينات|العقد السابع",
    "سبعينيات|سبعينات|العقد الثامن",
    "ثمانينيات|ثمانينات|العقد التاسع",
    "تسعينيات|تسعينات|العقد العاشر",
  ],
  THIRDS: [
    "early|beginning|start|debut|اوايل|مطلع|بدايه|بدايات",
    "mid|middle|mi|milieu|منتصف|اواسط",
    "late|end|fin|اواخر|نهايه|نهايات",
  ],
  FRACTIONS: [
    "half|moitie|semestre",
    "third|tiers",
    "quarter|quart|trimestre",
  ],
  LAST: [
    "last|dernier|derniere",
  ],
  APPROXIMATE: [
    "circa|ca|c|about|around|approximately|approx|roughly|vers|v|environ|env|autour|نحو|حوالي|قرابه|زهاء",
  ],
  UNCERTAIN: [
    "probably|possibly|perhaps|maybe|probablement|peut-etre|sans doute|ربما|لعله",
  ],
  EMPTY_WORDS: [
    "at|d|dans|de|du|en|in|l|la|le|les|of|on|the|العام|سنه|شهر|عام|في|من|يوم",
  ],
  PRESENT: [
    "aujourd'hui|ce jour|maintenant|nos jours|now|ongoing|present|present day|the present|the present day|today|الان|الحاضر|الوقت الحاضر|اليوم|يومنا هذا",
  ],
};

/** What several forms have inside them. */
export const PARTS = {
  CENTURY: "(?:ال)?(?<unit>قرن|الفيه|الف) (?:ال ?)?(?<number>[0-9]{1,3}|<ORDINALS>)<ERA>",
  NUMBER: "(?<number>[0-9]{1,3}(?:st|nd|rd|th|eme|er|re|e)|<ORDINALS>)",
  SOUTH: "(?<south> \\(?(?:southern hemisphere|hemisphere sud|نصف الكره الجنوبي)\\)?)?",
  YEAR: "(?<year>[0-9]{1,9} (?:bce|ce)|[0-9]{3,4})",
  DAY: "(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|\\.)?",
  ERA: "(?: (?<era>bce|ce))?",
};

/** Forms of one date or of a phrase, any of which may fit. */
export const FORMS = {
  DAYS: [
    "(?:(?:(?<weekday><WEEKDAYS>) )?<DAY> )?(?<month><MONTHS>) <YEAR>",
    "(?:(?<weekday><WEEKDAYS>) )?(?<month><MONTHS>) <DAY> <YEAR>",
    "<YEAR> (?<month><MONTHS>)(?: <DAY>)?",
  ],
  SEASONS: [
    "(?<season><SEASONS>) <YEAR><SOUTH>",
    "(?<season><SEASONS>) (?<year>[0-9]{4})[–/-](?<next>[0-9]{2}|[0-9]{4})<SOUTH>",
    "(?<season><SEASONS>) (?<before>[0-9]{1,4})[–/-](?<next>[0-9]{1,4}) bce<SOUTH>",
  ],
  YEARS: [
    "<YEAR>",
  ],
  DECADES: [
    "(?<decade>[0-9]{1,3}0)'?s<ERA>",
    "(?:annees|عقد) (?<annees>[0-9]{3}0)",
  ],
  TENS: [
    "(?:ال)?(?<tens><TENS>) <CENTURY>",
  ],
  CENTURIES: [
    "<NUMBER> (?<unit>century|cent|c|siecle|s|millennium|millenaire)<ERA>",
    "(?<roman>[ivx]+)(?:eme|er|e)? (?<unit>siecle|s|millenaire)<ERA>",
    "<CENTURY>",
  ],
  FRACTIONS: [
    "(?:<NUMBER>|(?<last><LAST>)) (?<fraction><FRACTIONS>) (?<whole>.+)",
    "[qt](?<number>[1-4]) (?<whole>[0-9]{4})",
    "(?<whole>[0-9]{4}) [qt](?<number>[1-4])",
  ],
  THIRDS: [
    "(?<third><THIRDS>) (?<whole>.+)",
  ],
  APPROXIMATE: [
    "<APPROXIMATE> |(?:ca?|v)(?=[0-9])",
  ],
  UNCERTAIN: [
    "<UNCERTAIN> ",
  ],
  UNCERTAIN_AT_END: [
    " ?(?:\\(\\?\\)|\\?)$",
  ],
  APPROXIMATE_AT_END: [
    " (?:تقريبا|approximately|approx|or so|ou environ)$",
  ],
  BETWEEN: [
    "(?:between|entre|(?:ما )?بين) (.+)",
  ],
  FROM: [
    "(?:from|de|du|d|من) (.+)",
  ],
  AND: [
    " (?:and|et|&) | و ?(?!العشر)",
  ],
  OR: [
    " (?:or|ou|او) ",
  ],
  TO: [
    " (?:to|through|thru|until|till|aux?|a|jusqu'(?:en|aux?|a)|الي|حتي) ",
    " [–-] ",
    " ?– ?",
    "(?<! )-",
  ],
};

/** What limits a date, and how. */
export const BOUNDS = [
  ["not before", "(?:no earlier than|not before|on or after|plus tot) (.+)"],
  ["not before", "(.+) (?:or|and|ou|et|او) (?:later|after|apres|بعد ذلك|بعده)"],
  ["by", "(?:by|no later than|not later than|on or before|plus tard) (.+)"],
  ["by", "(.+) (?:or|and|ou|et|او) (?:earlier|before|avant|قبل ذلك|قبله)"],
  ["by", "(.+) au plus tard"],
  ["not before", "(.+) au plus tot"],
  ["before", "(?:before|prior to|earlier than|pre|avant|قبل) (.+)"],
  ["after", "(?:after|later than|post|apres|بعد) (.+)"],
  ["since", "(?:since|depuis|منذ) (.+)"],
  ["from", "(?:from|a partir|des|(?:ابتداء|بدءا|اعتبارا) من) (.+?)(?: onwards?)?"],
  ["from", "(.+) onwards?"],
  ["until", "(?:until|till|up to|jusqu'(?:en|aux?|a)?|jusque|حتي) ?(.+)"],
];

/** What has several spellings, and the one that the forms have. */
export const TIDY = [
  ["(?<=[a-z])\\.(?=[0-9])", " "],
  ["(?<=[a-z])\\.", ""],
  ["(?<=[0-9])[,'٬](?=[0-9]{3}(?![0-9])(?:[,'٬][0-9]{3})* ?(?:bc|av|ق))", ""],
  ["(?<!\\p{L})(?:ق\\.? ?م|قبل الميلاد)(?!\\p{L})\\.?", " bce"],
  ["(?<=[0-9]) ?(?:م|ميلاديه?|للميلاد|بعد الميلاد)(?!\\p{L})\\.?", " ce"],
  ["^(<APPROXIMATE> )?([0-9]{1,3}) ([0-9]{3})(?= ?(?:bc|av|ق))", "$1$2$3"],
  [",", " "],
  ["<B>([ld])'", "$1 "],
  ["<B>(mid|mi|pre|post)-", "$1 "],
  ["(?<=[0-9])(?=(?:bce?|ce|ad)<B>)|(?<=<B>ad)(?=[0-9])", " "],
  ["<B>(?:b ?c(?: ?e)?|av(?:ant)? (?:j ?-? ?c|jesus[ -]christ|notre ere|n ?e))<B>", "bce"],
  ["<B>(?:ad|(?:apr?|apres) (?:j ?-? ?c|jesus[ -]christ)|(?:de )?notre ere)<B>", "ce"],
  ["<B>(?:ce|an|annee|year) ([0-9]{1,4})<B>(?! b?ce)", "$1 ce"],
  ["<B>des (?=annees)", ""],
  ["(?<![0-9] )<B>bce ([0-9]{1,4})<B>", "$1 bce"],
  ["^(?:(?:in|on|at|the|l|le|la|les|en|au) )+", ""],
];
