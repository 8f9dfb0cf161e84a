/** A line from a name that lies farther away to the point that it names. */

import { L } from "mapgen/map/leaflet.js";

/**
 * @param {any} map
 * @param {import("mapgen/map/labels.js").Name} name  at its place on the map
 */
export function drawLeader(map, { element, lat, lon }) {
  const { x, y } = map.latLngToLayerPoint([lat, lon]).subtract(L.DomUtil.getPosition(element));
  const left = Math.max(0, Math.min(x, element.offsetWidth));
  const top = Math.max(0, Math.min(y, element.offsetHeight));
  const line = L.DomUtil.create("span", "label-leader", element);
  line.style.left = `${left}px`;
  line.style.top = `${top}px`;
  line.style.width = `${Math.hypot(x - left, y - top)}px`;
  line.style.transform = `rotate(${Math.atan2(y - top, x - left)}rad)`;
}

/** @param {any} element  the name */
export function removeLeader(element) {
  element.querySelector(".label-leader")?.remove();
}
