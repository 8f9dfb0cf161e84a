/**
 * Counts what each filter would let through, given the window and all the other filters.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {"categories" | "statuses" | "tags"} Facet
 *
 * @typedef {Record<Facet, Map<number | string, number>>} Counts  events by value of each facet
 */

import { shownEvents } from "mapgen/core/filter.js";

/** @type {Record<Facet, (event: HistoricalEvent) => (number | string)[]>} */
const VALUES = {
  categories: ({ category }) => category ? [category.index] : [],
  statuses: ({ status }) => [status],
  tags: ({ tags }) => tags,
};

export const FACETS = /** @type {Facet[]} */ (Object.keys(VALUES));

/**
 * @param {HistoricalEvent[]} events
 * @param {import("mapgen/store.js").State} state
 * @returns {Counts} without the values that none of the events has
 */
export function countFacets(events, state) {
  const [categories, statuses, tags] = FACETS.map((facet) =>
    tally(events, facet, shownEvents(events, state, facet))
  );
  return { categories, statuses, tags };
}

/**
 * @param {HistoricalEvent[]} events
 * @param {(a: string, b: string) => number} compare  two texts that are equally frequent
 * @returns {Counts} of all events, each facet's most frequent value first
 */
export function allFacets(events, compare) {
  const everything = new Uint8Array(events.length).fill(1);
  const [categories, statuses, tags] = FACETS.map((facet) => {
    const counts = tally(events, facet, everything);
    const inOrder = [...counts].sort(([a, n], [b, m]) =>
      m - n || (typeof a === "number" ? a - Number(b) : compare(a, String(b)))
    );
    return new Map(inOrder);
  });
  return { categories, statuses, tags };
}

/** @param {HistoricalEvent[]} events @param {Facet} facet @param {Uint8Array} shown */
function tally(events, facet, shown) {
  /** @type {Map<number | string, number>} */
  const counts = new Map();
  for (const event of events) {
    if (!shown[event.index]) continue;
    for (const value of VALUES[facet](event)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
