/** Reads dates in figures alone, such as 13/04/1946, and gives them back as EDTF, as Python does. */

import { refuse, Refused } from "mapgen/core/typed-date/days.js";
import { dayNumber, daysInMonth } from "mapgen/core/time.js";

/** @type {[RegExp, (...parts: string[]) => string][]} */
const FORMS = [
  [/^(\d{1,2})([/.–-])(\d{1,2})\2(\d{4})$/, (a, _, b, year) => dayAndMonth(a, b, year)],
  [/^(\d{4})([/.–-])(\d{1,2})\2(\d{1,2})$/, (year, _, month, day) => iso(year, month, day)],
  [/^(\d{1,2})[/.-](\d{4})$/, (month, year) => iso(year, month)],
  [/^(\d{4})([/.–-])(\d{1,2})$/, yearAndMonth],
  [/^([12]\d{3})(\d\d)(\d\d)$/, iso],
  [/^(\d{4}-?w\d\d(?:-?\d)?|\d{4}-\d{3})$/, refuse], // weeks and days of the year
  [/^(?:day|jour|tag) \d{1,3} \d{4}$/, refuse],
  [/^\d{1,3}(?:st|nd|rd|th|er|e) (?:day|jour) \d{4}$/, refuse],
  [/^(\d{3})$/, (year) => `0${year}`],
  [/^([1-9]\d{1,2}(?:[ '٬]\d{3})+)$/, (year) => `Y${year.replace(/\D/g, "")}`],
];

/** @param {string} text  folded @returns {string | null} */
export function readFigures(text) {
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    // deno-lint-ignore mapgen/no-list-in-arguments -- the groups of an expression
    if (match) return read(...match.slice(1));
  }
  return null;
}

/** @param {string} first @param {string} second @param {string} year */
function dayAndMonth(first, second, year) {
  const dayFirst = iso(year, second, first);
  const readings = [[second, first], [first, second]].map((parts) => parts.map(Number))
    .filter(([month, day]) => month > 0 && month < 13 && day > 0)
    .filter(([month, day]) => day <= daysInMonth(Number(year), month))
    .map(([month, day]) => dayNumber(Number(year), month, day));
  const [one, other] = readings;
  if (readings.length === 2 && one !== other) throw new Refused([one, other]);
  return readings.length === 1 && Number(second) > 12 ? iso(year, first, second) : dayFirst;
}

/** 2012/07 is a month and 1914–18 are years; 1911/12 may be either. @type {(...parts: string[]) => string} */
function yearAndMonth(year, separator, month) {
  const end = year.slice(0, -month.length) + month;
  if (separator === "." || end <= year) return iso(year, month);
  return Number(month) > 12 && separator === "–" ? `${year}/${end}` : refuse();
}

/** @param {string[]} parts @returns {string} */
function iso(...parts) {
  return parts.map((part) => part.padStart(2, "0")).join("-");
}
