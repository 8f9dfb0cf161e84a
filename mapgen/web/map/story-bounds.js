/** What the first view holds. */

import { L } from "mapgen/map/leaflet.js";

const NEAR = 10; // degrees between a place and the middle of its country

/**
 * Every place, the mainland of every country that is one, and the middles of the places' countries,
 * but for those that are far away: of Russia, for a story that goes to Saint Petersburg.
 *
 * @param {import("mapgen/payload.js").Collection} collection
 */
export function storyBounds({ places, outlines }) {
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (/** @type {number} */ lat, /** @type {number} */ lon) => {
    south = Math.min(south, lat);
    west = Math.min(west, lon);
    north = Math.max(north, lat);
    east = Math.max(east, lon);
  };
  for (const { area, code, lat, lon } of places) {
    const outline = byCode.get(code);
    if (area && outline) {
      include(outline.bbox[1], outline.bbox[0]);
      include(outline.bbox[3], outline.bbox[2]);
    } else include(lat, lon);
    if (outline && Math.hypot(outline.lat - lat, outline.lon - lon) < NEAR) {
      include(outline.lat, outline.lon);
    }
  }
  return L.latLngBounds(south <= north ? [[south, west], [north, east]] : []);
}
