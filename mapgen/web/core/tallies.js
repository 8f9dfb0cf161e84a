/**
 * Counts what each place of the map shows, and so what a mark of several does. All events are counted
 * once; after that, only what has changed is counted again.
 *
 * @typedef {import("mapgen/payload.js").Category} Category
 *
 * @typedef {object} Tally  the events that a mark shows
 * @property {number} length  how many
 * @property {number} sure  how many of them are no claims
 * @property {Part[]} parts  in the order of the categories, those without one last; none is empty
 *
 * @typedef {{category: Category | null, length: number}} Part  how many are of a category
 *
 * @typedef {object} Sums  of each place
 * @property {Int32Array} shown  events, a number for each kind
 * @property {Int32Array} sure  shown events that are no claims
 * @property {Int32Array} passing  events that no filter stops
 */

import { claimsAmong } from "mapgen/core/claims.js";
import { FILTERED, SHOWN } from "mapgen/core/levels.js";

const STEP = 20_000; // events that are counted without a pause
const MANY = 200; // categories; no eye tells more of them apart
const LOOKS = 8; // colours and shapes, in turns

export class Tallies {
  /** @param {import("mapgen/payload.js").Collection} collection */
  constructor({ columns, categories, places, strings, movements }) {
    this.place = columns.place;
    this.to = columns.to;
    this.category = columns.category;
    this.status = columns.status;
    this.weight = columns.weight;
    const { kinds, kindOf } = kindsOf(categories);
    this.kinds = [...kinds, null];
    this.kindOf = kindOf;
    this.claims = claimsAmong(strings);
    /** @type {Uint8Array} */
    this.levels = new Uint8Array(columns.place.length);
    this.sums = nothing(places.length, this.kinds.length);
    /** @type {Map<number, number[]>} movements by the place that they leave */
    this.leaving = new Map();
    for (const { index, place, to } of movements) {
      if (!place || place === to) continue;
      this.leaving.set(place.index, [...this.leaving.get(place.index) ?? [], index]);
    }
  }

  /**
   * Counts in steps; until the last one, the tallies are those of before.
   *
   * @param {Uint8Array} levels  FILTERED, OUTSIDE or SHOWN for each event
   * @param {ArrayLike<number>} changed  the indices of the events whose level is another than before;
   *   where most are, all is counted again
   * @returns {Generator<void, Uint8Array>} 1 for each place that may show something else now
   */
  *recounting(levels, changed) {
    if (2 * changed.length > levels.length) return yield* this.counting(levels);
    const { place, to, sums: { shown, sure, passing } } = this;
    const touched = new Uint8Array(passing.length);
    const sums = {
      shown: shown.slice(),
      sure: sure.slice(),
      passing: passing.slice(),
    };
    for (let at = 0; at < changed.length; at++) {
      const { [at]: i } = changed;
      this.add(sums, i, this.levels[i], -1);
      this.add(sums, i, levels[i], 1);
      if (place[i] >= 0) touched[place[i]] = 1;
      if (to[i] >= 0) touched[to[i]] = 1;
      if (at % STEP === STEP - 1) yield;
    }
    Object.assign(this, { sums, levels });
    return touched;
  }

  /** @param {Uint8Array} levels @returns {Generator<void, Uint8Array>} 1 for each place */
  *counting(levels) {
    const { length } = this.sums.passing;
    const sums = nothing(length, this.kinds.length);
    for (let i = 0; i < levels.length; i++) {
      this.add(sums, i, levels[i], 1);
      if (i % STEP === STEP - 1) yield;
    }
    Object.assign(this, { sums, levels });
    return new Uint8Array(length).fill(1);
  }

  /** @param {Sums} sums @param {number} event @param {number} level @param {1 | -1} sign */
  add(sums, event, level, sign) {
    if (level === FILTERED) return;
    const by = this.weight ? sign * this.weight[event] : sign;
    const place = this.place[event];
    const to = this.to[event];
    if (place >= 0) this.addTo(sums, place, event, level, by);
    if (to >= 0 && to !== place) this.addTo(sums, to, event, level, by);
  }

  /**
   * @param {Sums} sums
   * @param {number} place
   * @param {number} event
   * @param {number} level
   * @param {number} by
   */
  addTo({ shown, sure, passing }, place, event, level, by) {
    passing[place] += by;
    if (level !== SHOWN) return;
    const { length } = this.kinds;
    const kind = this.category[event];
    shown[place * length + (kind < 0 ? length - 1 : this.kindOf[kind])] += by;
    if (this.claims[this.status[event]] === 0) sure[place] += by;
  }

  /**
   * @param {Iterable<number>} places  those of a mark, by their index
   * @returns {Tally} a movement between two of them is one event
   */
  of(places) {
    const own = this.leaving.size > 0 ? new Set(places) : NOBODY;
    const { shown, sure: certain } = this.sums;
    const sums = new Int32Array(this.kinds.length);
    let sure = 0;
    for (const place of places) {
      const first = place * sums.length;
      for (let kind = 0; kind < sums.length; kind++) sums[kind] += shown[first + kind];
      sure += certain[place];
      if (this.leaving.has(place)) sure -= this.takeTwice(place, own, sums);
    }
    const parts = this.kinds.map((category, kind) => ({ category, length: sums[kind] }))
      .filter(({ length }) => length > 0);
    return { length: sums.reduce((sum, each) => sum + each, 0), sure, parts };
  }

  /**
   * Takes away the shown movements from a place to others of its mark, which are counted at both.
   *
   * @param {number} place
   * @param {Set<number>} own  the places of the mark
   * @param {Int32Array} sums  by category
   * @returns {number} how many of them are no claims
   */
  takeTwice(place, own, sums) {
    const { to, category, kindOf, status, weight, claims } = this;
    let sure = 0;
    for (const event of this.leaving.get(place) ?? []) {
      if (this.levels[event] !== SHOWN || !own.has(to[event])) continue;
      const by = weight ? weight[event] : 1;
      sums[category[event] < 0 ? sums.length - 1 : kindOf[category[event]]] -= by;
      if (claims[status[event]] === 0) sure += by;
    }
    return sure;
  }

  /** @param {number[] | Int32Array} places @returns {boolean} whether the filters stop all their events */
  isStopped(places) {
    return places.every((place) => this.sums.passing[place] === 0);
  }
}

/**
 * The categories that are counted apart: each, or of very many one for each that looks different, for
 * their number is multiplied by that of the places.
 *
 * @param {Category[]} categories
 * @returns {{kinds: Category[], kindOf: Uint32Array}} and the number of the kind of each category
 */
function kindsOf(categories) {
  if (categories.length <= MANY) {
    return { kinds: categories, kindOf: Uint32Array.from(categories.keys()) };
  }
  /** @type {Map<string, number>} */
  const looks = new Map();
  const kinds = [];
  const kindOf = new Uint32Array(categories.length);
  for (const category of categories) {
    const look = `${category.color} ${category.shape} ${category.index % LOOKS}`;
    const kind = looks.get(look) ?? kinds.push(category) - 1;
    looks.set(look, kind);
    kindOf[category.index] = kind;
  }
  return { kinds, kindOf };
}

/** @type {Set<number>} */
const NOBODY = new Set();

/** @param {number} places @param {number} kinds @returns {Sums} */
function nothing(places, kinds) {
  return {
    shown: new Int32Array(places * kinds),
    sure: new Int32Array(places),
    passing: new Int32Array(places),
  };
}
