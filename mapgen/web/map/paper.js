/** On paper the map shows the places that it shows on the screen, fitted to the size it has there. */

import { L } from "mapgen/map/leaflet.js";

const ROOM = 0.15; // around the places, of their extent
const CLOSER = 1.5; // steps of zoom; so much larger than on the screen a place is shown at most

/** @param {import("mapgen/map/map.js").Room} room */
export function hangPaper({ map, collection: { places } }) {
  /** @type {{center: any, zoom: number} | null} */
  let screen = null;
  addEventListener("beforeprint", () => {
    const [size, bounds] = [map.getSize(), map.getBounds()];
    const here = { center: map.getCenter(), zoom: map.getZoom() };
    map.invalidateSize({ animate: false });
    if (map.getSize().equals(size)) return; // somebody's own page around the map
    screen ??= here;
    const seen = L.latLngBounds(
      places.map(({ lat, lon }) => [lat, lon]).filter((point) => bounds.contains(point)),
    );
    map.fitBounds(seen.isValid() ? seen.pad(ROOM) : bounds, {
      maxZoom: map.getBoundsZoom(bounds) + CLOSER,
      animate: false,
    });
  });
  addEventListener("afterprint", () => {
    if (!screen) return;
    map.invalidateSize({ animate: false });
    map.setView(screen.center, screen.zoom, { animate: false });
    screen = null;
  });
}
