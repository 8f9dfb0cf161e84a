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
 * @param {boolean} [around]  whether it goes on around the globe, for those who look over its edge
 * @returns {(path: string, className: string) => SVGPathElement} adds a path to the ground
 */
export function layGround(map, layer, pane, height, around = false) {
  map.createPane(pane).style.zIndex = String(height);
  const renderer = L.svg({ pane, padding: PADDING });
  const world = L.SVG.create("g");
  const own = L.SVG.create("g");
  own.id = `${pane}-${L.stamp(renderer)}`;
  world.append(own);
  renderer.on("update", () => {
    const { x, y } = map.getPixelOrigin();
    const scale = (TILE / SIDE) * 2 ** map.getZoom();
    world.setAttribute("transform", `translate(${-x} ${-y}) scale(${scale})`);
    if (around) repeat(map, world, own.id);
    const group = renderer._rootGroup; // made when the renderer is added
    if (world.parentNode !== group) group.append(world); // again would take the focus away
  });
  layer.addLayer(renderer);
  renderer.fire("update");
  return (path, className) => {
    const drawn = L.SVG.create("path");
    drawn.setAttribute("d", path);
    drawn.setAttribute("class", className);
    own.append(drawn);
    return drawn;
  };
}

/**
 * Shows the same again at the worlds beside it that are in view, or nearly.
 *
 * @param {any} map
 * @param {SVGElement} world
 * @param {string} id  of what is shown
 */
function repeat(map, world, id) {
  const { min, max } = map.getPixelBounds();
  const pad = (max.x - min.x) * PADDING;
  const [first, last] = [min.x - pad, max.x + pad]
    .map((x) => Math.floor(x / (TILE * 2 ** map.getZoom())));
  const shown = new Map([...world.querySelectorAll("use")].map((use) => [use.dataset.world, use]));
  for (let number = first; number <= last; number++) {
    const key = String(number);
    if (number !== 0 && !shown.delete(key)) world.append(copy(id, number));
  }
  for (const use of shown.values()) use.remove();
}

/** @param {string} id @param {number} number  of worlds to the east @returns {SVGUseElement} */
function copy(id, number) {
  const use = L.SVG.create("use");
  use.setAttribute("href", `#${id}`);
  use.setAttribute("x", String(number * SIDE));
  use.dataset.world = String(number);
  return use;
}
