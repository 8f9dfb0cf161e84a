/**
 * Merges the marks that would lie on each other at one zoom: the mark with the most events takes in
 * what it touches, grows by that, and takes in more, until every mark stands free.
 *
 * @typedef {object} Groups  points that share a mark; the marks with the most events come first
 * @property {Int32Array} seeds  the point at which each mark stands
 * @property {Float64Array} counts  of the events of each mark
 * @property {Int32Array} home  the number of the mark of each point
 * @property {Int32Array} members  the points mark by mark, ascending, the seed included
 * @property {Int32Array} begins  where each mark's members begin, and where the last one's end
 *
 * @typedef {(count: number) => number} SizeOf  width of a mark by its count of events, pixels
 *
 * @typedef {object} Board  points, and the marks that still stand, in buckets by their cell
 * @property {ArrayLike<number>} xs
 * @property {ArrayLike<number>} ys
 * @property {Float64Array} counts
 * @property {Float64Array} sizes  of the mark at each point, pixels
 * @property {Int32Array} takers  the point whose mark has taken in this one's, itself while it stands
 * @property {Int32Array} heads  first point of each bucket, -1 for none
 * @property {Int32Array} nexts  the point after this one in its bucket, -1 for none
 * @property {number} cell  width of a cell, pixels; marks of cells that are no neighbours are free
 * @property {SizeOf} sizeOf
 */

import { orderOf } from "mapgen/core/order.js";

const OVERLAP = 4; // pixels that the boxes of two marks may share: the rim around their drawings
const APART = 26; // pixels between two points at least, for a finger
const LEAST_BUCKETS = 2 ** 8;
const STEP = 5; // marks that grow without a pause

/**
 * @param {ArrayLike<number>} xs  pixels
 * @param {ArrayLike<number>} ys
 * @param {ArrayLike<number>} counts
 * @param {SizeOf} sizeOf  grows with the count, up to `largest`
 * @param {number} largest
 * @returns {Generator<void, Groups>} the same for the same points
 */
export function* clustering(xs, ys, counts, sizeOf, largest) {
  const board = setUp(xs, ys, counts, sizeOf, Math.max(largest, APART));
  yield;
  let growing = byCount(board, board.takers.slice());
  while (growing.length > 0) {
    yield;
    const grown = yield* growAll(board, growing);
    growing = byCount(board, grown.sort());
  }
  yield;
  return groupsOf(board);
}

/**
 * @param {Board} board
 * @param {Int32Array} seeds
 * @returns {Generator<void, Int32Array>} those whose marks have taken in another
 */
function* growAll(board, seeds) {
  const grown = seeds.slice();
  let length = 0;
  for (let i = 0; i < seeds.length; i++) {
    if (i % STEP === STEP - 1) yield;
    if (board.takers[seeds[i]] === seeds[i] && grow(board, seeds[i])) grown[length++] = seeds[i];
  }
  return grown.subarray(0, length);
}

/**
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {ArrayLike<number>} counts
 * @param {SizeOf} sizeOf
 * @param {number} cell
 * @returns {Board}
 */
function setUp(xs, ys, counts, sizeOf, cell) {
  const { length } = xs;
  const heads = new Int32Array(Math.max(LEAST_BUCKETS, 2 ** Math.ceil(Math.log2(2 * length + 1))));
  const nexts = new Int32Array(length).fill(-1);
  const sizes = new Float64Array(length);
  const takers = new Int32Array(length);
  heads.fill(-1);
  for (let i = length - 1; i >= 0; i--) {
    const bucket = bucketOf(Math.floor(xs[i] / cell), Math.floor(ys[i] / cell), heads.length);
    nexts[i] = heads[bucket];
    heads[bucket] = i;
    sizes[i] = sizeOf(counts[i]);
    takers[i] = i;
  }
  return { xs, ys, counts: Float64Array.from(counts), sizes, takers, heads, nexts, cell, sizeOf };
}

/**
 * @param {Board} board
 * @param {Int32Array} points  ascending
 * @returns {Int32Array} the same, those with the most events first
 */
function byCount({ counts }, points) {
  const keys = new Float64Array(points.length);
  for (let i = 0; i < keys.length; i++) keys[i] = -counts[points[i]];
  const sorted = new Int32Array(points.length);
  const order = orderOf(keys);
  for (let i = 0; i < order.length; i++) sorted[i] = points[order[i]];
  return sorted;
}

/**
 * @param {Board} board
 * @param {number} seed
 * @returns {boolean} whether the mark has taken in another
 */
function grow(board, seed) {
  const column = Math.floor(board.xs[seed] / board.cell);
  const row = Math.floor(board.ys[seed] / board.cell);
  let grown = false;
  for (let before = -1; before !== board.counts[seed];) {
    before = board.counts[seed];
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        takeIn(board, seed, bucketOf(i, j, board.heads.length));
      }
    }
    grown ||= before !== board.counts[seed];
  }
  return grown;
}

/**
 * @param {Board} board
 * @param {number} seed
 * @param {number} bucket
 */
function takeIn({ xs, ys, counts, sizes, takers, heads, nexts, sizeOf }, seed, bucket) {
  let last = -1;
  for (let other = heads[bucket]; other >= 0; other = nexts[other]) {
    const reach = Math.max(APART, (sizes[seed] + sizes[other]) / 2 - OVERLAP);
    const x = xs[other] - xs[seed];
    const y = ys[other] - ys[seed];
    if (other === seed || x * x + y * y >= reach * reach) {
      last = other;
      continue;
    }
    takers[other] = seed;
    counts[seed] += counts[other];
    if (last < 0) heads[bucket] = nexts[other];
    else nexts[last] = nexts[other];
  }
  sizes[seed] = sizeOf(counts[seed]);
}

/** @param {number} column @param {number} row  of a cell @param {number} buckets  a power of two */
const bucketOf = (column, row, buckets) =>
  (Math.imul(column, 73856093) ^ Math.imul(row, 19349663)) & (buckets - 1);

/**
 * @param {Groups} groups
 * @param {number} mark  its number
 * @returns {Int32Array} its points, ascending
 */
export function membersOf({ members, begins }, mark) {
  return members.subarray(begins[mark], begins[mark + 1]);
}

/** @param {Board} board @returns {Groups} */
function groupsOf(board) {
  const { takers } = board;
  const seeds = byCount(board, takers.filter((taker, point) => taker === point));
  const numbers = new Int32Array(takers.length);
  seeds.forEach((seed, mark) => numbers[seed] = mark);
  const home = new Int32Array(takers.length);
  const begins = new Int32Array(seeds.length + 1);
  for (let point = 0; point < home.length; point++) {
    let seed = point;
    while (takers[seed] !== seed) seed = takers[seed];
    home[point] = numbers[seed];
    begins[home[point] + 1] += 1;
  }
  for (let mark = 0; mark < seeds.length; mark++) begins[mark + 1] += begins[mark];
  const counts = Float64Array.from(seeds, (seed) => board.counts[seed]);
  return { seeds, counts, home, members: inRuns(home, begins), begins };
}

/** @param {Int32Array} home @param {Int32Array} begins @returns {Int32Array} the points by their mark */
function inRuns(home, begins) {
  const ends = begins.slice();
  const members = new Int32Array(home.length);
  for (let point = 0; point < home.length; point++) members[ends[home[point]]++] = point;
  return members;
}
