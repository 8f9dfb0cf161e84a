/**
 * Counts what each filter would let through, given the window and all the other filters.
 *
 * @typedef {import("mapgen/payload.js").Collection} Collection
 *
 * @typedef {"categories" | "statuses" | "tags"} Facet
 *
 * @typedef {Record<Facet, Map<number | string, number>>} Counts  events by value of each facet
 */

import { shownEvents } from "mapgen/core/filter.js";

export const FACETS = /** @type {const} */ (["categories", "statuses", "tags"]);

/**
 * Counts in steps.
 *
 * @param {Collection} collection
 * @param {import("mapgen/store.js").State} state
 * @returns {Generator<void, Counts>} without the values that none of the events has
 */
export function* countingFacets(collection, state) {
  const counts = noCounts();
  for (const facet of FACETS) {
    const shown = shownEvents(collection, state, facet);
    yield;
    counts[facet] = tally(collection, facet, shown);
    yield;
  }
  return counts;
}

/**
 * Counts in steps.
 *
 * @param {Collection} collection
 * @param {(a: string, b: string) => number} compare  two texts that are equally frequent
 * @returns {Generator<void, Counts>} of all events, each facet's most frequent value first
 */
export function* countingAll(collection, compare) {
  const everything = new Uint8Array(collection.count).fill(1);
  const counts = noCounts();
  for (const facet of FACETS) {
    const inOrder = [...tally(collection, facet, everything)].sort(([a, n], [b, m]) =>
      m - n || (typeof a === "number" ? a - Number(b) : compare(a, String(b)))
    );
    counts[facet] = new Map(inOrder);
    yield;
  }
  return counts;
}

/** @returns {Counts} */
const noCounts = () => ({ categories: new Map(), statuses: new Map(), tags: new Map() });

/**
 * @param {Collection} collection
 * @param {Facet} facet
 * @param {Uint8Array} shown
 * @returns {Map<number | string, number>} without "", where no status is said
 */
function tally({ columns, categories, strings }, facet, shown) {
  const { category, status, tags, tagsEnd, weight } = columns;
  const values = facet === "categories" ? categories.keys() : strings;
  const counts = new Float64Array(facet === "categories" ? categories.length : strings.length);
  for (let i = 0; i < shown.length; i++) {
    if (shown[i] === 0) continue;
    const by = weight ? weight[i] : 1;
    if (facet === "statuses") counts[status[i]] += by;
    else if (facet === "tags") {
      for (let at = i > 0 ? tagsEnd[i - 1] : 0; at < tagsEnd[i]; at++) counts[tags[at]] += by;
    } else if (category[i] >= 0) counts[category[i]] += by;
  }
  return new Map(
    [...values].map((value, i) => /** @type {const} */ ([value, counts[i]]))
      .filter(([value, count]) => value !== "" && count > 0),
  );
}
