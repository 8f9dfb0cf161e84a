/**
 * Counts what the sources of a page stand for.
 *
 * @typedef {import("mapgen/payload.js").Collection} Collection
 *
 * @typedef {object} Source
 * @property {string} source  "" where only an address is named
 * @property {string} source_url  "" for none
 * @property {number} count  of its events
 */

import { MANY } from "mapgen/core/table-columns.js";

/**
 * @param {Collection} collection
 * @returns {Source[]} each once, the one of most events first; of many events without the addresses,
 *   which are not all read
 */
export function countSources(collection) {
  const found = collection.count > MANY ? byName(collection) : byAddress(collection);
  return found.sort((a, b) => b.count - a.count);
}

/** @param {Collection} collection @returns {Source[]} in the order in which the events name them */
function byName({ columns: { source, weight }, strings }) {
  const counts = new Float64Array(strings.length);
  const met = [];
  for (let i = 0; i < source.length; i++) {
    if (counts[source[i]] === 0) met.push(source[i]);
    counts[source[i]] += weight ? weight[i] : 1;
  }
  return met.map((at) => ({ source: strings[at], source_url: "", count: counts[at] }));
}

/** @param {Collection} collection @returns {Source[]} in the order in which the events name them */
function byAddress({ count: length, event }) {
  /** @type {Map<string, Source>} */
  const counts = new Map();
  for (let i = 0; i < length; i++) {
    const { source, source_url, weight } =
      /** @type {import("mapgen/payload.js").HistoricalEvent} */ (event(i));
    const key = `${source}\n${source_url}`;
    const counted = counts.get(key) ?? { source, source_url, count: 0 };
    counted.count += weight;
    counts.set(key, counted);
  }
  return [...counts.values()];
}
