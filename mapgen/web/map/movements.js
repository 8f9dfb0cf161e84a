/** The movements: a curve from place to place, an arrowhead on it, dashed where only claimed. */

import { bend } from "mapgen/core/curve.js";
import { L } from "mapgen/map/leaflet.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

const HEAD_AT = 20; // the step of the curve that carries the arrowhead: past its middle
const HEAD = "M-6 -5L6 0L-6 5L-3 0Z";

/** @param {import("mapgen/map/map.js").Room} room */
export function hangMovements({ map, layer, collection: { events } }) {
  map.createPane("mapgen-movements").style.zIndex = "450";
  /** @type {Map<string, number>} */
  const lanes = new Map();
  for (const event of events) {
    if (!event.place || !event.to || event.place === event.to) continue;
    const way = `${event.place.index}>${event.to.index}`;
    const lane = lanes.get(way) ?? 0;
    lanes.set(way, lane + 1);
    draw(map, layer, event, lane);
  }
}

/**
 * @param {any} map
 * @param {any} layer
 * @param {HistoricalEvent} event
 * @param {number} lane
 */
function draw(map, layer, event, lane) {
  const ends = [event.place, event.to].map((place) => {
    const { x, y } = map.project([place?.lat, place?.lon], 0);
    return /** @type {[number, number]} */ ([x, y]);
  });
  const points = bend(ends[0], ends[1], lane);
  const claimed = event.status === "confirmed" ? "" : " movement-claimed";
  layer.addLayer(
    L.polyline(points.map(([x, y]) => map.unproject([x, y], 0)), {
      pane: "mapgen-movements",
      className: `movement${claimed}`,
      interactive: false,
      smoothFactor: 0.5,
      noClip: true,
    }),
  );
  layer.addLayer(arrowhead(map, points));
  for (const end of [event.place, event.to]) if (end?.area) layer.addLayer(dot(end));
}

/** @param {import("mapgen/payload.js").Place} place  a whole country, which has no mark */
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
