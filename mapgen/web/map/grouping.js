/** Which places share a mark at a zoom, because their own would lie on each other. */

import { clustering } from "mapgen/core/clusters.js";
import { SIDE } from "mapgen/core/outlines.js";
import { finished } from "mapgen/core/steps.js";

/** @typedef {import("mapgen/core/clusters.js").Groups} Groups */
/** @typedef {import("mapgen/payload.js").Place} Place */

const KEPT = 12; // zooms whose marks are not forgotten; fingers zoom to any number of them
const STEP = 0.5; // zooms between two tries to split a mark
const TILE = 256; // pixels; the width of the world at zoom 0
const UNKNOWN = -2; // no land, and not the sea
const MANY = 2000; // places; so many are hardly ever at one point

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Place[]} towns
 * @returns {(zoom: number) => Generator<void, Groups>} the marks at a zoom; its points are the towns
 */
export function grouping({ map, draw, lands }, towns) {
  const [across, down] = [new Float64Array(towns.length), new Float64Array(towns.length)];
  towns.forEach(({ lat, lon }, i) => ({ x: across[i], y: down[i] } = map.project([lat, lon], 0)));
  const counts = towns.map(({ count }) => count);
  const largest = draw.markSize(Infinity);
  const land = (/** @type {number} */ x, /** @type {number} */ y) => {
    const around = x / TILE - Math.floor(x / TILE); // the world may begin elsewhere
    return lands.at(around * SIDE, (y / TILE) * SIDE);
  };
  const homes = new Int16Array(towns.length).fill(UNKNOWN);
  const of = (/** @type {number} */ town) => {
    if (homes[town] === UNKNOWN) homes[town] = land(across[town], down[town]);
    return homes[town];
  };
  /** @type {Map<number, Groups>} */
  const known = new Map();
  /** @type {{zoom: number, work: Generator<void, Groups>} | null} */
  let begun = null; // and perhaps left; who comes back to it goes on with it
  const begin = (/** @type {number} */ zoom) => {
    const scale = map.getZoomScale(zoom, 0);
    const [xs, ys] = [across, down].map((column) => column.map((each) => each * scale));
    const at = (/** @type {number} */ x, /** @type {number} */ y) => land(x / scale, y / scale);
    return { zoom, work: clustering(xs, ys, counts, draw.markSize, largest, { of, at }) };
  };
  return function* (zoom) {
    const before = known.get(zoom);
    if (before) return before;
    if (begun?.zoom !== zoom) {
      begun = begin(zoom);
      yield;
    }
    const groups = yield* begun.work;
    begun = null;
    if (known.size === KEPT) known.clear();
    known.set(zoom, groups);
    return groups;
  };
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Place[]} places  that share a mark
 * @returns {number} the first zoom at which they no longer do, 0 if there is none
 */
export function splittingZoom(room, places) {
  const [zoom, last] = [room.map.getZoom(), room.map.getMaxZoom()];
  if (places.length > MANY) return zoom < last ? Math.min(zoom + 2 * STEP, last) : 0;
  const group = grouping(room, places);
  for (let next = zoom + STEP; next <= last; next += STEP) {
    if (finished(group(next)).seeds.length > 1) return next;
  }
  return 0;
}
