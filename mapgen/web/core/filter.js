/**
 * Which events are shown: those that pass every filter and are in the window for at least one day.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 * @typedef {import("mapgen/store.js").State} State
 * @typedef {"window" | "categories" | "statuses" | "tags" | "query"} Filter
 */

import { matches } from "mapgen/core/search.js";

/** @type {Record<Filter, (event: HistoricalEvent, state: State) => boolean>} */
const PASSES = {
  window: (event, { from, to, undated }) =>
    event.dated ? event.earliest <= to && event.latest >= from : undated,
  categories: (event, { categories }) =>
    categories.size === 0 || (event.category !== null && categories.has(event.category.index)),
  statuses: (event, { statuses }) => statuses.size === 0 || statuses.has(event.status),
  tags: (event, { tags }) => tags.size === 0 || event.tags.some((tag) => tags.has(tag)),
  query: (event, { query }) => query === "" || matches(event, query),
};
const FILTERS = /** @type {Filter[]} */ (Object.keys(PASSES));

/**
 * @param {HistoricalEvent[]} events
 * @param {State} state
 * @param {Filter} [except]  a filter to leave out, to count what it would let through
 * @returns {Uint8Array} 1 for each event that is shown, else 0
 */
export function shownEvents(events, state, except) {
  const filters = FILTERS.filter((name) => name !== except).map((name) => PASSES[name]);
  return Uint8Array.from(
    events,
    (event) => Number(filters.every((passes) => passes(event, state))),
  );
}
