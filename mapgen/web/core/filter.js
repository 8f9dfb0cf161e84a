/**
 * Which events are shown: those that pass every filter and are in the window for at least one day.
 *
 * @typedef {import("mapgen/payload.js").Collection} Collection
 * @typedef {import("mapgen/store.js").State} State
 * @typedef {"window" | "categories" | "statuses" | "tags" | "query"} Filter
 * @typedef {(index: number) => boolean} Test  of an event
 */

import { matches } from "mapgen/core/search.js";

/** @type {Record<Filter, (collection: Collection, state: State) => Test>} */
const TESTS = {
  window: ({ columns: { earliest, latest } }, { from, to, undated }) => (i) =>
    earliest[i] === -Infinity && latest[i] === Infinity
      ? undated
      : earliest[i] <= to && latest[i] >= from,
  categories: ({ columns: { category } }, { categories }) => (i) => categories.has(category[i]),
  statuses: ({ columns: { status }, strings }, { statuses }) => {
    const chosen = masked(strings, statuses);
    return (i) => chosen[status[i]] === 1;
  },
  tags: ({ columns: { tags, tagsEnd }, strings }, state) => {
    const chosen = masked(strings, state.tags);
    return (i) => {
      for (let tag = i > 0 ? tagsEnd[i - 1] : 0; tag < tagsEnd[i]; tag++) {
        if (chosen[tags[tag]] === 1) return true;
      }
      return false;
    };
  },
  query: ({ event }, { query, hits }) => {
    if (hits) return (i) => hits[i] > 0;
    return (i) => {
      const found = event(i);
      return found !== undefined && matches(found, query);
    };
  },
};

/** @type {Record<Filter, (state: State) => boolean>} whether a filter may stop anything */
const ACTS = {
  window: () => true,
  categories: ({ categories }) => categories.size > 0,
  statuses: ({ statuses }) => statuses.size > 0,
  tags: ({ tags }) => tags.size > 0,
  query: ({ query }) => query !== "",
};
const FILTERS = /** @type {Filter[]} */ (Object.keys(TESTS));

/**
 * @param {Collection} collection
 * @param {State} state
 * @param {Filter} [except]  a filter to leave out, to count what it would let through
 * @returns {Uint8Array} 1 for each event that is shown, else 0
 */
export function shownEvents(collection, state, except) {
  const shown = new Uint8Array(collection.count).fill(1);
  for (const name of FILTERS) {
    if (name === except || !ACTS[name](state)) continue;
    const passes = TESTS[name](collection, state);
    for (let i = 0; i < shown.length; i++) if (shown[i] === 1 && !passes(i)) shown[i] = 0;
  }
  return shown;
}

/** @param {string[]} strings @param {ReadonlySet<string>} chosen @returns {Uint8Array} 1 for each that is */
const masked = (strings, chosen) => Uint8Array.from(strings, (each) => chosen.has(each) ? 1 : 0);
