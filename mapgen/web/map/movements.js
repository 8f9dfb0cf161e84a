/**
 * The movements: a curve from place to place, an arrowhead on it, dashed where only claimed. Those
 * before the selected event are the walked path; the later ones are pale.
 */

import { beside } from "mapgen/core/belt.js";
import { isClaim } from "mapgen/core/claims.js";
import { bend } from "mapgen/core/curve.js";
import { L } from "mapgen/map/leaflet.js";
import { SHOWN } from "mapgen/core/levels.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */
/** @typedef {import("mapgen/payload.js").Place} Place */

/**
 * @typedef {object} Curve
 * @property {HistoricalEvent} event
 * @property {Place[]} ends  those of its places at which it begins and ends
 * @property {[number, number][]} points  at zoom 0
 *
 * @typedef {object} Movement
 * @property {HistoricalEvent} event
 * @property {any[]} layers  of Leaflet
 */

const HEAD_AT = 20; // the step of the curve that carries the arrowhead: past its middle
const HEAD = "M-6 -5L6 0L-6 5L-3 0Z";

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 */
export function hangMovements({ map, layer, collection, store }, levels) {
  map.createPane("mapgen-movements").style.zIndex = "450";
  /** @type {Map<number, Movement>} */
  const movements = new Map();
  for (const curve of curvesOf(map, collection)) {
    const { event } = curve;
    const known = movements.get(event.index)?.layers ?? [];
    movements.set(event.index, { event, layers: [...known, ...draw(map, layer, curve)] });
  }
  const show = (/** @type {Iterable<Movement>} */ some) => {
    for (const movement of some) paint(movement, store.get().event, levels.get());
  };
  const showAll = () => show(movements.values());
  levels.subscribe((_, changed) => {
    if (movements.size > 0) show([...changed].flatMap((i) => movements.get(i) ?? []));
  });
  store.subscribe(({ event }, before) => event !== before.event && showAll());
  layer.on("add", showAll);
  showAll();
}

/**
 * The curve of each movement goes the short way. One over the edge of the world is there twice: it
 * leaves where it begins, and comes in at the other edge.
 *
 * @param {any} map
 * @param {import("mapgen/payload.js").Collection} collection
 * @returns {Curve[]}
 */
export function curvesOf(map, { movements }) {
  /** @type {Map<string, number>} */
  const lanes = new Map();
  return movements.flatMap((event) => {
    const { place, to } = event;
    if (!place || !to || place === to) return [];
    const way = `${place.index}>${to.index}`;
    const lane = lanes.get(way) ?? 0;
    lanes.set(way, lane + 1);
    const pixels = (/** @type {number} */ lat, /** @type {number} */ lon) => {
      const { x, y } = map.project([lat, lon], 0);
      return /** @type {[number, number]} */ ([x, y]);
    };
    const near = beside(to.lon, place.lon);
    const points = bend(pixels(place.lat, place.lon), pixels(to.lat, near), lane);
    if (near === to.lon) return [{ event, ends: [place, to], points }];
    const back = map.project([0, to.lon], 0).x - map.project([0, near], 0).x;
    const again = points.map(([x, y]) => /** @type {[number, number]} */ ([x + back, y]));
    return [{ event, ends: [place], points }, { event, ends: [to], points: again }];
  });
}

/**
 * @param {Movement} movement
 * @param {number} selected  index of the selected event, -1 for none
 * @param {Uint8Array} levels
 */
function paint({ event: { index }, layers }, selected, levels) {
  for (const layer of layers) {
    const element = layer.getElement();
    if (!element) continue; // the layer is switched off
    L.DomUtil[levels[index] === SHOWN ? "removeClass" : "addClass"](element, "movement-hidden");
    const later = selected >= 0 && index > selected;
    L.DomUtil[later ? "addClass" : "removeClass"](element, "movement-later");
    L.DomUtil[index === selected ? "addClass" : "removeClass"](element, "movement-selected");
  }
}

/**
 * @param {any} map
 * @param {any} layer
 * @param {Curve} curve
 * @returns {any[]} what has been added to the layer
 */
function draw(map, layer, { event, ends, points }) {
  const claimed = isClaim(event.status) ? " movement-claimed" : "";
  const line = L.polyline(points.map(([x, y]) => map.unproject([x, y], 0)), {
    pane: "mapgen-movements",
    className: `movement${claimed}`,
    interactive: false,
    smoothFactor: 0.5,
    noClip: true,
  });
  const dots = ends.filter(({ area }) => area).map(dot);
  const layers = [line, arrowhead(map, points), ...dots];
  for (const each of layers) layer.addLayer(each);
  return layers;
}

/** @param {Place} place  a whole country, which has no mark */
function dot({ lat, lon }) {
  const options = { pane: "mapgen-movements", className: "movement-dot", radius: 3.5 };
  return L.circleMarker([lat, lon], { ...options, interactive: false });
}

/** @param {any} map @param {[number, number][]} points  at zoom 0 */
function arrowhead(map, points) {
  const [[ax, ay], [bx, by]] = [points[HEAD_AT - 1], points[HEAD_AT + 1]];
  const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const drawing = L.SVG.create("svg");
  const head = L.SVG.create("path");
  drawing.setAttribute("viewBox", "-8 -8 16 16");
  drawing.setAttribute("aria-hidden", "true");
  head.setAttribute("d", HEAD);
  head.setAttribute("transform", `rotate(${angle})`);
  drawing.append(head);
  return L.marker(map.unproject(points[HEAD_AT], 0), {
    icon: L.divIcon({ className: "movement-head", html: drawing, iconSize: [16, 16] }),
    pane: "mapgen-movements",
    interactive: false,
    keyboard: false,
  });
}
