/**
 * Decodes the outlines of the countries into paths of SVG on a square map of the whole world: Web
 * Mercator, SIDE units wide, so that the page only has to move and to scale them.
 *
 * @typedef {object} OutlinesPayload  as mapgen/places/countries has it
 * @property {number[]} scale  degrees to a step of the grid, east and north
 * @property {number[]} translate  longitude and latitude of the grid's corner
 * @property {string[]} arcs
 * @property {CountryColumns} countries
 * @property {Record<string, Record<string, string>>} regions  codes of countries with blanks between,
 *   by the UN M.49 codes of a continent and of a region in it
 *
 * @typedef {object} CountryColumns
 * @property {string[]} code
 * @property {string} alpha2  two letters for each, blanks for an area without any
 * @property {string[]} name
 * @property {number[]} lat
 * @property {number[]} lon
 * @property {number[][]} bbox
 * @property {number[]} rank
 * @property {number[][][][]} rings  polygons of rings of numbers of arcs, ~i for arc i backwards
 *
 * @typedef {object} Outline
 * @property {string} code  ISO 3166-1 alpha-3, or our own for an area without one
 * @property {string} alpha2  ISO 3166-1, "" for an area without one
 * @property {string} name  English, "" for an area that is never named
 * @property {number} lat  of a point inside where a name has room
 * @property {number} lon
 * @property {number[]} bbox  west, south, east, north of the main land
 * @property {number} rank  1 for the largest area
 * @property {(west?: number) => string} path  of SVG: every ring of the country, holes too, in
 *   the world that begins there, or in that of the story
 *
 * @typedef {object} Outlines
 * @property {Outline[]} outlines
 * @property {() => string} borders  path of SVG: lines that two countries share, no coasts
 * @property {() => Generator<void, Lands>} landing  finds out which of the countries lies where
 *
 * @typedef {import("mapgen/core/lands.js").Lands} Lands
 *
 * @typedef {Int32Array} Arc  x and y of each point in turn, units
 */

import { greatest } from "mapgen/core/extremes.js";
import { USUAL, within } from "mapgen/core/belt.js";
import { landing } from "mapgen/core/lands.js";

export const SIDE = 2 ** 20; // units; a pixel at zoom 12
const TOP = 85.05112878; // degrees; where Web Mercator ends

const VALUES = new Uint8Array(128); // of the digits, by their codes
for (let code = 33, value = 0; code < 127; code++) {
  if (!'"&<>\\'.includes(String.fromCharCode(code))) VALUES[code] = value++;
}
const LAST = 75; // a digit that is lower is the last of its number
const MORE = 14; // times as much as the digit before

/**
 * @param {OutlinesPayload} payload
 * @returns {Outlines}
 */
export function decodeOutlines({ scale, translate, arcs, countries }) {
  const decoded = arcs.map((arc) => decodeArc(arc, scale, translate));
  const outlines = countries.code.map((code, i) => ({
    code,
    alpha2: countries.alpha2.slice(2 * i, 2 * i + 2).trim(),
    name: countries.name[i],
    lat: countries.lat[i],
    lon: countries.lon[i],
    bbox: countries.bbox[i],
    rank: countries.rank[i],
    path: (west = USUAL) =>
      countries.rings[i].flat().map((ring) => closed(ring, decoded, west)).join(""),
  }));
  return {
    outlines,
    borders: () => borders(countries.rings, decoded),
    landing: () => landing(decoded, countries.rings),
  };
}

/** @param {number[][][][]} countries @param {Arc[]} arcs @returns {string} */
function borders(countries, arcs) {
  const shared = findShared(countries, arcs.length);
  return arcs.map((arc, i) => shared[i] ? move(i, arcs) + steps(arc) : "").join("");
}

const scratch = new Int32Array(2 ** 17); // x and y of the longest line there may be

/**
 * Reads digits, lowest first, of which the last of a number is below LAST; a number is a zigzag step
 * on the grid, east and north in turn.
 *
 * @param {string} arc
 * @param {number[]} scale
 * @param {number[]} translate
 * @returns {Arc}
 */
function decodeArc(arc, [width, height], [west, south]) {
  let east = 0; // on the grid
  let north = 0;
  let count = 0;
  let number = 0;
  let weight = 1;
  for (let at = 0; at < arc.length; at++) {
    const digit = VALUES[arc.charCodeAt(at)];
    number += digit * weight;
    weight *= MORE;
    if (digit >= LAST) continue;
    const step = (number >>> 1) ^ -(number & 1);
    if (count % 2) scratch[count++] = downward((north += step) * height + south);
    else scratch[count++] = eastward((east += step) * width + west);
    number = 0;
    weight = 1;
  }
  return scratch.slice(0, count);
}

/** @param {number} lon degrees @returns {number} units from the left edge */
export const eastward = (lon) => Math.round((lon / 360 + 0.5) * SIDE);

/** @param {number} lat degrees @returns {number} units from the upper edge */
export function downward(lat) {
  const sine = Math.sin((Math.max(-TOP, Math.min(TOP, lat)) * Math.PI) / 180);
  return Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * SIDE);
}

/**
 * @param {Outline[]} outlines
 * @param {number} west  where the world begins
 * @returns {Outline[]} the same in that world, each ring of a country in one piece
 */
export function turnOutlines(outlines, west) {
  if (west === USUAL) return outlines;
  return outlines.map((outline) => {
    const { lon, bbox: [left, bottom, right, top] } = outline;
    const by = within((left + right) / 2, west) - (left + right) / 2;
    const bbox = [left + by, bottom, right + by, top];
    return { ...outline, lon: within(lon, west), bbox, path: (own = west) => outline.path(own) };
  });
}

/** @param {number[]} ring @param {Arc[]} arcs @param {number} west @returns {string} */
function closed(ring, arcs, west) {
  if (ring.some((arc) => touchesEdge(arcs[Math.max(arc, ~arc)]))) return open(ring, arcs, west);
  const way = ring.map((arc) => arc >= 0 ? steps(arcs[arc]) : stepsBack(arcs[~arc])).join("");
  return `${move(ring[0], arcs, west)}${way}z`;
}

/**
 * A country that goes on at the other edge of the world is cut there. Its ring begins behind the cut
 * and is left open, so that it is filled up to the cut, and no line is drawn along it.
 *
 * @param {number[]} ring
 * @param {Arc[]} arcs
 * @param {number} west
 * @returns {string}
 */
function open(ring, arcs, west) {
  const points = ring.flatMap((arc) => arc >= 0 ? pairs(arcs[arc]) : pairs(arcs[~arc]).reverse());
  const lengths = points.map(([x, y], i) => {
    const [x1, y1] = points[(i + 1) % points.length];
    return x === x1 && isEdge(x) ? Math.abs(y1 - y) : 0;
  });
  const cut = lengths.indexOf(greatest(lengths)) + 1;
  const turned = [...points.slice(cut), ...points.slice(0, cut)];
  const way = turned.slice(1).map(([x, y], i) => `${x - turned[i][0]} ${y - turned[i][1]} `);
  return `M${onward(turned[0][0], west)} ${turned[0][1]}l${way.join("")}`;
}

/** @param {Arc} points @returns {[number, number][]} */
function pairs(points) {
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]]);
}

/** @param {number} x */
const isEdge = (x) => x === 0 || x === SIDE;

/** @param {Arc} points @returns {boolean} whether two that follow each other lie on one edge */
function touchesEdge(points) {
  for (let i = 2; i < points.length; i += 2) {
    if (points[i] === points[i - 2] && isEdge(points[i])) return true;
  }
  return false;
}

/** @param {number} x @param {number} west @returns {number} the same in the world that begins there */
function onward(x, west) {
  if (west === USUAL) return x;
  const lon = (x / SIDE - 0.5) * 360;
  return x + Math.round((within(lon, west) - lon) / 360) * SIDE;
}

/** @param {number} arc @param {Arc[]} arcs @param {number} [west] @returns {string} to its begin */
function move(arc, arcs, west = USUAL) {
  const points = arc >= 0 ? arcs[arc] : arcs[~arc];
  const at = arc >= 0 ? 0 : points.length - 2;
  return `M${onward(points[at], west)} ${points[at + 1]}l`;
}

/** @param {Arc} points @returns {string} */
function steps(points) {
  let way = "";
  for (let i = 2; i < points.length; i += 2) {
    way += `${points[i] - points[i - 2]} ${points[i + 1] - points[i - 1]} `;
  }
  return way;
}

/** @param {Arc} points @returns {string} */
function stepsBack(points) {
  let way = "";
  for (let i = points.length - 2; i > 0; i -= 2) {
    way += `${points[i - 2] - points[i]} ${points[i - 1] - points[i + 1]} `;
  }
  return way;
}

/**
 * @param {number[][][][]} countries
 * @param {number} count
 * @returns {boolean[]} for each arc, whether two countries have it
 */
function findShared(countries, count) {
  /** @type {number[]} */
  const owner = Array(count).fill(-1);
  const shared = Array(count).fill(false);
  countries.forEach((polygons, country) => {
    for (const arc of polygons.flat(2)) {
      const number = Math.max(arc, ~arc);
      shared[number] ||= owner[number] >= 0 && owner[number] !== country;
      owner[number] = country;
    }
  });
  return shared;
}
