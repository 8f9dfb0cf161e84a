/**
 * Where the name of a country lies that has no room on its land: close to it, with a line to a point
 * of the land, rather on the sea than on the land of others.
 *
 * @typedef {import("mapgen/core/land-grid.js").LandGrid} LandGrid
 * @typedef {import("mapgen/core/placement.js").Box} Box
 * @typedef {[number, number]} Point  pixels of the layer
 *
 * @typedef {object} Led  a name with a line
 * @property {Box} box  of the name, pixels of the layer
 * @property {Point} start  of the line, at the name
 * @property {Point} end  on the land
 *
 * @typedef {object} Name
 * @property {number} land  the number of the country
 * @property {[number, number]} size  pixels
 * @property {Point | null} middle  a point of the land, null where it is out of view
 * @property {boolean} afloat  whether it may lie on the sea alone
 */

import { greatest } from "mapgen/core/extremes.js";
import { CELL } from "mapgen/core/land-grid.js";
import { NO_LAND } from "mapgen/core/lands.js";
import { isInside } from "mapgen/core/placement.js";

export const LONGEST = 60; // pixels from a name to a point of its land
const LENGTHS = [12, 24, 40, LONGEST - 4]; // at which places are looked for
const WAYS = 12; // directions around a point
const SLANT = 0.4; // of a direction, beyond which a name hangs by its corner
const ENDS = 3; // points along the width and along the height of a country
const ASHORE = 60; // pixels that a line may be longer so that its name lies on the sea
const ACROSS = 30; // pixels that a line may be longer for an end nearer to the middle
const STEP = 5; // pixels between the points at which a line is looked at
const COAST = 0.2; // of a name on the sea may lie on land
const BORDER = 5; // pixels of its line may run over the land of others

/**
 * @param {LandGrid} grid
 * @param {Name} name
 * @param {(led: Led) => number} costOf  pixels that a line may be longer so that its name lies elsewhere,
 *   Infinity for a place that is taken
 * @returns {Led | null} in view
 */
export function findBeside(grid, { land, size, middle, afloat }, costOf) {
  /** @type {Led | null} */
  let found = null;
  let least = Infinity;
  for (const { end, length, price } of linesTo(endsOf(grid, land, middle), middle)) {
    if (price >= least) break;
    for (let way = 0; way < WAYS; way++) {
      const led = hang(end, size, length, (2 * Math.PI * way) / WAYS);
      if (!isInside(led.box, grid.frame.view)) continue;
      const ashore = ashoreOf(grid, led.box);
      if (price + ASHORE * ashore >= least || (afloat && ashore > COAST)) continue;
      const abroad = abroadOf(grid, land, led);
      if (afloat && abroad > BORDER) continue;
      const cost = price + ASHORE * ashore + abroad + costOf(led);
      if (cost >= least) continue;
      found = led;
      least = cost;
    }
  }
  return found;
}

/**
 * @param {Led} led
 * @returns {Box[]} points of its line, as boxes without a size
 */
export function pointsOf({ start: [x0, y0], end: [x1, y1] }) {
  const parts = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / STEP);
  /** @type {Box[]} */
  const points = [];
  for (let part = 1; part <= parts; part++) {
    const left = x0 + (x1 - x0) * part / parts;
    const top = y0 + (y1 - y0) * part / parts;
    points.push({ left, top, right: left, bottom: top });
  }
  return points;
}

/**
 * @param {Point[]} ends
 * @param {Point | null} middle
 * @returns {{end: Point, length: number, price: number}[]} the best first
 */
function linesTo(ends, middle) {
  const away = ends.map(([x, y]) => middle ? Math.hypot(x - middle[0], y - middle[1]) : 0);
  const farthest = greatest(away, 1);
  return ends.flatMap((end, i) =>
    LENGTHS.map((length) => ({ end, length, price: length + (ACROSS * away[i]) / farthest }))
  ).sort((a, b) => a.price - b.price);
}

/** @param {LandGrid} grid @param {number} land @param {Point | null} middle @returns {Point[]} */
function endsOf(grid, land, middle) {
  const extent = grid.extent(land);
  const ends = middle ? [middle] : [];
  if (!extent) return ends;
  const { left, top } = grid.frame;
  const across = Math.max(1, Math.floor((extent.right - extent.left) / ENDS));
  const down = Math.max(1, Math.floor((extent.bottom - extent.top) / ENDS));
  for (let row = extent.top + (down >> 1); row <= extent.bottom; row += down) {
    for (let column = extent.left + (across >> 1); column <= extent.right; column += across) {
      if (!isInland(grid, land, column, row)) continue;
      ends.push([left + (column + 0.5) * CELL, top + (row + 0.5) * CELL]);
    }
  }
  return ends;
}

/** @param {LandGrid} grid @param {number} land @param {number} column @param {number} row */
function isInland(grid, land, column, row) {
  return [[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]]
    .every(([right, down]) => grid.owner(column + right, row + down) === land);
}

/**
 * @param {Point} end
 * @param {[number, number]} size
 * @param {number} length  of the line
 * @param {number} way  radians from the right, downwards
 * @returns {Led}
 */
function hang(end, [width, height], length, way) {
  const [right, down] = [Math.cos(way), Math.sin(way)];
  const [x, y] = [end[0] + length * right, end[1] + length * down];
  const left = x - width * hold(right);
  const top = y - height * hold(down);
  return { box: { left, top, right: left + width, bottom: top + height }, start: [x, y], end };
}

/** @param {number} way  -1 to 1 @returns {number} how far from a name's start its line leaves it */
const hold = (way) => way > SLANT ? 0 : way < -SLANT ? 1 : 0.5;

/** @param {LandGrid} grid @param {number} land @param {Led} led @returns {number} pixels */
function abroadOf(grid, land, led) {
  const { left, top } = grid.frame;
  let abroad = 0;
  for (const point of pointsOf(led)) {
    const column = Math.floor((point.left - left) / CELL);
    const owner = grid.owner(column, Math.floor((point.top - top) / CELL));
    if (owner !== land && owner !== NO_LAND) abroad += STEP;
  }
  return abroad;
}

/** @param {LandGrid} grid @param {Box} box @returns {number} how much of it is on any land */
function ashoreOf(grid, box) {
  const { left, top } = grid.frame;
  const [first, last] = [box.left - left, box.right - left].map((x) => Math.floor(x / CELL));
  const [upper, lower] = [box.top - top, box.bottom - top].map((y) => Math.floor(y / CELL));
  let [land, all] = [0, 0];
  for (let row = upper; row <= lower; row += 2) {
    for (let column = first; column <= last; column += 2) {
      all += 1;
      if (grid.owner(column, row) !== NO_LAND) land += 1;
    }
  }
  return land / all;
}
