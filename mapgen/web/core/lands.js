/**
 * Which country lies where, on the square map of core/outlines.js: from the lines between the
 * countries, each of which knows the land on its two sides.
 *
 * @typedef {import("mapgen/core/outlines.js").Arc} Arc
 *
 * @typedef {object} Lines  in columns, by the number of an arc
 * @property {Arc[]} arcs
 * @property {Int16Array} lefts  the country on the left of who walks the arc, NO_LAND for none
 * @property {Int16Array} rights
 * @property {Float64Array} bounds  left, top, right, bottom of each arc, units
 */

export const NO_LAND = -1;
const STEP = 200; // arcs that are measured without a pause
const EDGE = 5; // numbers
const BAND = 2 ** 10; // units; so high is a strip whose edges are looked for together
const BELT = 16; // strips

/**
 * @param {Arc[]} arcs
 * @param {number[][][][]} countries  polygons of rings of numbers of arcs, ~i for arc i backwards
 * @returns {Generator<void, Lands>}
 */
export function* landing(arcs, countries) {
  const bounds = new Float64Array(4 * arcs.length);
  const turns = new Float64Array(arcs.length);
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arc % STEP === STEP - 1) yield;
    turns[arc] = measure(arcs[arc], bounds, 4 * arc);
  }
  yield;
  return new Lands({ arcs, bounds, ...sidesOf(countries, turns) });
}

export class Lands {
  /** @type {Map<number, number[]>} the edges of each strip that was asked for */
  #bands = new Map();
  /** @type {Map<number, number[]> | undefined} the arcs that reach into each belt of strips */
  #belts;

  /** @param {Lines} lines */
  constructor(lines) {
    this.lines = lines;
  }

  /**
   * @param {number} x  units, 0 to SIDE
   * @param {number} y
   * @returns {number} the number of the country there, NO_LAND in the sea
   */
  at(x, y) {
    let [nearest, land] = [-Infinity, NO_LAND];
    const edges = this.#band(Math.floor(y / BAND));
    for (let i = 0; i < edges.length; i += EDGE) {
      if (y < edges[i + 1] || y >= edges[i + 2]) continue;
      const crossing = edges[i] + (y - edges[i + 1]) * edges[i + 3];
      if (crossing > x || crossing <= nearest) continue;
      [nearest, land] = [crossing, edges[i + 4]];
    }
    return land;
  }

  /** @param {number} band @returns {number[]} */
  #band(band) {
    const known = this.#bands.get(band);
    if (known) return known;
    this.#belts ??= beltsOf(this.lines.bounds);
    const near = this.#belts.get(Math.floor(band / BELT)) ?? [];
    const edges = edgesOf(this.lines, near, band * BAND, (band + 1) * BAND);
    this.#bands.set(band, edges);
    return edges;
  }
}

/**
 * @param {Float64Array} bounds  of the arcs
 * @returns {Map<number, number[]>} the arcs that reach into each belt
 */
function beltsOf(bounds) {
  /** @type {Map<number, number[]>} */
  const belts = new Map();
  for (let at = 0; at < bounds.length; at += 4) {
    const last = Math.floor(bounds[at + 3] / BAND / BELT);
    for (let belt = Math.floor(bounds[at + 1] / BAND / BELT); belt <= last; belt++) {
      const arcs = belts.get(belt);
      if (arcs) arcs.push(at / 4);
      else belts.set(belt, [at / 4]);
    }
  }
  return belts;
}

/**
 * @param {Lines} lines
 * @param {number[]} near  the arcs that may reach into it
 * @param {number} top  units
 * @param {number} bottom
 * @returns {number[]} the edges that reach into a strip: the upper end of each, its lower end, how far
 *   it leads to the right for each unit down, and the country on its right side
 */
function edgesOf({ arcs, lefts, rights, bounds }, near, top, bottom) {
  /** @type {number[]} */
  const edges = [];
  for (const arc of near) {
    if (bounds[4 * arc + 1] > bottom || bounds[4 * arc + 3] < top) continue;
    const { [arc]: points } = arcs;
    for (let i = 2; i < points.length; i += 2) {
      const start = points[i - 1];
      const end = points[i + 1];
      if (start === end || Math.max(start, end) <= top || Math.min(start, end) >= bottom) continue;
      const slope = (points[i] - points[i - 2]) / (end - start);
      if (start < end) edges.push(points[i - 2], start, end, slope, lefts[arc]);
      else edges.push(points[i], end, start, slope, rights[arc]); // who walks up has the east on the right
    }
  }
  return edges;
}

/**
 * @param {number[][][][]} countries
 * @param {Float64Array} turns  of the arcs
 * @returns {Pick<Lines, "lefts" | "rights">}
 */
function sidesOf(countries, turns) {
  const [lefts, rights] = [0, 1].map(() => new Int16Array(turns.length).fill(NO_LAND));
  countries.forEach((polygons, country) => {
    for (const rings of polygons) {
      rings.forEach((ring, place) => {
        const turn = ring.reduce((sum, arc) => sum + (arc >= 0 ? turns[arc] : -turns[~arc]), 0);
        const onRight = (turn > 0) === (place === 0); // a hole has the land around it
        for (const arc of ring) {
          const sides = onRight === (arc >= 0) ? rights : lefts;
          sides[Math.max(arc, ~arc)] = country;
        }
      });
    }
  });
  return { lefts, rights };
}

/**
 * @param {Arc} points
 * @param {Float64Array} bounds  gets left, top, right, bottom
 * @param {number} at
 * @returns {number} its part of twice the area of a ring; clockwise is positive
 */
function measure(points, bounds, at) {
  let [x, y] = points;
  let [left, top, right, bottom, turn] = [x, y, x, y, 0];
  for (let i = 2; i < points.length; i += 2) {
    const nextX = points[i];
    const nextY = points[i + 1];
    turn += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
    if (x < left) left = x;
    else if (x > right) right = x;
    if (y < top) top = y;
    else if (y > bottom) bottom = y;
  }
  bounds[at] = left;
  bounds[at + 1] = top;
  bounds[at + 2] = right;
  bounds[at + 3] = bottom;
  return turn;
}
