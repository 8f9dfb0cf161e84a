/**
 * Days in the words of a language, months as Intl has them: a year, a month or a day, whichever says
 * all. Years before 1000 are said with their era, as Python does.
 *
 * @typedef {object} Eras
 * @property {string} before  `{year}` before our era
 * @property {string} ours  `{year}` of our era
 *
 * @typedef {object} DateText
 * @property {(year: number) => string} year
 * @property {(day: number) => string} day  6 July 2012
 * @property {(from: number) => string} start  the shortest text that begins on this day
 * @property {(to: number) => string} end  the shortest text that ends on this day
 * @property {(day: number, unit: string, first: boolean) => string} tick
 */

import { civil, daysInMonth } from "mapgen/core/time.js";

const FIRST_PLAIN_YEAR = 1000;
const FIRST_GROUPED_YEAR = 10_000;

/** @typedef {Intl.DateTimeFormatOptions} Options */

/** @type {Record<"day" | "month" | "shortDay" | "shortMonth" | "monthOnly" | "dayOnly", Options>} */
const FORMS = {
  day: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  shortMonth: { month: "short", year: "numeric" },
  monthOnly: { month: "short" },
  dayOnly: { day: "numeric", month: "short" },
};

/**
 * @param {string} locale
 * @param {Eras} eras
 * @returns {DateText}
 */
export function dateText(locale, eras) {
  const forms = formats(locale);
  const latin = !locale.startsWith("ar");

  /** @param {number} year */
  function yearText(year) {
    const number = year < 1 ? 1 - year : year;
    const short = number < FIRST_GROUPED_YEAR;
    const digits = short && latin ? String(number) : number.toLocaleString(locale, {
      useGrouping: !short,
    });
    if (year >= FIRST_PLAIN_YEAR) return digits;
    return (year < 1 ? eras.before : eras.ours).replace("{year}", digits);
  }

  /** Intl knows no years of six digits: it writes the day in a leap year of ours, and we the year.
   * @param {number} number  of a day
   * @param {keyof typeof FORMS} form
   */
  function text(number, form) {
    const { year, month, day } = civil(number);
    const parts = forms(form).formatToParts(Date.UTC(2000, month - 1, day));
    return parts.map(({ type, value }) => type === "year" ? yearText(year) : value).join("");
  }

  /** @param {number} number */
  const day = (number) => text(number, "day");
  return {
    year: yearText,
    day,
    start: (from) => {
      const date = civil(from);
      if (date.day > 1) return day(from);
      return date.month > 1 ? text(from, "month") : yearText(date.year);
    },
    end: (to) => {
      const date = civil(to);
      if (date.day < daysInMonth(date.year, date.month)) return day(to);
      return date.month < 12 ? text(to, "month") : yearText(date.year);
    },
    tick: (number, unit, first) => {
      const { year, month, day: date } = civil(number);
      if (unit === "year") return yearText(year);
      const newYear = first || (month === 1 && date === 1);
      if (unit === "month") return text(number, newYear ? "shortMonth" : "monthOnly");
      return text(number, newYear ? "shortDay" : "dayOnly");
    },
  };
}

/**
 * @param {string} locale
 * @returns {(form: keyof typeof FORMS) => Intl.DateTimeFormat} each made when it is first asked for
 */
function formats(locale) {
  /** @type {Map<string, Intl.DateTimeFormat>} */
  const made = new Map();
  return (form) => {
    const format = made.get(form) ?? new Intl.DateTimeFormat(locale, {
      ...FORMS[form],
      timeZone: "UTC",
      calendar: "gregory",
    });
    made.set(form, format);
    return format;
  };
}
