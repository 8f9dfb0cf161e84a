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
 * @param {Collection} collection
 * @param {import("mapgen/store.js").State} state
 * @returns {Counts} without the values that none of the events has
 */
export function countFacets(collection, state) {
  const [categories, statuses, tags] = FACETS.map((facet) =>
    tally(collection, facet, shownEvents(collection, state, facet))
  );
  return { categories, statuses, tags };
}

/**
 * @param {Collection} collection
 * @param {(a: string, b: string) => number} compare  two texts that are equally frequent
 * @returns {Counts} of all events, each facet's most frequent value first
 */
export function allFacets(collection, compare) {
  const everything = new Uint8Array(collection.count).fill(1);
  const [categories, statuses, tags] = FACETS.map((facet) => {
    const counts = tally(collection, facet, everything);
    const inOrder = [...counts].sort(([a, n], [b, m]) =>
      m - n || (typeof a === "number" ? a - Number(b) : compare(a, String(b)))
    );
    return new Map(inOrder);
  });
  return { categories, statuses, tags };
}

/**
 * @param {Collection} collection
 * @param {Facet} facet
 * @param {Uint8Array} shown
 * @returns {Map<number | string, number>}
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
      .filter(([, count]) => count > 0),
  );
}
