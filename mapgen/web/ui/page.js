/**
 * Lays out the page around the map that folium has put there, room by room.
 *
 * @typedef {object} Page  what every room of the page hangs on
 * @property {import("mapgen/payload.js").Collection} collection
 * @property {import("mapgen/core/words.js").Words} words
 * @property {import("mapgen/store.js").Store} store
 */

import { breathe } from "mapgen/core/breathe.js";
import { axis } from "mapgen/ui/axis.js";
import { dialogs } from "mapgen/ui/dialogs.js";
import { element } from "mapgen/ui/element.js";
import { find } from "mapgen/ui/find.js";
import { header, skipTo } from "mapgen/ui/header.js";
import { sheet } from "mapgen/ui/sheet.js";
import { story } from "mapgen/ui/story.js";

/**
 * @param {HTMLElement} map
 * @param {Page} page
 */
export async function layOut(map, page) {
  const { collection, words } = page;
  const room = element("section", { class: "page-map", "aria-label": words.map.map }, map);
  const rooms = { story: story(page), map: room, axis: axis(page) };
  const main = element("main", { class: "page-main" }, rooms.story, room, rooms.axis);
  const settle = sheet(page, rooms);
  const head = header(collection.map, skipTo(words, map), find(page), dialogs(page));
  document.body.prepend(head, main);
  await breathe();
  settle();
}
