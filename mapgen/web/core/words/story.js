/**
 * The words of the story, its search and its filters, in each language that a page can speak.
 *
 * @typedef {object} StoryWords
 * @property {string} name
 * @property {string} previous  before the date and title that the button leads to
 * @property {string} next
 * @property {string} atStart  what the button says where nothing comes before
 * @property {string} atEnd
 * @property {string} continued  a period that another one interrupted
 * @property {string} decade  `{year}` is its first
 * @property {string} bce  `{years}` are those before the common era
 * @property {string} category
 * @property {string} tags
 * @property {string} showImage
 * @property {string} showSensitive
 * @property {string} imageMissing
 * @property {string} search
 * @property {string} filters
 * @property {Record<import("mapgen/core/facets.js").Facet, string>} facets
 * @property {string} allValues  shows every value of a filter, `{n}` for their number
 * @property {string} fewerValues
 * @property {Record<import("mapgen/core/facets.js").Facet, string>} narrow  the box that narrows a long list
 * @property {string} removeFilter
 * @property {string} nothing
 * @property {string} showAll
 * @property {string} more
 * @property {string} less
 * @property {Record<string, string>} count  by plural category, `{shown}` of `{n}`
 */

/** @type {Record<import("mapgen/core/words.js").Language, StoryWords>} */
export const STORY = {
  en: {
    name: "Story",
    previous: "Previous:",
    next: "Next:",
    atStart: "start of the story",
    atEnd: "end of the story",
    continued: "continued",
    decade: "{year}s",
    bce: "{years} BCE",
    category: "Category:",
    tags: "Tags:",
    showImage: "Show image",
    showSensitive: "Show image that may disturb",
    imageMissing: "The image cannot be reached.",
    search: "Search events",
    filters: "Filters",
    facets: { categories: "Categories", statuses: "Status", tags: "Tags" },
    allValues: "Show all {n}",
    fewerValues: "Show fewer",
    narrow: {
      categories: "Search categories",
      statuses: "Search statuses",
      tags: "Search tags",
    },
    removeFilter: "Remove filter:",
    nothing: "Nothing matches",
    showAll: "Show all events",
    more: "Show more of the story",
    less: "Show less of the story",
    count: { one: "Showing {shown} of {n} event", other: "Showing {shown} of {n} events" },
  },
  fr: {
    name: "Récit",
    previous: "Précédent :",
    next: "Suivant :",
    atStart: "début du récit",
    atEnd: "fin du récit",
    continued: "suite",
    decade: "Années {year}",
    bce: "{years} av. J.-C.",
    category: "Catégorie :",
    tags: "Mots-clés :",
    showImage: "Afficher l’image",
    showSensitive: "Afficher l’image, qui peut heurter",
    imageMissing: "L’image est inaccessible.",
    search: "Chercher un événement",
    filters: "Filtres",
    facets: { categories: "Catégories", statuses: "Fiabilité", tags: "Mots-clés" },
    allValues: "Tout afficher ({n})",
    fewerValues: "Afficher moins",
    narrow: {
      categories: "Chercher une catégorie",
      statuses: "Chercher un degré de fiabilité",
      tags: "Chercher un mot-clé",
    },
    removeFilter: "Retirer le filtre :",
    nothing: "Aucun résultat",
    showAll: "Afficher tous les événements",
    more: "Agrandir le récit",
    less: "Réduire le récit",
    count: {
      one: "{shown} sur {n} événement affiché",
      many: "{shown} sur {n} d’événements affichés",
      other: "{shown} sur {n} événements affichés",
    },
  },
  ar: {
    name: "القصة",
    previous: "السابق:",
    next: "التالي:",
    atStart: "بداية القصة",
    atEnd: "نهاية القصة",
    continued: "تتمة",
    decade: "عقد {year}",
    bce: "{years} ق.م.",
    category: "الفئة:",
    tags: "الوسوم:",
    showImage: "إظهار الصورة",
    showSensitive: "إظهار صورة قد تكون مؤلمة",
    imageMissing: "تعذّر الوصول إلى الصورة.",
    search: "البحث في الأحداث",
    filters: "عوامل التصفية",
    facets: { categories: "الفئات", statuses: "درجة التأكد", tags: "الوسوم" },
    allValues: "إظهار الكل ({n})",
    fewerValues: "إظهار أقل",
    narrow: {
      categories: "البحث في الفئات",
      statuses: "البحث في درجات التأكد",
      tags: "البحث في الوسوم",
    },
    removeFilter: "إزالة عامل التصفية:",
    nothing: "لا نتائج",
    showAll: "إظهار كل الأحداث",
    more: "توسيع القصة",
    less: "تصغير القصة",
    count: {
      zero: "لا أحداث",
      one: "يظهر {shown} من حدث واحد",
      two: "يظهر {shown} من حدثين",
      few: "يظهر {shown} من {n} أحداث",
      many: "يظهر {shown} من {n} حدثًا",
      other: "يظهر {shown} من {n} حدث",
    },
  },
};
