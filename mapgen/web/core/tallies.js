/**
 * Counts what each place of the map shows, and so what a mark of several does. All events are counted
 * once; after that, only what has changed is counted again.
 *
 * @typedef {import("mapgen/payload.js").Category} Category
 *
 * @typedef {object} Tally  the events that a mark shows
 * @property {number} length  how many
 * @property {number} confirmed  how many of them are
 * @property {Part[]} parts  in the order of the categories, those without one last; none is empty
 *
 * @typedef {{category: Category | null, length: number}} Part  how many are of a category
 */

import { FILTERED, SHOWN } from "mapgen/core/levels.js";

export class Tallies {
  /** @param {import("mapgen/payload.js").Collection} collection */
  constructor({ columns, categories, places, strings, movements }) {
    this.place = columns.place;
    this.to = columns.to;
    this.category = columns.category;
    this.status = columns.status;
    this.weight = columns.weight;
    this.kinds = [...categories, null];
    this.sure = strings.indexOf("confirmed");
    /** @type {Uint8Array} */
    this.levels = new Uint8Array(columns.place.length);
    this.shown = new Int32Array(places.length * this.kinds.length);
    this.confirmed = new Int32Array(places.length);
    this.passing = new Int32Array(places.length);
    /** @type {Map<number, number[]>} movements by the place that they leave */
    this.leaving = new Map();
    for (const { index, place, to } of movements) {
      if (!place || place === to) continue;
      this.leaving.set(place.index, [...this.leaving.get(place.index) ?? [], index]);
    }
  }

  /**
   * @param {Uint8Array} levels  FILTERED, OUTSIDE or SHOWN for each event
   * @param {ArrayLike<number> & Iterable<number>} changed  the indices of the events whose level is
   *   another than before; where most are, all is counted again
   * @returns {Uint8Array} 1 for each place that may show something else now
   */
  recount(levels, changed) {
    if (2 * changed.length > levels.length) return this.count(levels);
    const { place, to } = this;
    const touched = new Uint8Array(this.passing.length);
    for (const i of changed) {
      this.add(i, this.levels[i], -1);
      this.add(i, levels[i], 1);
      if (place[i] >= 0) touched[place[i]] = 1;
      if (to[i] >= 0) touched[to[i]] = 1;
    }
    this.levels = levels;
    return touched;
  }

  /** @param {Uint8Array} levels @returns {Uint8Array} 1 for each place */
  count(levels) {
    for (const column of [this.shown, this.confirmed, this.passing]) column.fill(0);
    for (let i = 0; i < levels.length; i++) this.add(i, levels[i], 1);
    this.levels = levels;
    return new Uint8Array(this.passing.length).fill(1);
  }

  /** @param {number} event @param {number} level @param {1 | -1} sign */
  add(event, level, sign) {
    if (level === FILTERED) return;
    const by = this.weight ? sign * this.weight[event] : sign;
    const place = this.place[event];
    const to = this.to[event];
    if (place >= 0) this.addTo(place, event, level, by);
    if (to >= 0 && to !== place) this.addTo(to, event, level, by);
  }

  /** @param {number} place @param {number} event @param {number} level @param {number} by */
  addTo(place, event, level, by) {
    this.passing[place] += by;
    if (level !== SHOWN) return;
    const { length } = this.kinds;
    const kind = this.category[event];
    this.shown[place * length + (kind < 0 ? length - 1 : kind)] += by;
    if (this.status[event] === this.sure) this.confirmed[place] += by;
  }

  /**
   * @param {Iterable<number>} places  those of a mark, by their index
   * @returns {Tally} a movement between two of them is one event
   */
  of(places) {
    const own = this.leaving.size > 0 ? new Set(places) : NOBODY;
    const sums = new Int32Array(this.kinds.length);
    let confirmed = 0;
    for (const place of places) {
      const first = place * sums.length;
      for (let kind = 0; kind < sums.length; kind++) sums[kind] += this.shown[first + kind];
      confirmed += this.confirmed[place];
      if (this.leaving.has(place)) confirmed -= this.takeTwice(place, own, sums);
    }
    const parts = this.kinds.map((category, kind) => ({ category, length: sums[kind] }))
      .filter(({ length }) => length > 0);
    return { length: sums.reduce((sum, each) => sum + each, 0), confirmed, parts };
  }

  /**
   * Takes away the shown movements from a place to others of its mark, which are counted at both.
   *
   * @param {number} place
   * @param {Set<number>} own  the places of the mark
   * @param {Int32Array} sums  by category
   * @returns {number} how many of them are confirmed
   */
  takeTwice(place, own, sums) {
    const { to, category, status, weight } = this;
    let confirmed = 0;
    for (const event of this.leaving.get(place) ?? []) {
      if (this.levels[event] !== SHOWN || !own.has(to[event])) continue;
      const by = weight ? weight[event] : 1;
      sums[category[event] < 0 ? sums.length - 1 : category[event]] -= by;
      if (status[event] === this.sure) confirmed += by;
    }
    return confirmed;
  }

  /** @param {number[] | Int32Array} places @returns {boolean} whether the filters stop all their events */
  isStopped(places) {
    return places.every((place) => this.passing[place] === 0);
  }
}

/** @type {Set<number>} */
const NOBODY = new Set();
