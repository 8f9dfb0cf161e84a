/** Hangs the key into a corner of the map, open where there is room. */

import { L } from "mapgen/map/leaflet.js";

const WIDE = 640; // pixels

/** @param {import("mapgen/map/map.js").Room} room */
export function hangKey({ map, draw }) {
  const control = new L.Control({ position: "bottomright" });
  control.onAdd = () => {
    const box = draw.key(map.getSize().x >= WIDE);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
}
