/** What the first view holds. */

import { L } from "mapgen/map/leaflet.js";

/**
 * Every place, the mainland of every country that is one, and the names of the places' countries.
 *
 * @param {import("mapgen/payload.js").Collection} collection
 */
export function storyBounds({ places, outlines }) {
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  const bounds = L.latLngBounds([]);
  for (const { area, code, lat, lon } of places) {
    const outline = byCode.get(code);
    if (area && outline) {
      const [west, south, east, north] = outline.bbox;
      bounds.extend([[south, west], [north, east]]);
    } else bounds.extend([lat, lon]);
    if (outline) bounds.extend([outline.lat, outline.lon]);
  }
  return bounds;
}
