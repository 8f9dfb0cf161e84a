/** The map inside the file: the land of every country in one path, and the borders in another. */

import { L } from "mapgen/map/leaflet.js";

/** @param {import("mapgen/map/map.js").Room} room */
export function hangBase({ map, layer, collection: { outlines, borders, places } }) {
  map.createPane("mapgen-base").style.zIndex = "210";
  const options = { pane: "mapgen-base", interactive: false, smoothFactor: 0.7 };
  const land = outlines.flatMap((outline) => outline.polygons);
  layer.addLayer(L.polygon(land, { ...options, className: "base-land" }));
  layer.addLayer(L.polyline(borders, { ...options, className: "base-border", fill: false }));
  map.attributionControl?.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  map.attributionControl?.addAttribution("Natural Earth");
  if (places.some(({ found }) => found === "gazetteer")) {
    map.attributionControl?.addAttribution(
      '<a href="https://www.geonames.org">GeoNames</a>, CC BY 4.0',
    );
  }
}
