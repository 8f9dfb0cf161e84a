/**
 * Every word of the interface, in each language that a page can speak.
 *
 * @typedef {object} Words
 * @property {string} locale  what Intl is asked for
 * @property {string} map
 * @property {string} key
 * @property {string} close
 * @property {string} undated
 * @property {string} from  before the place where a movement began
 * @property {string} to
 * @property {string} source
 * @property {string} image
 * @property {string} newTab
 * @property {string} movement
 * @property {string} claim  a mark with a dashed outline
 * @property {string} country  a country that is an area with events
 * @property {string} borders
 * @property {string} plain  the base map inside the file
 * @property {string} tilesMissing
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} layers
 * @property {Record<import("mapgen/payload.js").Status, string>} status
 * @property {(n: number) => string} events
 */

/** @type {Record<string, Omit<Words, "events"> & {eventForms: Record<string, string>}>} */
const LANGUAGES = {
  en: {
    locale: "en-GB",
    map: "Map",
    key: "Key",
    close: "Close",
    undated: "Undated",
    from: "From",
    to: "to",
    source: "Source:",
    image: "Image:",
    newTab: "opens in a new tab",
    movement: "Movement",
    claim: "Not confirmed",
    country: "Country with events",
    borders: "Borders are today’s, as Natural Earth draws them.",
    plain: "Plain map (offline)",
    tilesMissing: "The online map cannot be reached. The plain map needs no network.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    layers: "Layers",
    status: {
      confirmed: "Confirmed",
      reported: "Reported",
      unconfirmed: "Unconfirmed",
      disputed: "Disputed",
    },
    eventForms: { one: "{n} event", other: "{n} events" },
  },
  fr: {
    locale: "fr-FR",
    map: "Carte",
    key: "Légende",
    close: "Fermer",
    undated: "Sans date",
    from: "De",
    to: "à",
    source: "Source :",
    image: "Image :",
    newTab: "s’ouvre dans un nouvel onglet",
    movement: "Déplacement",
    claim: "Non confirmé",
    country: "Pays avec événements",
    borders: "Frontières d’aujourd’hui, selon Natural Earth.",
    plain: "Carte simple (hors ligne)",
    tilesMissing: "La carte en ligne est inaccessible. La carte simple fonctionne sans réseau.",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    layers: "Couches",
    status: {
      confirmed: "Confirmé",
      reported: "Rapporté",
      unconfirmed: "Non confirmé",
      disputed: "Contesté",
    },
    eventForms: { one: "{n} événement", other: "{n} événements" },
  },
  ar: {
    locale: "ar-SY",
    map: "الخريطة",
    key: "مفتاح الخريطة",
    close: "إغلاق",
    undated: "بلا تاريخ",
    from: "من",
    to: "إلى",
    source: "المصدر:",
    image: "الصورة:",
    newTab: "يفتح في علامة تبويب جديدة",
    movement: "انتقال",
    claim: "غير مؤكد",
    country: "بلد فيه أحداث",
    borders: "الحدود هي حدود اليوم كما ترسمها Natural Earth.",
    plain: "خريطة بسيطة (دون اتصال)",
    tilesMissing: "تعذّر الوصول إلى الخريطة على الشبكة. الخريطة البسيطة لا تحتاج إلى شبكة.",
    zoomIn: "تكبير",
    zoomOut: "تصغير",
    layers: "الطبقات",
    status: {
      confirmed: "مؤكد",
      reported: "منقول",
      unconfirmed: "غير مؤكد",
      disputed: "متنازع عليه",
    },
    eventForms: {
      zero: "لا أحداث",
      one: "حدث واحد",
      two: "حدثان",
      few: "{n} أحداث",
      many: "{n} حدثًا",
      other: "{n} حدث",
    },
  },
};

/**
 * @param {string} language  "en", "fr" or "ar"
 * @returns {Words}
 */
export function wordsOf(language) {
  const { eventForms, ...words } = LANGUAGES[language];
  return { ...words, events: plural(words.locale, eventForms) };
}

/**
 * @param {string} locale
 * @param {Record<string, string>} forms  by plural category of CLDR, `{n}` for the number
 * @returns {(n: number) => string}
 */
function plural(locale, forms) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (n) => (forms[rules.select(n)] ?? forms.other).replace("{n}", numbers.format(n));
}
