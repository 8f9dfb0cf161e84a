/** The names on the map: marks and countries, the important first, none on another. */

import { placeLabels } from "mapgen/core/placement.js";
import { L } from "mapgen/map/leaflet.js";
import { fadeLabel } from "mapgen/map/marks.js";
import { BESIDE, countryNames, makeLabel } from "mapgen/map/names.js";

/** @typedef {import("mapgen/payload.js").Outline} Outline */
/** @typedef {import("mapgen/map/places.js").Mark} Mark */
/** @typedef {import("mapgen/core/placement.js").Box} Box */

/**
 * @typedef {object} Name
 * @property {any} element
 * @property {number} lat
 * @property {number} lon
 * @property {Outline | null} country  over which the text lies, null for a text beside its point
 * @property {number} reach  how much wider than its country the text may be, times
 * @property {number} offset  pixels from the point to a text beside it
 * @property {boolean} upright  whether above and below come first
 */

const SLACK = 0.3; // of a country's width and height; so far its name may move
const CLEAR = 6; // pixels between a mark or a country and a name beside it
const NAMED = 150; // marks; of more, the ones with the fewest events have no name

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/places.js").Marks} marks
 */
export function hangLabels(room, marks) {
  const { map, layer } = room;
  const pane = map.createPane("mapgen-labels");
  pane.style.zIndex = "640";
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
  const countries = countryNames(room, pane);
  /** @type {Map<string, any>} */
  let labels = new Map();
  /** @type {WeakMap<any, number[]>} */
  const sizes = new WeakMap();

  function settle() {
    const all = marks.all();
    const names = [...nameMarks(all.slice(0, NAMED)), ...countries];
    for (const { element } of names) {
      if (!sizes.has(element)) sizes.set(element, [element.offsetWidth, element.offsetHeight]);
    }
    const taken = [...boxes(map, all), ...panels(map), ...edges(map)];
    place(map, names, names.map(({ element }) => sizes.get(element) ?? [0, 0]), taken);
  }

  /** @param {Mark[]} named @returns {Name[]} */
  function nameMarks(named) {
    const before = labels;
    labels = new Map();
    const names = named.map((mark) => {
      mark.label = before.get(mark.key) ?? makeLabel(pane, nameOf(mark, room), "label-place");
      labels.set(mark.key, mark.label);
      fadeLabel(mark);
      const { seed: { lat, lon }, size, label: element } = mark;
      const offset = size / 2 + CLEAR;
      return { element, lat, lon, country: null, reach: 0, offset, upright: false };
    });
    for (const [key, label] of before) if (!labels.has(key)) label.remove();
    return names;
  }

  map.on("moveend resize", settle); // after the marks: they listen first
  layer.on("add", () => pane.style.display = "").on("remove", () => pane.style.display = "none");
  layer.on("add", settle);
  settle();
}

/** @param {Mark} mark @param {import("mapgen/map/map.js").Room} room */
function nameOf({ seed, places }, { words }) {
  return places.length === 1 ? seed.name : `${seed.name} +${words.number(places.length - 1)}`;
}

/**
 * @param {any} map
 * @param {Name[]} names
 * @param {number[][]} sizes
 * @param {Box[]} taken
 */
function place(map, names, sizes, taken) {
  const labels = names.map(({ lat, lon, country, reach, offset, upright }, i) => {
    const { x, y } = map.latLngToLayerPoint([lat, lon]);
    const [width, height] = sizes[i];
    const [breadth, length] = country ? extent(map, country) : [0, 0];
    const away = offset === BESIDE ? breadth / 2 + CLEAR : offset;
    /** @type {[number, number]} */
    const slack = [breadth * SLACK * reach, length * SLACK];
    return { x, y, width, height, room: reach * breadth, slack, offset: away, upright };
  });
  placeLabels(labels, taken).forEach((corner, i) => {
    const { element } = names[i];
    element.style.visibility = corner ? "visible" : "hidden";
    if (corner) L.DomUtil.setPosition(element, L.point(corner));
  });
}

/** @param {any} map @param {Outline} country @returns {[number, number]} width, height, pixels */
function extent(map, { lat, lon, bbox: [west, south, east, north] }) {
  const left = map.latLngToLayerPoint([lat, west]);
  const right = map.latLngToLayerPoint([lat, east]);
  const top = map.latLngToLayerPoint([north, lon]);
  const bottom = map.latLngToLayerPoint([south, lon]);
  return [right.x - left.x, bottom.y - top.y];
}

/** @param {any} map @param {Mark[]} marks @returns {Box[]} each as large as it may become */
function boxes(map, marks) {
  return marks.map(({ seed, size }) => {
    const { x, y } = map.latLngToLayerPoint([seed.lat, seed.lon]);
    const half = size / 2;
    return { left: x - half, top: y - half, right: x + half, bottom: y + half };
  });
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
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
  return [
    { left, top, right: left, bottom },
    { left: right, top, right, bottom },
    { left, top, right, bottom: top },
    { left, top: bottom, right, bottom },
  ];
}
