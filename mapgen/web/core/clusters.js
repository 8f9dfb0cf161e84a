/**
 * Merges the marks that would lie on each other at one zoom: the mark with the most events takes in
 * what it touches, grows by that, and takes in more, until every mark is free. Each then stands amid
 * its points; those that touch there are merged once more.
 *
 * @typedef {object} Groups  points that share a mark; the marks with the most events come first
 * @property {Float64Array} xs  where each mark stands
 * @property {Float64Array} ys
 * @property {Int32Array} seeds  the point with the most events of each mark
 * @property {Float64Array} counts  of the events of each mark
 * @property {Int32Array} home  the number of the mark of each point
 * @property {Int32Array} members  the points mark by mark, ascending, the seed included
 * @property {Int32Array} begins  where each mark's members begin, and where the last one's end
 *
 * @typedef {import("mapgen/core/standing.js").Ground} Ground
 * @typedef {import("mapgen/core/standing.js").Points} Points
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
import { standOf } from "mapgen/core/standing.js";

const OVERLAP = 4; // pixels that the boxes of two marks may share: the rim around their drawings
const APART = 26; // pixels between two points at least, for a finger
const LEAST_BUCKETS = 2 ** 8;
const STEP = 5; // marks that grow, or get their place, without a pause
const PLAIN = { of: () => 0, at: () => 0 };

/**
 * @param {ArrayLike<number>} xs  pixels
 * @param {ArrayLike<number>} ys
 * @param {ArrayLike<number>} counts
 * @param {SizeOf} sizeOf  grows with the count, up to `largest`
 * @param {number} largest
 * @param {Ground} [ground]  under the points; without it, all is one land
 * @returns {Generator<void, Groups>} the same for the same points
 */
export function* clustering(xs, ys, counts, sizeOf, largest, ground = PLAIN) {
  const points = { xs, ys, counts };
  /** @type {Points} */
  let marks = points;
  /** @type {Int32Array} */
  let home = Int32Array.from(counts, (_, point) => point);
  /** @type {Groups | null} */
  let groups = null;
  for (;;) {
    const merged = yield* merging(marks, home, sizeOf, largest);
    if (groups && merged === home) return groups;
    groups = yield* grouped(points, merged, ground);
    if (merged === home) return groups;
    marks = groups;
    home = groups.home;
  }
}

/**
 * @param {Points} marks
 * @param {Int32Array} home  the number of the mark of each point
 * @param {SizeOf} sizeOf
 * @param {number} largest
 * @returns {Generator<void, Int32Array>} for each point, the number of the mark that has taken it in;
 *   `home` itself where none has taken in another
 */
function* merging({ xs, ys, counts }, home, sizeOf, largest) {
  const board = setUp(xs, ys, counts, sizeOf, Math.max(largest, APART));
  yield;
  let growing = byCount(board.counts, board.takers.slice());
  while (growing.length > 0) {
    yield;
    const grown = yield* growAll(board, growing);
    growing = byCount(board.counts, grown.sort());
  }
  if (board.takers.every((taker, mark) => taker === mark)) return home;
  return home.map((mark) => {
    while (board.takers[mark] !== mark) mark = board.takers[mark];
    return mark;
  });
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
 * @param {ArrayLike<number>} counts
 * @param {Int32Array} points  ascending
 * @returns {Int32Array} the same, those with the most events first
 */
function byCount(counts, points) {
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

/**
 * @param {Points} points
 * @param {Int32Array} home  of each point, the same number for those that share a mark
 * @param {Ground} ground
 * @returns {Generator<void, Groups>}
 */
function* grouped(points, home, ground) {
  const totals = new Float64Array(home.length);
  for (let point = 0; point < home.length; point++) totals[home[point]] += points.counts[point];
  const marks = byCount(totals, Int32Array.from(new Set(home)).sort());
  const numbers = new Int32Array(home.length);
  marks.forEach((mark, number) => numbers[mark] = number);
  const own = home.map((mark) => numbers[mark]);
  const begins = new Int32Array(marks.length + 1);
  for (const mark of own) begins[mark + 1] += 1;
  for (let mark = 0; mark < marks.length; mark++) begins[mark + 1] += begins[mark];
  const groups = {
    xs: new Float64Array(marks.length),
    ys: new Float64Array(marks.length),
    seeds: new Int32Array(marks.length),
    counts: Float64Array.from(marks, (mark) => totals[mark]),
    home: own,
    members: inRuns(own, begins),
    begins,
  };
  for (let mark = 0; mark < marks.length; mark++) {
    if (mark % STEP === STEP - 1) yield;
    const members = membersOf(groups, mark);
    groups.seeds[mark] = fullest(points.counts, members);
    [groups.xs[mark], groups.ys[mark]] = standOf(points, ground, members);
  }
  return groups;
}

/** @param {ArrayLike<number>} counts @param {Int32Array} members @returns {number} the first of them */
function fullest(counts, members) {
  let [found] = members;
  for (const member of members) if (counts[member] > counts[found]) found = member;
  return found;
}

/** @param {Int32Array} home @param {Int32Array} begins @returns {Int32Array} the points by their mark */
function inRuns(home, begins) {
  const ends = begins.slice();
  const members = new Int32Array(home.length);
  for (let point = 0; point < home.length; point++) members[ends[home[point]]++] = point;
  return members;
}
