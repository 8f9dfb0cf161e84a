/**
 * Lays periods into lanes so that none covers another: each in the first lane that is free.
 *
 * @typedef {import("mapgen/core/scale.js").Span} Span
 */

/**
 * @param {Span[]} spans  in order of their first day
 * @param {number} least  days; a shorter span takes as much room as this
 * @returns {number[]} the lane of each, from 0
 */
export function lanesOf(spans, least) {
  /** @type {number[]} */
  const ends = [];
  return spans.map(({ from, to }) => {
    const free = ends.findIndex((end) => end < from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(to, from + least);
    return lane;
  });
}
