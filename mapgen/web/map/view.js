/** The first view: what the story needs, at any size of the window, until the reader moves. */

import { L } from "mapgen/map/leaflet.js";

const EDGE = 28; // pixels around the story; a mark may reach this far
const CLOSEST = 8; // zoom; one single place is shown with its surroundings

/** @param {import("mapgen/map/map.js").Room} room */
export function hangView({ map, collection }) {
  const bounds = storyBounds(collection);
  if (!bounds.isValid()) return;
  const frame = () => {
    map.invalidateSize({ animate: false });
    map.fitBounds(bounds, {
      paddingTopLeft: [EDGE, EDGE],
      paddingBottomRight: [EDGE + keyWidth(map.getContainer()), EDGE],
      maxZoom: CLOSEST,
      animate: false,
    });
  };
  frame();
  const container = map.getContainer();
  const watch = new ResizeObserver(frame);
  watch.observe(container);
  for (const moved of ["pointerdown", "wheel", "keydown"]) {
    container.addEventListener(moved, () => watch.disconnect(), { once: true, passive: true });
  }
}

/**
 * @param {HTMLElement} container
 * @returns {number} pixels that an open key takes from the right of the map
 */
function keyWidth(container) {
  const key = container.querySelector("details.key[open]");
  return key instanceof HTMLElement ? key.offsetWidth : 0;
}

/**
 * Every place, the mainland of every country that is one, and the names of the places' countries.
 *
 * @param {import("mapgen/payload.js").Collection} collection
 */
function storyBounds({ places, outlines }) {
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  const bounds = L.latLngBounds([]);
  for (const { area, code, lat, lon } of places) {
    const outline = byCode.get(code);
    if (area && outline) {
      const [west, south, east, north] = outline.bbox;
      bounds.extend([[south, west], [north, east]]);
    } else bounds.extend([lat, lon]);
    if (outline) bounds.extend([outline.lat, outline.lon]);
  }
  return bounds;
}
