/** The names on the map: places and countries, the important first, none on another. */

import { placeLabels } from "mapgen/core/placement.js";
import { L } from "mapgen/map/leaflet.js";

/** @typedef {import("mapgen/payload.js").Outline} Outline */
/** @typedef {import("mapgen/payload.js").Place} Place */

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

const BESIDE = -1; // a name that stands beside its country where it is too wide for it
const NEAR_REACH = 1.7; // the name of a neighbour may cross its borders, as on printed maps
const SLACK = 0.3; // of a country's width and height; so far its name may move
const CLEAR = 4; // pixels between a mark or a country and a name beside it
const DOT = 9; // pixels between the end of a movement in a country and the country's name

/** @param {import("mapgen/map/map.js").Room} room */
export function hangLabels(room) {
  const { map, layer } = room;
  const pane = map.createPane("mapgen-labels");
  pane.style.zIndex = "640";
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
  const names = [...placeNames(room, pane), ...countryNames(room, pane)];
  const sizes = names.map(({ element }) => [element.offsetWidth, element.offsetHeight]);
  const settle = () => place(map, names, sizes, marks(room));
  map.on("zoomend viewreset resize", settle);
  layer.on("add", () => pane.style.display = "").on("remove", () => pane.style.display = "none");
  settle();
}

/**
 * @param {any} map
 * @param {Name[]} names
 * @param {number[][]} sizes
 * @param {import("mapgen/core/placement.js").Box[]} taken
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

/** @param {import("mapgen/map/map.js").Room} room */
function marks({ map, collection: { places }, draw }) {
  return places.filter(({ area }) => !area).map(({ lat, lon, events }) => {
    const { x, y } = map.latLngToLayerPoint([lat, lon]);
    const half = draw.markSize(events.length) / 2;
    return { left: x - half, top: y - half, right: x + half, bottom: y + half };
  });
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {any} pane
 * @returns {Name[]}
 */
function placeNames({ collection: { places }, draw }, pane) {
  return places.filter(({ area }) => !area)
    .sort((a, b) => b.events.length - a.events.length)
    .map(({ name, lat, lon, events }) => ({
      element: label(pane, name, "label-place"),
      lat,
      lon,
      country: null,
      reach: 0,
      offset: draw.markSize(events.length) / 2 + CLEAR,
      upright: false,
    }));
}

/**
 * Countries of the story first, as the author calls them, then their neighbours, then the others by
 * their size.
 *
 * @param {import("mapgen/map/map.js").Room} room
 * @param {any} pane
 * @returns {Name[]}
 */
function countryNames({ collection, words }, pane) {
  const authors = new Map(collection.places.map(({ code, country }) => [code, country]));
  const near = new Set(collection.neighbours);
  const ends = movementEnds(collection.events);
  const intl = new Intl.DisplayNames(words.locale, { type: "region" });
  const weight = (/** @type {Outline} */ { code }) =>
    authors.has(code) ? 2 : Number(near.has(code));
  return collection.outlines.filter(({ name }) => name)
    .sort((a, b) => weight(b) - weight(a) || a.rank - b.rank)
    .map((country) => {
      const { code, alpha2, name, lat, lon } = country;
      const text = authors.get(code) || (alpha2 && intl.of(alpha2)) || name;
      const style = authors.has(code) ? "label-country label-told" : "label-country";
      const element = label(pane, text, style);
      const point = { element, lat, lon, upright: true };
      if (ends.has(code)) return { ...point, country: null, reach: 0, offset: DOT };
      const reach = near.has(code) ? NEAR_REACH : 1;
      return { ...point, country, reach, offset: authors.has(code) ? BESIDE : Infinity };
    });
}

/**
 * @param {import("mapgen/payload.js").HistoricalEvent[]} events
 * @returns {Set<string>} codes of the countries, as a whole, where a movement begins or ends
 */
function movementEnds(events) {
  const moves = events.filter(({ place, to }) => place && to);
  const ends = moves.flatMap(({ place, to }) => [place, to]);
  return new Set(ends.filter((end) => end?.area).map((end) => end?.code ?? ""));
}

/** @param {any} pane @param {string} text @param {string} className */
function label(pane, text, className) {
  const element = L.DomUtil.create("span", `label ${className}`, pane);
  element.textContent = text;
  return element;
}
