/** The countries that have events of their own: areas that can be clicked, tabbed to and named. */

import { L } from "mapgen/map/leaflet.js";

/**
 * @typedef {object} Target  what opens a popup
 * @property {import("mapgen/payload.js").Place} place
 * @property {HTMLElement | SVGElement} element
 */

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {Target[]}
 */
export function hangAreas({ map, layer, collection: { places, outlines }, words }) {
  map.createPane("mapgen-areas").style.zIndex = "220";
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  return places.filter(({ area }) => area).map((place) => {
    const polygons = byCode.get(place.code)?.polygons ?? [];
    const shape = L.polygon(polygons, {
      pane: "mapgen-areas",
      className: "area",
      smoothFactor: 0.7,
    });
    layer.addLayer(shape);
    const element = shape.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    element.setAttribute("aria-label", `${place.name}, ${words.events(place.events.length)}`);
    return { place, element };
  });
}
