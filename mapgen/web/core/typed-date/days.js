/**
 * The days that a typed date means.
 *
 * @typedef {object} Reading
 * @property {number} from  the earliest day that is meant
 * @property {number} to  the latest day that is meant
 *
 * @typedef {{kind: "date", reading: Reading}
 *   | {kind: "ambiguous", readings: [number, number]}
 *   | {kind: "wrong"}} Typed  `readings` are days, the one whose day comes first before the other
 */

import { civil, dayNumber, daysInMonth } from "mapgen/core/time.js";

/** @type {Typed} */
export const WRONG = { kind: "wrong" };

const DIVIDED_YEARS = [10, 100]; // a decade and a century

/**
 * @param {number} year
 * @param {number} [month]  NaN where it is not typed
 * @param {number} [day]  NaN where it is not typed
 * @returns {Typed}
 */
export function date(year, month = NaN, day = NaN) {
  const [first, last] = Number.isNaN(month) ? [1, 12] : [month, month];
  if (first < 1 || last > 12) return WRONG;
  const days = daysInMonth(year, last);
  if (day < 1 || day > days) return WRONG;
  const from = dayNumber(year, first, Number.isNaN(day) ? 1 : day);
  const to = dayNumber(year, last, Number.isNaN(day) ? days : day);
  return { kind: "date", reading: { from, to } };
}

/**
 * @param {number} first
 * @param {number} last  included
 * @returns {Typed}
 */
export function years(first, last) {
  return { kind: "date", reading: { from: dayNumber(first), to: dayNumber(last + 1) - 1 } };
}

/**
 * @param {number} year
 * @param {number} month  the first
 * @param {number} count  of months, which may end in the next year
 * @returns {Typed}
 */
export function months(year, month, count) {
  const [next, after] = month + count > 12 ? [year + 1, month + count - 12] : [year, month + count];
  return {
    kind: "date",
    reading: { from: dayNumber(year, month), to: dayNumber(next, after) - 1 },
  };
}

/**
 * One part of a century, a decade, a year or a month; where parts cannot be equal, as in Python,
 * the first is the longest.
 *
 * @param {Reading} whole
 * @param {number} index  from 0
 * @param {number} count  of parts
 * @returns {Typed}
 */
export function partOf(whole, index, count) {
  const [first, last] = [civil(whole.from), civil(whole.to)];
  const length = last.year - first.year + 1;
  if (first.day > 1 || last.day < daysInMonth(last.year, last.month)) return WRONG;
  if (length === 1 && first.month === last.month) {
    const [from, to] = divided(whole.from, whole.to, index, count);
    return { kind: "date", reading: { from, to } };
  }
  if (first.month > 1 || last.month < 12) return WRONG;
  if (length === 1) {
    const [from, to] = divided(1, 12, index, count);
    return months(first.year, from, to - from + 1);
  }
  if (!DIVIDED_YEARS.includes(length)) return WRONG;
  const [from, to] = divided(first.year, last.year, index, count);
  return years(from, to);
}

/** @param {number} first @param {number} last @param {number} index @param {number} count */
function divided(first, last, index, count) {
  const border = (/** @type {number} */ i) => first + Math.ceil(((last - first + 1) * i) / count);
  return [border(index), border(index + 1) - 1];
}
