/**
 * The days that a typed date means.
 *
 * @typedef {object} Reading
 * @property {number} from  the earliest day that is meant, -Infinity for an open start
 * @property {number} to  the latest day that is meant, Infinity for an open end
 *
 * @typedef {{kind: "date", reading: Reading}
 *   | {kind: "ambiguous", readings: [number, number]}
 *   | {kind: "wrong"}} Typed  `readings` are days, the one whose day comes first before the other
 */

import { dayNumber, daysInMonth } from "mapgen/core/time.js";

const JULIAN_EPOCH = 719470; // days from 0000-03-01 of the Julian calendar to 1970-01-01
const FIRST_GREGORIAN_DAY = [1582, 10, 15];
const FIRST_DAY_WITHOUT_JULIAN = [1923, 3, 1]; // after the last one in Greece

/** What no date is; `readings` are the two days that a text can be. */
export class Refused extends Error {
  /** @param {[number, number]} [readings] */
  constructor(readings) {
    super();
    this.readings = readings;
  }
}

/** @returns {never} */
export function refuse() {
  throw new Refused();
}

/**
 * @param {number} year
 * @param {number} month  from 1
 * @returns {number} the days of a month in the calendars that counted it, Julian or Gregorian
 */
export function longestMonth(year, month) {
  const leap = month === 2 && year % 4 === 0 && year < FIRST_DAY_WITHOUT_JULIAN[0];
  return leap ? 29 : daysInMonth(year, month);
}

/**
 * @param {number} year
 * @param {number} month  from 1
 * @param {number} day  from 1
 * @param {number} weekday  0 for Monday
 * @returns {boolean} whether the day has this name in a calendar of its time
 */
export function isWeekday(year, month, day, weekday) {
  const date = [year, month, day];
  const gregorian = !isBefore(date, FIRST_GREGORIAN_DAY) && day <= daysInMonth(year, month);
  const julian = isBefore(date, FIRST_DAY_WITHOUT_JULIAN);
  return (gregorian && nameOf(dayNumber(year, month, day)) === weekday) ||
    (julian && nameOf(julianDay(year, month, day)) === weekday);
}

/** @param {number} year @param {number} month @param {number} day */
function julianDay(year, month, day) {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) + dayOfYear - JULIAN_EPOCH;
}

/** @param {number} day */
const nameOf = (day) => (((day + 3) % 7) + 7) % 7;

/** @param {number[]} a @param {number[]} b */
function isBefore(a, b) {
  const i = a.findIndex((part, place) => part !== b[place]);
  return i >= 0 && a[i] < b[i];
}
