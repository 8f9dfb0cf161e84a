/**
 * The part of the map around the view as cells of a few pixels, each of which knows its country.
 *
 * @typedef {import("mapgen/core/placement.js").Box} Box
 *
 * @typedef {object} Frame
 * @property {number} left  of the grid, pixels of the layer
 * @property {number} top
 * @property {number} columns
 * @property {number} rows
 * @property {number} x  of the grid's corner, units of core/outlines.js
 * @property {number} y
 * @property {number} scale  units in a pixel
 * @property {Box} view  what is seen of it, pixels of the layer
 * @property {number} [west]  where the world begins, units; beyond its edges there is no land
 *
 * @typedef {object} Extent  of a country on the grid: its first and last cells, both included
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number} cells  how many there are
 * @property {number} seen  of them in view
 * @property {number} x  the sum of where they are, pixels of the layer
 * @property {number} y
 */

import { NO_LAND } from "mapgen/core/lands.js";
import { SIDE } from "mapgen/core/outlines.js";

export const CELL = 4; // pixels
const STEP = 200; // arcs that are looked at without a pause
const ROWS = 40; // that are filled
const FINE = 2 ** 20; // steps in a cell, by which lines are put in order
const LANDS = 2 ** 10; // more than there are
const ABROAD = 0.03; // of some cells, which are less than can be told

/**
 * @param {import("mapgen/core/lands.js").Lands} lands
 * @param {Frame} frame
 * @returns {Generator<void, LandGrid>}
 */
export function* gridding({ lines }, frame) {
  const grid = new LandGrid(frame);
  const crossings = yield* crossing(lines, frame);
  for (let row = 0; row < frame.rows; row++) {
    if (row % ROWS === 0) yield;
    grid.fill(row, crossings[row].sort((a, b) => a - b));
  }
  return grid;
}

export class LandGrid {
  /** @type {Map<number, Extent>} */
  #extents = new Map();
  /** @type {number[]} the land of each run of cells in a row */
  #lands = [];
  /** @type {number[]} the number of the cell behind each run */
  #ends = [];
  /** @type {Uint32Array} the number of the run of each cell, row by row */
  #runs;

  /** @param {Frame} frame */
  constructor(frame) {
    this.frame = frame;
    this.#runs = new Uint32Array(frame.columns * frame.rows);
    const { columns, x, scale, west = 0 } = frame;
    const [first, last] = [west, west + SIDE].map((edge) => {
      const column = Math.round((edge - x) / (CELL * scale));
      return Math.max(0, Math.min(columns, column));
    });
    this.first = first; // column in the world
    this.last = last; // behind it
  }

  /** @param {number} land @returns {Extent | undefined} */
  extent(land) {
    return this.#extents.get(land);
  }

  /** @param {number} column @param {number} row @returns {number} the land there */
  owner(column, row) {
    const { columns, rows } = this.frame;
    const is = column >= 0 && column < columns && row >= 0 && row < rows;
    return is ? this.#lands[this.#runs[row * columns + column]] : NO_LAND;
  }

  /**
   * @param {number} land
   * @param {number} left  the first column of some cells, all of the grid
   * @param {number} top
   * @param {number} columns
   * @param {number} rows
   * @returns {number} how much of them is on the land; 0 where their middle is not, or where some are
   *   on another's
   */
  share(land, left, top, columns, rows) {
    if (!this.#isAmid(land, left, top, columns, rows)) return 0;
    const { columns: width } = this.frame;
    let own = 0;
    let abroad = 0;
    for (let row = top; row < top + rows; row++) {
      const end = row * width + left + columns;
      let at = row * width + left;
      for (let run = this.#runs[at]; at < end; run++) {
        const stop = Math.min(this.#ends[run], end);
        if (this.#lands[run] === land) own += stop - at;
        else if (this.#lands[run] !== NO_LAND) abroad += stop - at;
        at = stop;
      }
    }
    return abroad > ABROAD * columns * rows ? 0 : own / (columns * rows);
  }

  /**
   * @param {number} land
   * @param {number} left
   * @param {number} top
   * @param {number} columns
   * @param {number} rows
   */
  #isAmid(land, left, top, columns, rows) {
    const one = left + ((columns - 1) >> 1);
    const other = left + (columns >> 1); // the same if there is one in the middle
    const upper = top + ((rows - 1) >> 1);
    const lower = top + (rows >> 1);
    return this.owner(one, upper) === land && this.owner(other, lower) === land &&
      this.owner(other, upper) === land && this.owner(one, lower) === land;
  }

  /**
   * @param {number} row
   * @param {number[]} crossings  in order: where a land begins, with its number
   */
  fill(row, crossings) {
    const { first, last } = this;
    let start = first;
    let land = NO_LAND;
    this.#run(row, 0, first, NO_LAND);
    for (const crossing of crossings) {
      const at = Math.floor(crossing / LANDS);
      const column = Math.max(first, Math.min(last, Math.round(at / FINE)));
      this.#run(row, start, column, land);
      start = Math.max(start, column);
      land = crossing - at * LANDS + NO_LAND;
    }
    this.#run(row, start, last, land);
    this.#run(row, last, this.frame.columns, NO_LAND);
  }

  /** @param {number} row @param {number} start @param {number} end @param {number} land */
  #run(row, start, end, land) {
    if (start >= end) return;
    const { columns } = this.frame;
    this.#runs.fill(this.#lands.length, row * columns + start, row * columns + end);
    this.#lands.push(land);
    this.#ends.push(row * columns + end);
    if (land !== NO_LAND) this.#extend(row, start, end - 1, land);
  }

  /** @param {number} row @param {number} first @param {number} last @param {number} land */
  #extend(row, first, last, land) {
    const { left, top, view } = this.frame;
    const extent = this.#extents.get(land) ??
      { left: first, top: row, right: last, bottom: row, cells: 0, seen: 0, x: 0, y: 0 };
    this.#extents.set(land, extent);
    extent.left = Math.min(extent.left, first);
    extent.right = Math.max(extent.right, last);
    extent.bottom = row;
    extent.cells += last - first + 1;
    const y = top + (row + 0.5) * CELL;
    const from = Math.max(view.left, left + first * CELL);
    const to = Math.min(view.right, left + (last + 1) * CELL);
    if (y < view.top || y > view.bottom || from >= to) return;
    const seen = (to - from) / CELL;
    extent.seen += seen;
    extent.x += seen * (from + to) / 2;
    extent.y += seen * y;
  }
}

/**
 * @param {import("mapgen/core/lands.js").Lines} lines
 * @param {Frame} frame
 * @returns {Generator<void, number[][]>} for each row, where a land begins, with its number
 */
function* crossing({ arcs, lefts, rights, bounds }, frame) {
  const { y, rows, columns } = frame;
  const cell = CELL * frame.scale;
  const bottom = y + rows * cell;
  /** @type {number[][]} */
  const crossings = Array.from({ length: rows }, () => []);
  for (const x of worldsOf(frame)) {
    for (let arc = 0; arc < arcs.length; arc++) {
      if (arc % STEP === STEP - 1) yield;
      const at = 4 * arc;
      if (bounds[at] > x + columns * cell || bounds[at + 1] > bottom || bounds[at + 3] < y) {
        continue;
      }
      const { [arc]: points } = arcs;
      let from = Math.ceil((points[1] - y) / cell - 0.5); // the first row whose middle is below
      for (let i = 2; i < points.length; i += 2) {
        const to = Math.ceil((points[i + 1] - y) / cell - 0.5);
        if (to === from) continue;
        const first = Math.max(0, Math.min(from, to));
        const last = Math.min(rows, Math.max(from, to));
        const east = from < to ? lefts[arc] : rights[arc]; // who walks down has the east on the left
        const slope = (points[i] - points[i - 2]) / (points[i + 1] - points[i - 1]);
        for (let row = first; row < last; row++) {
          const crossing = points[i] + (y + (row + 0.5) * cell - points[i + 1]) * slope;
          crossings[row].push(Math.floor((FINE * (crossing - x)) / cell) * LANDS + east - NO_LAND);
        }
        from = to;
      }
    }
  }
  return crossings;
}

/**
 * @param {Frame} frame
 * @returns {number[]} the left edge of the grid in the usual world, and in the one beside it if the
 *   world of the story has a part of that
 */
function worldsOf({ x, west = 0 }) {
  const first = Math.floor(west / SIDE) * SIDE;
  return first === west ? [x - first] : [x - first, x - first - SIDE];
}
