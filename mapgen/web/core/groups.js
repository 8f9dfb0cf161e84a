/**
 * Groups events under the named period they fall in, or else under the years around them.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} Years  1940 to 1949 are {year: 1940, step: 10}
 * @property {number} year  the smallest of them, counted from the era's begin
 * @property {number} step  how many years a group holds: 1, 10, 100 or 1000
 * @property {boolean} bce
 *
 * @typedef {object} Group
 * @property {string} key  the same for the same group
 * @property {HistoricalEvent | null} period
 * @property {Years | null} years  null for a period and for undated events
 */

import { civil } from "mapgen/core/time.js";

const YEAR = 365.2425; // days
const GROUPS = 40; // at most, of years, in one story
const UNDATED = Object.freeze({ key: "undated", period: null, years: null });

/**
 * @param {HistoricalEvent[]} periods
 * @param {number} first  day of the time axis
 * @param {number} last
 * @returns {(event: HistoricalEvent) => Group}
 */
export function grouping(periods, first, last) {
  const shortest = periods.filter(({ dated }) => dated)
    .sort((a, b) => length(a) - length(b));
  const step = stepOf((last - first) / YEAR);
  return (event) => {
    if (!event.dated) return UNDATED;
    const start = startOf(event);
    const period = event.kind === "period" ? event : shortest.find((each) => holds(each, start));
    return period ? { key: `period ${period.index}`, period, years: null } : around(start, step);
  };
}

/** @param {HistoricalEvent} period */
const length = ({ earliest, latest }) => latest - earliest;

/** @param {HistoricalEvent} event @returns {number} its first day, the last where that is open */
const startOf = ({ earliest, latest }) => earliest === -Infinity ? latest : earliest;

/** @param {HistoricalEvent} period @param {number} day */
const holds = ({ earliest, latest }, day) => earliest <= day && day <= latest;

/** @param {number} years  that the story spans */
const stepOf = (years) => [1, 10, 100].find((step) => years / step <= GROUPS) ?? 1000;

/** @param {number} day @param {number} step @returns {Group} */
function around(day, step) {
  const { year: astronomical } = civil(day);
  const bce = astronomical <= 0;
  const counted = bce ? 1 - astronomical : astronomical;
  const year = Math.floor(counted / step) * step;
  return { key: `${bce ? "-" : ""}${year}`, period: null, years: { year, step, bce } };
}
