/** The words of seasons, decades and centuries in English, French and Arabic, as they are folded. */

/** The first month of each; the seasons of the weather services, three whole months each. */
export const SEASONS = numbered({
  3: "spring printemps ربيع الربيع",
  6: "summer ete صيف الصيف",
  9: "autumn fall automne خريف الخريف",
  12: "winter hiver شتاء الشتاء",
});

/** Which third of a time: the first, the middle one or the last. */
export const THIRDS = numbered({
  0: "early beginning start debut اوايل مطلع بدايه بدايات",
  1: "mid middle mi milieu منتصف اواسط",
  2: "late end fin اواخر نهايه نهايات",
});

/** The years after the turn of its century in which a decade begins. */
export const TENS = numbered({
  20: "العشرينيات العشرينات عشرينيات عشرينات",
  30: "الثلاثينيات الثلاثينات ثلاثينيات ثلاثينات",
  40: "الاربعينيات الاربعينات اربعينيات اربعينات",
  50: "الخمسينيات الخمسينات خمسينيات خمسينات",
  60: "الستينيات الستينات ستينيات ستينات",
  70: "السبعينيات السبعينات سبعينيات سبعينات",
  80: "الثمانينيات الثمانينات ثمانينيات ثمانينات",
  90: "التسعينيات التسعينات تسعينيات تسعينات",
});

/** The numbers that count centuries and millennia; a hyphen is a blank. */
export const ORDINALS = new Map(
  [
    "first,premier,premiere,الاول",
    "second,deuxieme,seconde,الثاني",
    "third,troisieme,الثالث",
    "fourth,quatrieme,الرابع",
    "fifth,cinquieme,الخامس",
    "sixth,sixieme,السادس",
    "seventh,septieme,السابع",
    "eighth,huitieme,الثامن",
    "ninth,neuvieme,التاسع",
    "tenth,dixieme,العاشر",
    "eleventh,onzieme,الحادي عشر",
    "twelfth,douzieme,الثاني عشر",
    "thirteenth,treizieme,الثالث عشر",
    "fourteenth,quatorzieme,الرابع عشر",
    "fifteenth,quinzieme,الخامس عشر",
    "sixteenth,seizieme,السادس عشر",
    "seventeenth,dix septieme,السابع عشر",
    "eighteenth,dix huitieme,الثامن عشر",
    "nineteenth,dix neuvieme,التاسع عشر",
    "twentieth,vingtieme,العشرون,العشرين",
    "twenty first,vingt et unieme,الحادي والعشرون,الحادي والعشرين",
  ].flatMap((words, i) =>
    words.split(",").map((word) => /** @type {[string, number]} */ ([word, i + 1]))
  ),
);

/** Words that may stand inside a date without changing what it means. */
export const EMPTY_WORDS = new Set(
  "of the in on at le la les l de du des d en dans من في عام سنه".split(" "),
);

/** @param {Record<number, string>} words  by number @returns {Map<string, number>} */
function numbered(words) {
  return new Map(
    Object.entries(words).flatMap(([number, text]) =>
      text.split(" ").map((word) => /** @type {[string, number]} */ ([word, Number(number)]))
    ),
  );
}
