/** Which places share a mark at a zoom, because their own would lie on each other. */

import { cluster } from "mapgen/core/clusters.js";

/** @typedef {import("mapgen/core/clusters.js").Groups} Groups */
/** @typedef {import("mapgen/payload.js").Place} Place */

const KEPT = 12; // zooms whose marks are not forgotten; fingers zoom to any number of them
const STEP = 0.5; // zooms between two tries to split a mark

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Place[]} towns
 * @returns {(zoom: number) => Groups} the marks at a zoom; its points are the towns
 */
export function grouping({ map, draw }, towns) {
  const points = towns.map(({ lat, lon }) => map.project([lat, lon], 0));
  const counts = towns.map(({ count }) => count);
  const largest = draw.markSize(Infinity);
  /** @type {Map<number, Groups>} */
  const known = new Map();
  return (zoom) => {
    const before = known.get(zoom);
    if (before) return before;
    const scale = map.getZoomScale(zoom, 0);
    const xs = Float64Array.from(points, ({ x }) => x * scale);
    const ys = Float64Array.from(points, ({ y }) => y * scale);
    const groups = cluster(xs, ys, counts, draw.markSize, largest);
    if (known.size === KEPT) known.clear();
    known.set(zoom, groups);
    return groups;
  };
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/places.js").Mark} mark  of several places
 * @returns {number} the first zoom at which they no longer stand together, 0 if there is none
 */
export function splittingZoom(room, { places }) {
  const group = grouping(room, places);
  for (let zoom = room.map.getZoom() + STEP; zoom <= room.map.getMaxZoom(); zoom += STEP) {
    if (group(zoom).seeds.length > 1) return zoom;
  }
  return 0;
}
