/** On paper the map shows the places that it shows on the screen, fitted to the size it has there. */

import { L } from "mapgen/map/leaflet.js";

const ROOM = 0.15; // around the places, of their extent
const CLOSER = 1.5; // steps of zoom; so much larger than on the screen a place is shown at most

/** @param {any} map @returns {boolean} whether its document has its size on paper */
export const isPrinting = (map) => "printing" in datasetOf(map);

/**
 * Gives the document its size on paper and fits the map to it, and takes both back. One listener
 * does both: a browser that prints calls those of the window in the order in which they came.
 *
 * @param {import("mapgen/map/map.js").Room} room
 */
export function hangPaper({ map, collection: { places } }) {
  const dataset = datasetOf(map);
  /** @type {{center: any, zoom: number} | null} */
  let screen = null;
  addEventListener("beforeprint", () => {
    const [size, bounds] = [map.getSize(), map.getBounds()];
    const here = { center: map.getCenter(), zoom: map.getZoom() };
    dataset.printing = "";
    map.invalidateSize({ animate: false });
    if (map.getSize().equals(size)) return; // somebody's own page around the map
    screen ??= here;
    const points = places.map(({ lat, lon }) => [lat, lon]);
    fit(map, L.latLngBounds(points.filter((point) => bounds.contains(point))), bounds);
  });
  addEventListener("afterprint", () => {
    delete dataset.printing;
    if (!screen) return;
    map.invalidateSize({ animate: false });
    map.setView(screen.center, screen.zoom, { animate: false });
    screen = null;
  });
}

/** @param {any} map @param {any} seen  the places @param {any} bounds  of the map on the screen */
function fit(map, seen, bounds) {
  map.fitBounds(seen.isValid() ? seen.pad(ROOM) : bounds, {
    maxZoom: map.getBoundsZoom(bounds) + CLOSER,
    animate: false,
  });
}

/** @param {any} map @returns {DOMStringMap} */
function datasetOf(map) {
  return map.getContainer().ownerDocument.documentElement.dataset;
}
