/**
 * Days in the words of a language: a year, a month or a day, whichever says all. Years before 1000 are
 * said with their era, as Python does.
 *
 * @typedef {import("mapgen/core/numerals.js").NumberWords & OwnWords} DateWords
 *
 * @typedef {object} OwnWords  of dates
 * @property {string[]} months
 * @property {string[]} shortMonths
 * @property {string} firstOfMonth
 * @property {string} beforeOurEra  `{year}` before our era
 * @property {string} ourEra  `{year}` of our era
 *
 * @typedef {object} DateText
 * @property {(year: number) => string} year
 * @property {(day: number) => string} day  6 July 2012
 * @property {(from: number) => string} start  the shortest text that begins on this day
 * @property {(to: number) => string} end  the shortest text that ends on this day
 * @property {(day: number, unit: string, first: boolean) => string} tick
 */

import { numerals } from "mapgen/core/numerals.js";
import { civil, daysInMonth } from "mapgen/core/time.js";

const FIRST_PLAIN_YEAR = 1000;
const FIRST_GROUPED_YEAR = 10_000;

/**
 * @param {DateWords} words
 * @returns {DateText}
 */
export function dateText(words) {
  const { months, shortMonths, firstOfMonth } = words;
  const { own, grouped } = numerals(words);
  const dayText = (/** @type {number} */ day) => day === 1 ? firstOfMonth : own(String(day));

  /** @param {number} year */
  function yearText(year) {
    const number = year < 1 ? 1 - year : year;
    const text = number < FIRST_GROUPED_YEAR ? own(String(number)) : grouped(number);
    if (year >= FIRST_PLAIN_YEAR) return text;
    return (year < 1 ? words.beforeOurEra : words.ourEra).replace("{year}", text);
  }

  /** @param {number} number  of a day */
  function day(number) {
    const { year, month, day } = civil(number);
    return `${dayText(day)} ${months[month - 1]} ${yearText(year)}`;
  }

  /** @param {import("mapgen/core/time.js").Civil} date */
  const monthText = ({ year, month }) => `${months[month - 1]} ${yearText(year)}`;

  return {
    year: yearText,
    day,
    start: (from) => {
      const date = civil(from);
      if (date.day > 1) return day(from);
      return date.month > 1 ? monthText(date) : yearText(date.year);
    },
    end: (to) => {
      const date = civil(to);
      if (date.day < daysInMonth(date.year, date.month)) return day(to);
      return date.month < 12 ? monthText(date) : yearText(date.year);
    },
    tick: (number, unit, first) => {
      const { year, month, day: date } = civil(number);
      if (unit === "year") return yearText(year);
      const isNewYear = first || (month === 1 && date === 1);
      return [
        ...(unit === "day" ? [dayText(date)] : []),
        shortMonths[month - 1],
        ...(isNewYear ? [yearText(year)] : []),
      ].join(" ");
    },
  };
}
