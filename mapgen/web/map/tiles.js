/**
 * The online maps: off until asked for, and said to be missing where no network brings them. The
 * plain map stays until the first piece of another has come.
 */

import { L } from "mapgen/map/leaflet.js";

const NOTICE_TIME = 8000; // milliseconds

/** @param {import("mapgen/map/map.js").Room} room */
export function hangTiles({ map, words }) {
  const container = map.getContainer();
  const notice = L.DomUtil.create("p", "tiles-notice", container);
  notice.setAttribute("role", "status");
  let timer = 0;
  const miss = () => {
    notice.textContent = words.map.tilesMissing;
    clearTimeout(timer);
    timer = setTimeout(() => notice.textContent = "", NOTICE_TIME);
  };
  const show = () => container.classList.add("tiles-shown");
  map.on("baselayerchange", (/** @type {{layer: any}} */ { layer }) => {
    container.classList.remove("tiles-shown");
    if (layer instanceof L.TileLayer) layer.on("tileerror", miss).on("tileload", show);
  });
}
