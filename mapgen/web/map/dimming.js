/** Dims the events of a popup that are not shown now, and says why to those who cannot see it. */

import { L } from "mapgen/map/leaflet.js";
import { FILTERED, SHOWN } from "mapgen/core/levels.js";

/**
 * @param {Element} popup
 * @param {Uint8Array} levels
 * @param {import("mapgen/core/words.js").Words} words
 */
export function markLevels(popup, levels, words) {
  for (const item of popup.querySelectorAll("[data-event]")) {
    const level = levels[Number(item.getAttribute("data-event"))];
    item.querySelector(".dimming-reason")?.remove();
    item.classList.toggle("dimming", level !== SHOWN);
    if (level === SHOWN) continue;
    const reason = L.DomUtil.create("p", "dimming-reason");
    reason.textContent = level === FILTERED ? words.map.filtered : words.map.outside;
    item.prepend(reason);
  }
}
