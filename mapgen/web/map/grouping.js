/** Which places share a mark at a zoom, because their own would lie on each other. */

import { cluster } from "mapgen/core/clusters.js";

/** @typedef {import("mapgen/payload.js").Place} Place */
/** @typedef {import("mapgen/map/places.js").Mark} Mark */

const STEP = 0.5; // zooms between two tries to split a mark

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Place[]} towns
 * @returns {(zoom: number) => Mark[]} the marks at a zoom, not yet on the map
 */
export function grouping({ map, draw }, towns) {
  const points = towns.map(({ lat, lon }) => map.project([lat, lon], 0));
  const counts = towns.map(({ events }) => events.length);
  const largest = draw.markSize(Infinity);
  return (zoom) => {
    const scale = map.getZoomScale(zoom, 0);
    const xs = Float64Array.from(points, ({ x }) => x * scale);
    const ys = Float64Array.from(points, ({ y }) => y * scale);
    return cluster(xs, ys, counts, draw.markSize, largest).map((
      { seed, count, members },
    ) => /** @type {Mark} */ ({
      seed: towns[seed],
      places: members.map((member) => towns[member]),
      size: draw.markSize(count),
      key: `${seed}:${members}`,
      label: null,
    }));
  };
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Mark} mark  of several places
 * @returns {number} the first zoom at which they no longer stand together, 0 if there is none
 */
export function splittingZoom(room, { places }) {
  const group = grouping(room, places);
  for (let zoom = room.map.getZoom() + STEP; zoom <= room.map.getMaxZoom(); zoom += STEP) {
    if (group(zoom).length > 1) return zoom;
  }
  return 0;
}
