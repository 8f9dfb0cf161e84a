/**
 * Merges the marks that would lie on each other at one zoom: the mark with the most events takes in
 * what it touches, grows by that, and takes in more, until every mark stands free.
 *
 * @typedef {object} Mark
 * @property {number} seed  the point at which the mark stands
 * @property {number} count  of events
 * @property {number[]} members  all its points, ascending, the seed included
 *
 * @typedef {(count: number) => number} SizeOf  width of a mark by its count of events, pixels
 *
 * @typedef {object} Board  points, and the marks that still stand, in buckets by their cell
 * @property {ArrayLike<number>} xs
 * @property {ArrayLike<number>} ys
 * @property {Float64Array} counts
 * @property {Uint8Array} stands  whether a mark stands at this point
 * @property {(number[] | null)[]} taken  what the mark at this point has taken in
 * @property {Int32Array} heads  first point of each bucket, -1 for none
 * @property {Int32Array} nexts  the point after this one in its bucket, -1 for none
 * @property {number} cell  width of a cell, pixels; marks of cells that are no neighbours are free
 * @property {SizeOf} sizeOf
 */

const OVERLAP = 4; // pixels that the boxes of two marks may share: the rim around their drawings
const APART = 26; // pixels between two points at least, for a finger
const BUCKETS = 2 ** 14;

/**
 * @param {ArrayLike<number>} xs  pixels
 * @param {ArrayLike<number>} ys
 * @param {ArrayLike<number>} counts
 * @param {SizeOf} sizeOf  grows with the count, up to `largest`
 * @param {number} largest
 * @returns {Mark[]} the marks with the most events first; the same for the same points
 */
export function cluster(xs, ys, counts, sizeOf, largest) {
  const board = setUp(xs, ys, counts, sizeOf, Math.max(largest, APART));
  const byCount = (/** @type {number} */ a, /** @type {number} */ b) =>
    board.counts[b] - board.counts[a] || a - b;
  let growing = Array.from(xs, (_, i) => i);
  while (growing.length > 0) {
    growing = growing.sort(byCount).filter((seed) => board.stands[seed] && grow(board, seed));
  }
  return Array.from(xs, (_, i) => i).filter((i) => board.stands[i]).sort(byCount)
    .map((seed) => ({
      seed,
      count: board.counts[seed],
      members: [seed, ...board.taken[seed] ?? []].sort((a, b) => a - b),
    }));
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
  const heads = new Int32Array(BUCKETS).fill(-1);
  const nexts = new Int32Array(length).fill(-1);
  for (let i = length - 1; i >= 0; i--) {
    const bucket = bucketOf(Math.floor(xs[i] / cell), Math.floor(ys[i] / cell));
    nexts[i] = heads[bucket];
    heads[bucket] = i;
  }
  return {
    xs,
    ys,
    counts: Float64Array.from(counts),
    stands: new Uint8Array(length).fill(1),
    taken: Array(length).fill(null),
    heads,
    nexts,
    cell,
    sizeOf,
  };
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
      for (let j = row - 1; j <= row + 1; j++) takeIn(board, seed, bucketOf(i, j));
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
function takeIn({ xs, ys, counts, stands, taken, heads, nexts, sizeOf }, seed, bucket) {
  const size = sizeOf(counts[seed]);
  let last = -1;
  for (let other = heads[bucket]; other >= 0; other = nexts[other]) {
    const reach = Math.max(APART, (size + sizeOf(counts[other])) / 2 - OVERLAP);
    const distance = (xs[other] - xs[seed]) ** 2 + (ys[other] - ys[seed]) ** 2;
    if (other === seed || distance >= reach ** 2) {
      last = other;
      continue;
    }
    stands[other] = 0;
    counts[seed] += counts[other];
    const members = taken[seed] ??= [];
    members.push(other);
    for (const member of taken[other] ?? []) members.push(member);
    if (last < 0) heads[bucket] = nexts[other];
    else nexts[last] = nexts[other];
  }
}

/** @param {number} column @param {number} row  of a cell */
const bucketOf = (column, row) => ((column * 73856093) ^ (row * 19349663)) & (BUCKETS - 1);
