/** A line from a name that lies beside its country to a point of its land. */

import { L } from "mapgen/map/leaflet.js";

/**
 * @param {any} element  the name
 * @param {import("mapgen/core/leaders.js").Led} led  where it lies
 */
export function drawLeader(element, { box, start: [x, y], end: [endX, endY] }) {
  const line = L.DomUtil.create("span", "label-leader", element);
  line.style.left = `${x - box.left}px`;
  line.style.top = `${y - box.top}px`;
  line.style.width = `${Math.hypot(endX - x, endY - y)}px`;
  line.style.transform = `rotate(${Math.atan2(endY - y, endX - x)}rad)`;
}

/** @param {any} element  the name */
export function removeLeader(element) {
  element.querySelector(".label-leader")?.remove();
}
