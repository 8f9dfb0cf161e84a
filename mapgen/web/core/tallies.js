/**
 * Counts what each mark of the map shows. All events are counted when the marks change; after that,
 * only what has changed is counted again.
 *
 * @typedef {import("mapgen/payload.js").Category} Category
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
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
  /** @type {Int32Array} */
  home = new Int32Array();
  /** @type {Uint8Array} */
  levels = new Uint8Array();
  shown = new Int32Array();
  confirmed = new Int32Array();
  passing = new Int32Array();

  /**
   * @param {readonly HistoricalEvent[]} events
   * @param {readonly Category[]} categories
   */
  constructor(events, categories) {
    const { length } = events;
    this.kinds = [...categories, null];
    this.places = new Int32Array(length).fill(-1); // of each event: the index of its place,
    this.goals = new Int32Array(length).fill(-1); // of the other one if it is a movement,
    this.kind = new Int32Array(length); // of its category in `kinds`,
    this.sure = new Uint8Array(length); // and whether it is confirmed
    let i = 0;
    for (const { place, to, category, status } of events) {
      if (place) this.places[i] = place.index;
      if (to) this.goals[i] = to.index;
      this.kind[i] = category ? category.index : categories.length;
      this.sure[i] = Number(status === "confirmed");
      i += 1;
    }
  }

  /**
   * @param {Int32Array} home  the number of the mark of each place by its index, -1 for none
   * @param {number} marks  how many there are
   * @param {Uint8Array} levels  FILTERED, OUTSIDE or SHOWN for each event
   */
  count(home, marks, levels) {
    this.home = home;
    this.levels = levels;
    this.shown = new Int32Array(marks * this.kinds.length);
    this.confirmed = new Int32Array(marks);
    this.passing = new Int32Array(marks);
    for (let i = 0; i < levels.length; i++) this.add(i, levels[i], 1);
  }

  /**
   * @param {Uint8Array} levels
   * @param {Int32Array} changed  the indices of the events whose level is another than before
   * @returns {Uint8Array} 1 for each mark that may show something else now
   */
  recount(levels, changed) {
    const touched = new Uint8Array(this.passing.length);
    for (const i of changed) {
      this.add(i, this.levels[i], -1);
      this.add(i, levels[i], 1);
      for (const mark of [this.markOf(this.places[i]), this.markOf(this.goals[i])]) {
        if (mark >= 0) touched[mark] = 1;
      }
    }
    this.levels = levels;
    return touched;
  }

  /** @param {number} event @param {number} level @param {number} by */
  add(event, level, by) {
    if (level === FILTERED) return;
    const mark = this.markOf(this.places[event]);
    const other = this.markOf(this.goals[event]);
    if (mark >= 0) this.addTo(mark, event, level, by);
    if (other >= 0 && other !== mark) this.addTo(other, event, level, by);
  }

  /** @param {number} mark @param {number} event @param {number} level @param {number} by */
  addTo(mark, event, level, by) {
    this.passing[mark] += by;
    if (level !== SHOWN) return;
    this.shown[mark * this.kinds.length + this.kind[event]] += by;
    if (this.sure[event] === 1) this.confirmed[mark] += by;
  }

  /** @param {number} place  -1 for none */
  markOf(place) {
    return place < 0 ? -1 : this.home[place];
  }

  /** @param {number} mark @returns {Tally} */
  of(mark) {
    const first = mark * this.kinds.length;
    const parts = this.kinds
      .map((category, kind) => ({ category, length: this.shown[first + kind] }))
      .filter(({ length }) => length > 0);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return { length, confirmed: this.confirmed[mark], parts };
  }

  /** @param {number} mark @returns {boolean} whether the filters stop all its events */
  isStopped(mark) {
    return this.passing[mark] === 0;
  }
}
