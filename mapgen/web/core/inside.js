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
  for (const { column, row, away } of ringsAround(grid, extent, [columns, rows], [x, y])) {
    if (away > least) break;
    const share = grid.share(land, column, row, columns, rows);
    if (share < LEAST) continue;
    const [start, upper] = [left + column * CELL + inX, top + row * CELL + inY];
    const box = { left: start, top: upper, right: start + width, bottom: upper + height };
    if (extent.seen > 0 && !isInside(box, view)) continue;
    const moved = Math.hypot(start + width / 2 - x, upper + height / 2 - y);
    const cost = moved + AFLOAT * (1 - share);
    const whole = cost < least ? cost + costOf(box) : Infinity;
    if (whole >= least) continue;
    found = box;
    least = whole;
  }
  return found;
}

/**
 * @param {LandGrid} grid
 * @param {import("mapgen/core/land-grid.js").Extent} extent
 * @param {number[]} size  in cells
 * @param {[number, number]} best
 * @returns {Generator<{column: number, row: number, away: number}>} places all over a country, ring by
 *   ring, with how many pixels at least a ring is away
 */
function* ringsAround({ frame }, extent, [columns, rows], [x, y]) {
  const { first, last, upper, lower } = reach(frame, extent, columns, rows);
  const step = Math.max(1, Math.floor(Math.max(last - first, lower - upper) / TRIES));
  const middle = between(first, (x - frame.left) / CELL - columns / 2, last);
  const center = between(upper, (y - frame.top) / CELL - rows / 2, lower);
  const farthest = Math.max(middle - first, last - middle, center - upper, lower - center) / step;
  for (let ring = 0; ring <= farthest + 1; ring++) {
    const away = (ring * step - 1) * CELL;
    for (let down = -ring; down <= ring; down++) {
      const row = center + down * step;
      if (row < upper || row > lower) continue;
      const hop = Math.abs(down) === ring ? 1 : 2 * ring; // all of the upper and the lower row
      for (let aside = -ring; aside <= ring; aside += hop) {
        const column = middle + aside * step;
        if (column >= first && column <= last) yield { column, row, away };
      }
    }
  }
}

/**
 * @param {import("mapgen/core/land-grid.js").Frame} frame
 * @param {import("mapgen/core/land-grid.js").Extent} extent
 * @param {number} columns  of a name
 * @param {number} rows
 * @returns {{first: number, last: number, upper: number, lower: number}} where its first cell may be: in
 *   view if any of the country is, else anywhere on the grid
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
