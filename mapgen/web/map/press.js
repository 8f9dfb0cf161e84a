/** What a click does, Enter and the space bar do too; what ends a drag of the map is no click. */

import { L } from "mapgen/map/leaflet.js";

const SLIP = 4; // pixels that a press may slip and still be a click

/**
 * @param {Element} element
 * @param {(event: MouseEvent | KeyboardEvent) => void} act
 */
export function onPress(element, act) {
  const press = (/** @type {MouseEvent | KeyboardEvent} */ event) => {
    L.DomEvent.stop(event);
    act(event);
  };
  let [x, y] = [0, 0];
  element.addEventListener("pointerdown", (event) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (event);
    [x, y] = [clientX, clientY];
  });
  L.DomEvent.on(element, "click", (/** @type {MouseEvent} */ event) => {
    const slipped = event.detail > 0 && Math.hypot(event.clientX - x, event.clientY - y) > SLIP;
    if (!slipped) press(event);
  });
  L.DomEvent.on(element, "keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" || event.key === " ") press(event);
  });
}
