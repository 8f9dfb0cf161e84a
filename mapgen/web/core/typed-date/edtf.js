/**
 * Counts the days of a date in the Extended Date/Time Format, as Python does. Lists of dates, years
 * with few significant digits and times of day, which nobody types, are not read.
 *
 * @typedef {"day" | "month" | "season" | "year" | "decade" | "century" | "millennium" | "other"} Unit
 * @typedef {{from: number, to: number, unit: Unit, next?: number}} Span  both days included; `next` is
 *   the day after them, where a leap day of the Julian calendar alone is counted where it is too
 * @typedef {{year: string, month: string, day: string}} Single  as they stand, "" where not given
 */

import { longestMonth } from "mapgen/core/typed-date/days.js";
import { civil, dayNumber, daysInMonth } from "mapgen/core/time.js";

/** Of a date that no calendar has. @type {Span} */
export const NEVER = { from: NaN, to: NaN, unit: "other" };

const SINGLE = new RegExp(
  "^[?~%]?(-?[0-9X]{4}|Y-?[1-9]\\d{4,}|Y-?[1-9]\\d*E\\d+$)[?~%]?" +
    "(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2}))?)?[?~%]?$",
);
const LAST_YEAR = 24e12; // whose days a number counts exactly, as in Python

/** First month and number of months of each part of the year, from 21 on. */
const YEAR_PARTS = [
  ...[[3, 3], [6, 3], [9, 3], [12, 3]], // seasons
  ...[[3, 3], [6, 3], [9, 3], [12, 3]], // those of the north
  ...[[9, 3], [12, 3], [3, 3], [6, 3]], // those of the south
  ...[[1, 3], [4, 3], [7, 3], [10, 3]],
  ...[[1, 4], [5, 4], [9, 4]],
  ...[[1, 6], [7, 6]],
];

/** @param {string} edtf @returns {Span | null} null for a text that is not in the format */
export function spanOf(edtf) {
  const date = single(edtf);
  if (date) return dated(yearsOf(date.year), date.month, date.day);
  const sides = edtf.split("/");
  const [start, end] = sides.map((side) => spanOrOpen(side));
  if (sides.length !== 2 || !start || !end || !/\d/.test(edtf)) return null;
  return between(start, end);
}

/** @param {Span} start @param {Span} end @returns {Span} from the one to the other */
export function between({ from }, { to }) {
  return from <= to ? { from, to, unit: "other" } : NEVER;
}

/** @param {string} edtf @returns {Single | null} */
export function single(edtf) {
  const [, year, month = "", day = ""] = SINGLE.exec(edtf) ?? [];
  return year ? { year, month, day } : null;
}

/** @param {Single} date @returns {number} of the part of the year, 21 to 41, else 0 */
export function season({ month }) {
  return /^(?:2[1-9]|3\d|4[01])$/.test(month) ? Number(month) : 0;
}

/**
 * @param {number[]} years  in order of time
 * @param {string} [month]  or the number of a part of the year; X is any figure
 * @param {string} [day]
 * @returns {Span}
 */
export function dated(years, month = "", day = "") {
  const part = YEAR_PARTS[Number(month) - 21];
  if (part) return day ? NEVER : yearPart(years, part);
  const [months, days] = [matching(month, 12), matching(day, 31)];
  const length = /^\d+$/.test(day) ? longestMonth : daysInMonth;
  const from = firstDay(years, months, days, length);
  const to = firstDay(back(years), back(months), back(days), length);
  if (Number.isNaN(from)) return NEVER;
  const isJulian = month === "02" && civil(to).month === 3;
  return { from, to, unit: unitOf(years, month, day), next: isJulian ? to : to + 1 };
}

/** @param {string} side  of an interval @returns {Span | null} */
function spanOrOpen(side) {
  const date = single(side);
  if (date) return dated(yearsOf(date.year), date.month, date.day);
  return side === "" || side === ".." ? { from: -Infinity, to: Infinity, unit: "other" } : null;
}

/** @param {number[]} numbers */
const back = (numbers) => [...numbers].reverse();

/** @param {number[]} years @param {number[]} part @returns {Span} */
function yearPart(years, [first, length]) {
  const [start, end] = [years[0], years[years.length - 1]];
  const next = first + length > 12
    ? dayNumber(end + 1, first + length - 12)
    : dayNumber(end, first + length);
  const unit = years.length === 1 ? "season" : unitOf(years, "", "");
  return { from: dayNumber(start, first), to: next - 1, unit };
}

/**
 * @param {number[]} years
 * @param {number[]} months
 * @param {number[]} days
 * @param {(year: number, month: number) => number} length
 * @returns {number} the first combination that is a day, NaN where there is none
 */
function firstDay(years, months, days, length) {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((each) => each <= length(year, month));
      if (day) return dayNumber(year, month, day);
    }
  }
  return NaN;
}

/** @param {string} pattern  such as 07, 1X or XX, "" for any @param {number} last */
function matching(pattern, last) {
  const fits = new RegExp(`^${(pattern || "XX").replaceAll("X", ".")}$`);
  const all = Array.from({ length: last }, (_, i) => i + 1);
  return all.filter((number) => fits.test(String(number).padStart(2, "0")));
}

/** @param {string} text @returns {number[]} 192X counts up, -0XXX down to the year 0 */
function yearsOf(text) {
  if (text === "-0000") return [];
  if (!text.includes("X")) {
    const year = Number(text.replace("Y", ""));
    return Math.abs(year) > LAST_YEAR ? [] : [year];
  }
  const all = Array.from(text.replace("-", "")).reduce(
    (known, digit) =>
      known.flatMap((start) => Array.from(digit === "X" ? "0123456789" : digit, (d) => start + d)),
    [""],
  ).map(Number);
  return text[0] === "-" ? back(all).map((year) => -year) : all;
}

/** @param {number[]} years @param {string} month @param {string} day @returns {Unit} */
function unitOf(years, month, day) {
  const reach = years[years.length - 1] - years[0];
  if (reach) return reach < 10 ? "decade" : reach < 100 ? "century" : "millennium";
  if (!month || month.includes("X")) return "year";
  return !day || day.includes("X") ? "month" : "day";
}
