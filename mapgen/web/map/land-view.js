/** The land in and around the view, for the names that lie on it. */

import { CELL, gridding } from "mapgen/core/land-grid.js";
import { eastward, SIDE } from "mapgen/core/outlines.js";
import { boxOfView } from "mapgen/map/obstacles.js";

const TILE = 256; // pixels; the width of the world at zoom 0
const AROUND = 0.25; // of the view's size; so far outside of it names wait for who drags the map

/**
 * @typedef {import("mapgen/core/land-grid.js").LandGrid} LandGrid
 *
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {Generator<void, LandGrid>} whose cells lie at the same places of the world however the map is dragged
 */
export function landOfView({ map, lands, collection }) {
  const { x, y } = map.getPixelOrigin();
  const view = boxOfView(map);
  const [aside, above] = [view.right - view.left, view.bottom - view.top].map((length) =>
    Math.round(length * AROUND)
  );
  const left = Math.floor((view.left - aside + x) / CELL) * CELL;
  const top = Math.floor((view.top - above + y) / CELL) * CELL;
  const scale = SIDE / TILE / map.getZoomScale(map.getZoom(), 0); // units in a pixel
  return gridding(lands, {
    left: left - x,
    top: top - y,
    columns: Math.ceil((view.right + aside + x - left) / CELL),
    rows: Math.ceil((view.bottom + above + y - top) / CELL),
    x: left * scale,
    y: top * scale,
    scale,
    view,
    west: eastward(collection.west),
  });
}
