/** What a click does, Enter and the space bar do too. */

import { L } from "mapgen/map/leaflet.js";

/**
 * @param {Element} element
 * @param {() => void} act
 */
export function onPress(element, act) {
  const press = (/** @type {Event} */ event) => {
    L.DomEvent.stop(event);
    act();
  };
  L.DomEvent.on(element, "click", press);
  L.DomEvent.on(element, "keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" || event.key === " ") press(event);
  });
}
