/**
 * In a page of somebody else's, scrolling that page goes on over the map: the wheel needs Ctrl, a
 * finger needs a second one, and a hint says so.
 */

import { L } from "mapgen/map/leaflet.js";

const HINT_TIME = 1600; // milliseconds

/** @param {import("mapgen/map/map.js").Room} room */
export function shareScroll({ map, words }) {
  const container = map.getContainer();
  container.classList.add("embed");
  const hint = L.DomUtil.create("p", "embed-hint", container);
  hint.setAttribute("aria-hidden", "true");
  let timer = 0;
  const say = (/** @type {string} */ text) => {
    hint.textContent = text;
    hint.classList.add("embed-shown");
    clearTimeout(timer);
    timer = setTimeout(() => hint.classList.remove("embed-shown"), HINT_TIME);
  };
  const mac = /mac/i.test(navigator.platform);
  container.addEventListener("wheel", (/** @type {WheelEvent} */ event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation(); // before Leaflet gets it and keeps it from the page around
    if (!isInside(event, ".popup, .leaflet-control")) {
      say(mac ? words.map.wheelMac : words.map.wheel);
    }
  }, true);
  container.addEventListener("pointerdown", (/** @type {PointerEvent} */ { pointerType }) => {
    map.dragging[pointerType === "touch" ? "disable" : "enable"]();
  }, true);
  container.addEventListener("touchmove", (/** @type {TouchEvent} */ event) => {
    if (event.touches.length === 1 && !isInside(event, ".popup, .leaflet-control")) {
      say(words.map.fingers);
    }
  }, { passive: true, capture: true });
}

/** @param {Event} event @param {string} selector */
function isInside({ target }, selector) {
  return target instanceof Element && target.closest(selector) !== null;
}
