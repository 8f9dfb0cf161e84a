/** Hangs the key into a corner of the map, open where there is room. */

import { L } from "mapgen/map/leaflet.js";

const WIDE = 560; // pixels
const HIGH = 400; // pixels

/** @param {import("mapgen/map/map.js").Room} room */
export function hangKey({ map, draw }) {
  const control = new L.Control({ position: "bottomright" });
  control.onAdd = () => {
    const { clientWidth, clientHeight } = map.getContainer(); // Leaflet's own may be of before the layout
    const box = draw.key(clientWidth >= WIDE && clientHeight >= HIGH);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
}
