/**
 * The words of a site, in each language that a page can speak.
 *
 * @typedef {object} SiteWords
 * @property {string} site  the name of the bar
 * @property {string} whole  the way back to the overview
 * @property {string} earlier  the part before this one in the same place
 * @property {string} later
 * @property {string} missing  where a part cannot be had
 * @property {string} served  the same where the page was opened as a file
 * @property {string} again
 */

/** @type {Record<import("mapgen/core/words.js").Language, SiteWords>} */
export const SITE = {
  en: {
    site: "Part of the map",
    whole: "Back to the whole map",
    earlier: "Earlier",
    later: "Later",
    missing: "This part of the map cannot be had at the moment; this is the whole map.",
    served: "A map of many files wants a web server: run python -m http.server in its folder.",
    again: "Try again",
  },
  fr: {
    site: "Partie de la carte",
    whole: "Retour à la carte entière",
    earlier: "Avant",
    later: "Après",
    missing: "Cette partie de la carte est inaccessible pour le moment ; voici la carte entière.",
    served:
      "Une carte en plusieurs fichiers demande un serveur web : lancez python -m http.server dans son dossier.",
    again: "Réessayer",
  },
  ar: {
    site: "جزء من الخريطة",
    whole: "العودة إلى الخريطة كاملة",
    earlier: "قبل ذلك",
    later: "بعد ذلك",
    missing: "تعذّر الوصول إلى هذا الجزء من الخريطة الآن، وهذه هي الخريطة كاملة.",
    served:
      "تحتاج الخريطة المؤلفة من ملفات كثيرة إلى خادم وِب: شغّل python -m http.server في مجلدها.",
    again: "إعادة المحاولة",
  },
};
