/** The places: a mark for each, the ones with many events below the ones with few. */

import { L } from "mapgen/map/leaflet.js";

const TARGET = 32; // pixels; the least that a finger finds, marks may be smaller

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {import("mapgen/map/areas.js").Target[]}
 */
export function hangPlaces({ layer, collection: { places }, words, draw }) {
  return places.filter(({ area }) => !area).map((place) => {
    const size = Math.max(TARGET, draw.markSize(place.events.length));
    const icon = L.divIcon({
      className: "place",
      html: draw.mark(place.events),
      iconSize: [size, size],
    });
    const marker = L.marker([place.lat, place.lon], {
      icon,
      zIndexOffset: -10 * place.events.length,
      riseOnHover: true,
    });
    layer.addLayer(marker);
    const element = marker.getElement();
    element.setAttribute("aria-label", `${place.name}, ${words.events(place.events.length)}`);
    return { place, element };
  });
}
