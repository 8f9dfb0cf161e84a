/** The map inside the file: the land of every country in one path, and the borders in another. */

import { USUAL } from "mapgen/core/belt.js";
import { layGround } from "mapgen/map/ground.js";

/** @param {import("mapgen/map/map.js").Room} room */
export function hangBase({ map, layer, collection: { outlines, borders, places } }) {
  const draw = layGround(map, layer, "mapgen-base", 210, true);
  draw(outlines.map(({ path }) => path(USUAL)).join(""), "base-land");
  draw(borders(), "base-border");
  map.attributionControl?.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  map.attributionControl?.addAttribution("Natural Earth");
  if (places.some(({ found }) => found === "gazetteer")) {
    map.attributionControl?.addAttribution(
      '<a href="https://www.geonames.org">GeoNames</a>, CC BY 4.0',
    );
  }
}
