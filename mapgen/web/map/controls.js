/** Gives folium's controls their names in the page's language. */

/** @param {import("mapgen/map/map.js").Room} room */
export function nameControls({ map, words }) {
  const container = map.getContainer();
  const names = /** @type {const} */ ([
    [".leaflet-control-zoom-in", words.map.zoomIn],
    [".leaflet-control-zoom-out", words.map.zoomOut],
    [".leaflet-control-layers-toggle", words.map.layers],
  ]);
  for (const [selector, name] of names) {
    const control = container.querySelector(selector);
    control?.setAttribute("title", name);
    control?.setAttribute("aria-label", name);
  }
}
