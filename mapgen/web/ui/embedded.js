/** How the page looks inside an article: whole, or only its map and time axis. */

import { embedOf } from "mapgen/core/address.js";
import { element } from "mapgen/ui/element.js";

const GAP = 16; // pixels above the event

/** @param {string} address  says what is shown; see core/address.js */
export function showPart(address) {
  const part = embedOf(address);
  if (part) document.documentElement.dataset.embed = part;
  else delete document.documentElement.dataset.embed;
}

/**
 * Brings an event into sight where the popup of its place is all that tells of it. An element's own
 * `scrollIntoView` would move the article around the page too.
 *
 * @param {number} index
 */
export function showInPopup(index) {
  const item = document.querySelector(`[role="dialog"] [data-event="${index}"]`);
  const scroller = item?.closest(".leaflet-popup-content");
  if (!item || !scroller) return;
  scroller.scrollTop += item.getBoundingClientRect().top - scroller.getBoundingClientRect().top -
    GAP;
}

/**
 * @param {import("mapgen/core/words.js").Words} words
 * @returns {HTMLAnchorElement} shown where only a part of the page is; its address is set by others
 */
export function linkToWhole({ map, event }) {
  return element(
    "a",
    { class: "embedded-whole", target: "_blank", rel: "noopener", title: event.newTab },
    map.openWhole,
  );
}
