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
  categories: ({ category }, { categories }) => category !== null && categories.has(category.index),
  statuses: ({ status }, { statuses }) => statuses.has(status),
  tags: (event, { tags }) => event.tags.some((tag) => tags.has(tag)),
  query: (event, { query, hits }) => hits ? hits[event.index] > 0 : matches(event, query),
};

/** @type {Record<Filter, (state: State) => boolean>} whether a filter may stop anything */
const ACTS = {
  window: () => true,
  categories: ({ categories }) => categories.size > 0,
  statuses: ({ statuses }) => statuses.size > 0,
  tags: ({ tags }) => tags.size > 0,
  query: ({ query }) => query !== "",
};
const FILTERS = /** @type {Filter[]} */ (Object.keys(PASSES));

/**
 * @param {HistoricalEvent[]} events
 * @param {State} state
 * @param {Filter} [except]  a filter to leave out, to count what it would let through
 * @returns {Uint8Array} 1 for each event that is shown, else 0
 */
export function shownEvents(events, state, except) {
  const acting = FILTERS.filter((name) => name !== except && ACTS[name](state));
  const filters = acting.map((name) => PASSES[name]);
  const shown = new Uint8Array(events.length).fill(1);
  for (const passes of filters) {
    for (let i = 0; i < shown.length; i++) if (shown[i] && !passes(events[i], state)) shown[i] = 0;
  }
  return shown;
}
