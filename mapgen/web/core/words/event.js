/**
 * The words of an event, on a card, in a popup and in a list.
 *
 * @typedef {object} EventWords
 * @property {string} undated
 * @property {string} from  before the place where a movement began
 * @property {string} to
 * @property {string} source
 * @property {string} image
 * @property {string} newTab
 * @property {Record<Exclude<import("mapgen/payload.js").Status, "">, string>} status
 * @property {Record<string, string>} events  by plural category of CLDR, `{n}` for the number
 * @property {Record<string, string>} more  how many more events a button brings
 */

/** @type {Record<import("mapgen/core/words.js").Language, EventWords>} */
export const EVENT = {
  en: {
    undated: "Undated",
    from: "From",
    to: "to",
    source: "Source:",
    image: "Image:",
    newTab: "opens in a new tab",
    status: {
      confirmed: "Confirmed",
      reported: "Reported",
      unconfirmed: "Unconfirmed",
      disputed: "Disputed",
    },
    events: { one: "{n} event", other: "{n} events" },
    more: { one: "Show {n} more event", other: "Show {n} more events" },
  },
  fr: {
    undated: "Sans date",
    from: "De",
    to: "à",
    source: "Source :",
    image: "Image :",
    newTab: "s’ouvre dans un nouvel onglet",
    status: {
      confirmed: "Confirmé",
      reported: "Rapporté",
      unconfirmed: "Non confirmé",
      disputed: "Contesté",
    },
    events: { one: "{n} événement", other: "{n} événements" },
    more: { one: "Montrer {n} événement de plus", other: "Montrer {n} événements de plus" },
  },
  ar: {
    undated: "بلا تاريخ",
    from: "من",
    to: "إلى",
    source: "المصدر:",
    image: "الصورة:",
    newTab: "يفتح في علامة تبويب جديدة",
    status: {
      confirmed: "مؤكد",
      reported: "منقول",
      unconfirmed: "غير مؤكد",
      disputed: "متنازع عليه",
    },
    events: {
      zero: "لا أحداث",
      one: "حدث واحد",
      two: "حدثان",
      few: "{n} أحداث",
      many: "{n} حدثًا",
      other: "{n} حدث",
    },
    more: {
      zero: "لا أحداث أخرى",
      one: "إظهار حدث آخر",
      two: "إظهار حدثين آخرين",
      few: "إظهار {n} أحداث أخرى",
      many: "إظهار {n} حدثًا آخر",
      other: "إظهار {n} حدث آخر",
    },
  },
};
