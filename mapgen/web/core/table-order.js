/** Puts the rows of the data table in order by one of its columns. */

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

const BY_NUMBER = new Set(["lat", "lon", "to_lat", "to_lon"]);
const BY_TIME = new Set(["date", "time", "end_time", "date_text"]);

/**
 * @param {import("mapgen/payload.js").Collection} collection
 * @param {Uint32Array} indices  of events, in time order
 * @param {import("mapgen/core/table-columns.js").TableColumn} column
 * @param {boolean} descending
 * @param {string} locale  whose alphabet counts
 * @returns {ArrayLike<number>} the same in order; blank cells come last either way
 */
export function inOrder({ columns, event }, indices, { name, text }, descending, locale) {
  if (BY_TIME.has(name)) return descending ? latestFirst(indices, columns) : indices;
  const sign = descending ? -1 : 1;
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const keyed = Array.from(indices, (index) => {
    const key = text(/** @type {HistoricalEvent} */ (event(index)));
    return { index, key };
  });
  /** @type {(a: string, b: string) => number} */
  const order = BY_NUMBER.has(name) ? (a, b) => Number(a) - Number(b) : compare;
  return keyed
    .sort((a, b) => Number(a.key === "") - Number(b.key === "") || sign * order(a.key, b.key))
    .map(({ index }) => index);
}

/** @param {Uint32Array} indices @param {import("mapgen/core/columns.js").Columns} columns */
function latestFirst(indices, { earliest, latest }) {
  let end = indices.length; // of those with a date, which come first
  while (end > 0 && isUndated(indices[end - 1])) end -= 1;
  const made = indices.slice();
  made.subarray(0, end).reverse();
  made.subarray(end).reverse();
  return made;

  /** @param {number} index */
  function isUndated(index) {
    return earliest[index] === -Infinity && latest[index] === Infinity;
  }
}
