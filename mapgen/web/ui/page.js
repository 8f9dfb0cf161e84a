/** Lays out the page around the map that folium has put there. */

import { element } from "mapgen/ui/element.js";
import { header } from "mapgen/ui/header.js";

/**
 * @param {HTMLElement} map
 * @param {import("mapgen/payload.js").Collection} collection
 * @param {import("mapgen/core/words.js").Words} words
 */
export function layOut(map, collection, words) {
  const room = element("section", { class: "page-map", "aria-label": words.map });
  const main = element("main", { class: "page-main" }, room);
  document.body.prepend(header(collection.map), main);
  room.append(map);
}
