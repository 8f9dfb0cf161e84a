/**
 * Round points of time: the first of a month, of a tenth year, of a millennium. A year before the
 * first is round when its number before our era is: 2000 BCE is the year -1999.
 *
 * @typedef {object} Step  from one round point to the next
 * @property {"day" | "month" | "year"} unit
 * @property {number} size  of them
 */

import { civil, dayNumber, daysInMonth } from "mapgen/core/time.js";

const DAYS = { day: 1, month: 30.44, year: 365.2425 };
const LEAP = 0.01; // of a step: a century may be a day longer than a hundred years of the mean length
const POWERS = Array.from({ length: 12 }, (_, power) => 10 ** power);

/** @type {Step[]} */
const STEPS = [
  ...[1, 2, 5, 10, 15].map((size) => ({ unit: /** @type {const} */ ("day"), size })),
  ...[1, 2, 3, 6].map((size) => ({ unit: /** @type {const} */ ("month"), size })),
  ...POWERS.flatMap((power) =>
    [1, 2, 5].map((size) => ({ unit: /** @type {const} */ ("year"), size: size * power }))
  ),
];

/** Days of a month that steps of several days stop at. @type {Record<number, number[]>} */
const STOPS = {
  2: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29],
  5: [1, 5, 10, 15, 20, 25],
  10: [1, 10, 20],
  15: [1, 15],
};

/**
 * @param {number} days  how long the axis is
 * @param {number} most  how many ticks there is room for, at least 2
 * @returns {Step} the shortest that makes no more of them
 */
export function stepFor(days, most) {
  const fits = STEPS.find(({ unit, size }) => days / (DAYS[unit] * size) <= most - 1 + LEAP);
  return fits ?? STEPS[STEPS.length - 1];
}

/**
 * @param {number} start  days
 * @param {number} end  days
 * @param {Step} step
 * @returns {number[]} every round day from the start to the end, both included
 */
export function ticks(start, end, step) {
  const found = [];
  for (let day = ceilTo(Math.ceil(start), step); day <= end; day = after(day, step)) {
    found.push(day);
  }
  return found;
}

/** @param {number} day @param {Step} step @returns {number} the last round day up to this one */
export function floorTo(day, { unit, size }) {
  const { year, month, day: date } = civil(day);
  if (unit === "year") return dayNumber(floorYear(year, size));
  if (unit === "month") return dayNumber(year, month - (month - 1) % size);
  if (size === 1) return day;
  return dayNumber(year, month, stops(year, month, size).findLast((stop) => stop <= date));
}

/** @param {number} day @param {Step} step @returns {number} the first round day from this one on */
export function ceilTo(day, step) {
  const floor = floorTo(day, step);
  return floor === day ? day : after(floor, step);
}

/**
 * @param {number} day  a round one
 * @param {Step} step
 * @returns {number} the next round day
 */
export function after(day, { unit, size }) {
  const { year, month, day: date } = civil(day);
  if (unit === "year") return dayNumber(yearAfter(year, size));
  if (unit === "month") return addMonths(year, month, size);
  if (size === 1) return day + 1;
  const next = stops(year, month, size).find((stop) => stop > date);
  return next ? dayNumber(year, month, next) : addMonths(year, month, 1);
}

/** @param {number} day  a round one @param {Step} step @returns {number} the round day before it */
export const before = (day, step) => floorTo(day - 1, step);

/**
 * @param {Step} step  between two ticks
 * @returns {{small: Step, large: Step}} how far an arrow key and a page key go
 */
export function keySteps({ unit, size }) {
  if (unit === "day") return { small: { unit, size: 1 }, large: { unit, size: 5 } };
  if (unit === "month") return { small: { unit, size: 1 }, large: { unit, size: 6 } };
  const small = Math.max(1, size / 10);
  return { small: { unit, size: small }, large: { unit, size: Math.max(size, 5 * small) } };
}

/**
 * @param {number} days  of one pixel
 * @returns {Step} what a pointer can still tell apart
 */
export function pointerStep(days) {
  if (days > 100 * DAYS.year) return { unit: "year", size: 100 };
  if (days > 10 * DAYS.year) return { unit: "year", size: 10 };
  if (days > DAYS.year / 3) return { unit: "year", size: 1 };
  return days > DAYS.month / 3 ? { unit: "month", size: 1 } : { unit: "day", size: 1 };
}

/** @param {number} year @param {number} size @returns {number} 1 for the years before the first round one */
function floorYear(year, size) {
  if (year < 1) return 1 - Math.ceil((1 - year) / size) * size;
  return Math.max(1, year - year % size);
}

/** @param {number} year  a round one @param {number} size */
function yearAfter(year, size) {
  if (year < 1) return Math.min(1, year + size);
  return year - year % size + size;
}

/** @param {number} year @param {number} month @param {number} count */
function addMonths(year, month, count) {
  const months = month - 1 + count;
  return dayNumber(year + Math.floor(months / 12), months % 12 + 1);
}

/** @param {number} year @param {number} month @param {number} size */
function stops(year, month, size) {
  const next = daysInMonth(year, month) + 1;
  return STOPS[size].filter((stop) => stop === 1 || next - stop >= size / 2 + 1);
}
