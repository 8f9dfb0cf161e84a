/**
 * The part of time that the axis shows, and the window of days that the reader has chosen in it.
 *
 * @typedef {object} Domain  from the morning of its first day to the evening of its last
 * @property {number} start  days, a fraction where the reader has zoomed
 * @property {number} end  days, after the start
 *
 * @typedef {object} Span  whole days
 * @property {number} from  first day, included
 * @property {number} to  last day, included
 */

import { after, ceilTo, floorTo, stepFor } from "mapgen/core/ticks.js";

const PADDING = 0.015; // of the whole, on either side
const LEAST_PADDING = 2; // days
const CLOSEST = 2; // days; the axis zooms in no further
const ROUND_TO = 24; // parts of the whole: its ends are as round as this many ticks would be

/**
 * @param {Span} all  from the first to the last day of the collection
 * @returns {Domain} a little more, with round ends
 */
export function wholeDomain({ from, to }) {
  const padding = Math.max(LEAST_PADDING, (to + 1 - from) * PADDING);
  const [start, end] = [Math.floor(from - padding), Math.ceil(to + 1 + padding)];
  const step = stepFor(end - start, ROUND_TO);
  return { start: floorTo(start, step), end: ceilTo(end, step) };
}

/** @param {Domain} domain @param {number} day @returns {number} 0 at the start, 1 at the end */
export const fractionOf = ({ start, end }, day) => (day - start) / (end - start);

/** @param {Domain} domain @param {number} fraction @returns {number} days, with their fraction */
export const dayAt = ({ start, end }, fraction) => start + fraction * (end - start);

/**
 * @param {Domain} domain
 * @param {Domain} whole  what the result stays within
 * @param {number} factor  below 1 shows less time
 * @param {number} day  stays where it is on the axis
 * @returns {Domain}
 */
export function zoomed(domain, whole, factor, day) {
  const length = domain.end - domain.start;
  const full = whole.end - whole.start;
  const wanted = Math.min(full, Math.max(CLOSEST, length * factor));
  return within(day - fractionOf(domain, day) * wanted, wanted, whole);
}

/** @param {Domain} domain @param {Domain} whole @param {number} days @returns {Domain} */
export function panned({ start, end }, whole, days) {
  return within(start + days, end - start, whole);
}

/**
 * Moves the domain no further than it must to show a day.
 *
 * @param {Domain} domain
 * @param {Domain} whole
 * @param {number} day
 * @returns {Domain}
 */
export function showing(domain, whole, day) {
  const { start, end } = domain;
  if (day >= start && day <= end) return domain;
  return panned(domain, whole, day < start ? day - start : day - end);
}

/** @param {number} start @param {number} length @param {Domain} whole @returns {Domain} */
function within(start, length, whole) {
  const moved = Math.max(whole.start, Math.min(start, whole.end - length));
  return { start: moved, end: moved + length };
}

/**
 * @param {Span} window
 * @param {Span} all  what the result stays within
 * @param {number} days  to move by
 * @returns {Span} as long as before
 */
export function moved({ from, to }, all, days) {
  const by = Math.max(all.from - from, Math.min(Math.round(days), all.to - to));
  return { from: from + by, to: to + by };
}

/**
 * Moves a window whose ends are both round so that they stay round, any other one by whole days.
 *
 * @param {Span} window
 * @param {Span} all
 * @param {number} days
 * @param {import("mapgen/core/ticks.js").Step} step
 * @returns {Span}
 */
export function shifted(window, all, days, step) {
  const plain = moved(window, all, days);
  const ends = [window.from, window.to + 1];
  if (plain.to === all.to || ends.some((end) => nearest(end, step) !== end)) return plain;
  const from = nearest(plain.from, step);
  const to = nearest(plain.to + 1, step) - 1;
  return from < all.from || to > all.to || to < from ? plain : { from, to };
}

/**
 * Moves one end of a window, never past the other one.
 *
 * @param {Span} window
 * @param {Span} all
 * @param {"from" | "to"} end
 * @param {number} day  where the end is wanted: the morning of the first day, the evening of the last
 * @param {import("mapgen/core/ticks.js").Step} step  of the round days that it stops at
 * @returns {Span}
 */
export function stretched({ from, to }, all, end, day, step) {
  const round = nearest(day, step);
  if (end === "from") {
    return { from: Math.max(all.from, round <= to ? round : floorTo(to, step)), to };
  }
  const last = round > from ? round - 1 : after(floorTo(from, step), step) - 1;
  return { from, to: Math.min(all.to, last) };
}

/**
 * @param {number} day  days, with their fraction
 * @param {import("mapgen/core/ticks.js").Step} step
 * @returns {number} the round day that is nearest
 */
export function nearest(day, step) {
  const floor = floorTo(Math.round(day), step);
  const next = after(floor, step);
  return next - day < day - floor ? next : floor;
}

/**
 * @param {Span} window
 * @param {Span} all
 * @param {Span} event  the days of an event, endless ones too
 * @returns {Span} the window, moved so that the event is inside; longer only where it must be
 */
export function including(window, all, event) {
  if (event.from <= window.to && event.to >= window.from) return window;
  const from = Math.max(event.from, all.from);
  const to = Math.min(event.to, all.to);
  if (to - from > window.to - window.from) return { from, to };
  return moved(window, all, to > window.to ? to - window.to : from - window.from);
}
