/**
 * The ground of the map: paths of the whole world that are made once, and only moved and scaled
 * when the map is. Leaflet would project and cut every point again at each zoom.
 */

import { SIDE } from "mapgen/core/outlines.js";
import { L } from "mapgen/map/leaflet.js";

const PADDING = 0.6; // of the map's size, drawn around it for panning
const TILE = 256; // pixels; the width of the world at zoom 0

/**
 * @param {any} map
 * @param {any} layer
 * @param {string} pane
 * @param {number} height  z-index of the pane
 * @returns {(path: string, className: string) => SVGPathElement} adds a path to the ground
 */
export function layGround(map, layer, pane, height) {
  map.createPane(pane).style.zIndex = String(height);
  const renderer = L.svg({ pane, padding: PADDING });
  const world = L.SVG.create("g");
  renderer.on("update", () => {
    const { x, y } = map.getPixelOrigin();
    const scale = (TILE / SIDE) * 2 ** map.getZoom();
    world.setAttribute("transform", `translate(${-x} ${-y}) scale(${scale})`);
    const group = renderer._rootGroup; // made when the renderer is added
    if (world.parentNode !== group) group.append(world); // again would take the focus away
  });
  layer.addLayer(renderer);
  renderer.fire("update");
  return (path, className) => {
    const drawn = L.SVG.create("path");
    drawn.setAttribute("d", path);
    drawn.setAttribute("class", className);
    world.append(drawn);
    return drawn;
  };
}
