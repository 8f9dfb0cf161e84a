/**
 * What no name on the map may cover: the marks, the controls, and the edge of the view; and the
 * curves of the movements, which it had better not.
 */

import { along } from "mapgen/core/curve.js";
import { L } from "mapgen/map/leaflet.js";

/** @typedef {import("mapgen/core/placement.js").Box} Box */
/** @typedef {import("mapgen/map/mark-set.js").Mark} Mark */

const BADGE = 12; // pixels that a mark's number on paper stands out to the left
const RUN = 30; // of several places: a run of numbers
const DROP = 5; // and below
const DOT = 4; // from the middle to the rim of the end of a movement in a country

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Mark[]} marks
 * @param {boolean} numbered  whether each mark bears a number
 * @returns {Box[]} pixels of the layer
 */
export function obstacles({ map, collection }, marks, numbered) {
  const boxes = marks.map((mark) => boxOf(map, mark, numbered));
  return [...boxes, ...dots(map, collection.movements), ...panels(map), ...edges(map)];
}

/**
 * @param {any} map
 * @param {import("mapgen/payload.js").HistoricalEvent[]} movements
 * @returns {Box[]} where they begin or end in a country as a whole
 */
function dots(map, movements) {
  const ends = new Set(movements.flatMap(({ place, to }) => [place, to]));
  return [...ends].filter((end) => end?.area).map((end) => {
    const { x, y } = map.latLngToLayerPoint([end?.lat, end?.lon]);
    return { left: x - DOT, top: y - DOT, right: x + DOT, bottom: y + DOT };
  });
}

/**
 * @param {any} map
 * @param {import("mapgen/map/movements.js").Curve[]} curves
 * @returns {Box[]} pixels of the layer
 */
export function lines(map, curves) {
  const scale = map.getZoomScale(map.getZoom(), 0);
  const origin = map.getPixelOrigin();
  const view = boxOfView(map);
  return curves.flatMap(({ points }) =>
    along(
      points.map((point) => {
        const { x, y } = L.point(point).multiplyBy(scale).subtract(origin);
        return [x, y];
      }),
      view,
    )
  );
}

/** @param {any} map @param {Mark} mark @param {boolean} numbered @returns {Box} at its largest */
function boxOf(map, { lat, lon, size, members }, numbered) {
  const { x, y } = map.latLngToLayerPoint([lat, lon]);
  const half = size / 2;
  const [side, drop] = numbered ? [members.length > 1 ? RUN : BADGE, DROP] : [0, 0];
  return { left: x - half - side, top: y - half, right: x + half, bottom: y + half + drop };
}

/** @param {any} map @returns {Box[]} the controls, which lie on the names */
function panels(map) {
  const container = map.getContainer();
  const { left, top } = container.getBoundingClientRect();
  return [...container.querySelectorAll(".leaflet-control")].map((control) => {
    const box = control.getBoundingClientRect();
    const [start, end] = [[box.left, box.top], [box.right, box.bottom]].map(([x, y]) =>
      map.containerPointToLayerPoint([x - left, y - top])
    );
    return { left: start.x, top: start.y, right: end.x, bottom: end.y };
  });
}

/** @param {any} map @returns {Box[]} walls around the view: a name is wholly inside or outside */
function edges(map) {
  const { left, top, right, bottom } = boxOfView(map);
  return [
    { left, top, right: left, bottom },
    { left: right, top, right, bottom },
    { left, top, right, bottom: top },
    { left, top: bottom, right, bottom },
  ];
}

/** @param {any} map @returns {Box} */
export function boxOfView(map) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
  return { left, top, right, bottom };
}
