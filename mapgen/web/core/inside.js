/**
 * Where the name of a country lies: wholly on its land, or for the most part, and then with the rest
 * on the sea.
 *
 * @typedef {import("mapgen/core/land-grid.js").LandGrid} LandGrid
 * @typedef {import("mapgen/core/placement.js").Box} Box
 *
 * @typedef {object} Name
 * @property {number} land  the number of the country
 * @property {[number, number]} size  pixels
 * @property {[number, number]} best  where its middle had best lie, pixels of the layer
 *
 * @typedef {object} Reach  where the first cell of a name may be
 * @property {number} first  column
 * @property {number} last
 * @property {number} upper  row
 * @property {number} lower
 */

import { CELL } from "mapgen/core/land-grid.js";
import { isInside } from "mapgen/core/placement.js";

const TRIES = 30; // places along the longer side of a country
const LEAST = 0.6; // of a name is on its land
const AFLOAT = 160; // pixels that a name would rather move than lie on the sea as a whole

/**
 * Looks at places in rings around the best one, until none that is left can be better.
 *
 * @param {LandGrid} grid
 * @param {Name} name
 * @param {(box: Box) => number} costOf  pixels that a name would rather move than lie there, Infinity
 *   for a place that is taken
 * @returns {Box | null} in view if any of the country is
 */
export function findInside(grid, { land, size: [width, height], best: [x, y] }, costOf) {
  const extent = grid.extent(land);
  if (!extent || extent.cells * CELL * CELL < LEAST * width * height) return null;
  const { left, top, view } = grid.frame;
  const [columns, rows] = [width, height].map((length) => Math.ceil(length / CELL));
  const [inX, inY] = [(columns * CELL - width) / 2, (rows * CELL - height) / 2];
  /** @type {Box | null} */
  let found = null;
  let least = Infinity;
  ringAfterRing(grid.frame, reach(grid.frame, extent, columns, rows), [
    x - width / 2,
    y - height / 2,
  ], (column, row) => {
    const share = grid.share(land, column, row, columns, rows);
    if (share < LEAST) return least;
    const [start, upper] = [left + column * CELL + inX, top + row * CELL + inY];
    const box = { left: start, top: upper, right: start + width, bottom: upper + height };
    if (extent.seen > 0 && !isInside(box, view)) return least;
    const moved = Math.hypot(start + width / 2 - x, upper + height / 2 - y);
    const cost = moved + AFLOAT * (1 - share);
    const whole = cost < least ? cost + costOf(box) : Infinity;
    if (whole >= least) return least;
    found = box;
    least = whole;
    return least;
  });
  return found;
}

/**
 * Tries places all over a country, ring by ring, until the next ring is farther away than is worth it.
 *
 * @param {import("mapgen/core/land-grid.js").Frame} frame
 * @param {Reach} reach
 * @param {[number, number]} corner  the best one, pixels of the layer
 * @param {(column: number, row: number) => number} attempt  how many pixels away a ring may be
 */
function ringAfterRing(frame, { first, last, upper, lower }, [x, y], attempt) {
  const step = Math.max(1, Math.floor(Math.max(last - first, lower - upper) / TRIES));
  const middle = between(first, (x - frame.left) / CELL, last);
  const center = between(upper, (y - frame.top) / CELL, lower);
  const farthest = Math.max(middle - first, last - middle, center - upper, lower - center) / step;
  let worth = Infinity;
  for (let ring = 0; ring <= farthest + 1 && (ring * step - 1) * CELL <= worth; ring++) {
    for (let down = -ring; down <= ring; down++) {
      const row = center + down * step;
      if (row < upper || row > lower) continue;
      const hop = Math.abs(down) === ring ? 1 : 2 * ring; // all of the upper and the lower row
      for (let aside = -ring; aside <= ring; aside += hop) {
        const column = middle + aside * step;
        if (column >= first && column <= last) worth = attempt(column, row);
      }
    }
  }
}

/**
 * @param {import("mapgen/core/land-grid.js").Frame} frame
 * @param {import("mapgen/core/land-grid.js").Extent} extent
 * @param {number} columns  of a name
 * @param {number} rows
 * @returns {Reach} in view if any of the country is, else anywhere on the grid
 */
function reach(frame, extent, columns, rows) {
  const { view, left, top } = frame;
  const is = extent.seen > 0;
  const [start, high] = is ? [(view.left - left) / CELL, (view.top - top) / CELL] : [0, 0];
  const [end, low] = is
    ? [(view.right - left) / CELL, (view.bottom - top) / CELL]
    : [frame.columns, frame.rows];
  return {
    first: Math.max(Math.floor(start), extent.left - columns + 1),
    last: Math.min(Math.ceil(end) - columns, extent.right),
    upper: Math.max(Math.floor(high), extent.top - rows + 1),
    lower: Math.min(Math.ceil(low) - rows, extent.bottom),
  };
}

/** @param {number} least @param {number} value @param {number} most @returns {number} whole */
const between = (least, value, most) => Math.max(least, Math.min(Math.round(value), most));
