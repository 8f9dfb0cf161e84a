/**
 * Which events happen at each place: those that happened, came or left there. They are looked for
 * when somebody asks, all at once.
 *
 * @typedef {import("mapgen/core/columns.js").Columns} Columns
 */

export class Visits {
  #columns;
  #length;
  /** @type {{begins: Int32Array, events: Int32Array} | undefined} */
  #found;

  /** @param {Columns} columns @param {number} length  of the places */
  constructor(columns, length) {
    this.#columns = columns;
    this.#length = length;
    this.counts = countVisits(columns, length);
  }

  /** @param {number} place @returns {Int32Array} its events, ascending */
  of(place) {
    const { begins, events } = this.#found ??= find(this.#columns, this.#length);
    return events.subarray(begins[place], begins[place + 1]);
  }
}

/**
 * @param {Columns} columns
 * @param {number} length  of the places
 * @param {Uint8Array} [among]  1 for each event that counts; all without it
 * @returns {Float64Array} how many events each place has
 */
export function countVisits({ place, to, weight }, length, among) {
  const counts = new Float64Array(length);
  for (let i = 0; i < place.length; i++) {
    if (among && among[i] === 0) continue;
    const by = weight ? weight[i] : 1;
    if (place[i] >= 0) counts[place[i]] += by;
    if (to[i] >= 0 && to[i] !== place[i]) counts[to[i]] += by;
  }
  return counts;
}

/** @param {import("mapgen/payload.js").HistoricalEvent[]} events @returns {number} that they stand for */
export const countOf = (events) => events.reduce((sum, { weight }) => sum + weight, 0);

/** @param {Columns} columns @param {number} length */
function find({ place, to }, length) {
  const begins = new Int32Array(length + 1);
  for (let i = 0; i < place.length; i++) {
    if (place[i] >= 0) begins[place[i] + 1] += 1;
    if (to[i] >= 0 && to[i] !== place[i]) begins[to[i] + 1] += 1;
  }
  for (let i = 0; i < length; i++) begins[i + 1] += begins[i];
  const ends = begins.slice();
  const events = new Int32Array(begins[length]);
  for (let i = 0; i < place.length; i++) {
    if (place[i] >= 0) events[ends[place[i]]++] = i;
    if (to[i] >= 0 && to[i] !== place[i]) events[ends[to[i]]++] = i;
  }
  return { begins, events };
}
