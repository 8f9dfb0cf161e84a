/** Keeps the map in the world of the story, whose marks, names and lines are there once. */

import { within } from "mapgen/core/belt.js";

/** @param {import("mapgen/map/map.js").Room} room */
export function keepInWorld({ map, collection: { west } }) {
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    const same = within(lng, west);
    if (same !== lng) map.setView([lat, same], map.getZoom(), { animate: false });
  });
}
