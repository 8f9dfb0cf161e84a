/**
 * Decodes the outlines of the countries: lines that neighbours share, as mapgen/countries has them.
 *
 * @typedef {[number, number]} LatLon  degrees, WGS 84
 * @typedef {LatLon[]} Line
 *
 * @typedef {object} OutlinesPayload
 * @property {number[]} scale  degrees to a step of the grid, east and north
 * @property {number[]} translate  longitude and latitude of the grid's corner
 * @property {string[]} arcs
 * @property {CountryColumns} countries
 *
 * @typedef {object} CountryColumns
 * @property {string[]} code
 * @property {string[]} alpha2
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
 * @property {Line[][]} polygons  each an outer ring, then its holes; a ring ends where it begins
 *
 * @typedef {object} Outlines
 * @property {Outline[]} outlines
 * @property {Line[]} borders  lines that two countries share; all others are coasts
 */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => VALUES[digit.charCodeAt(0)] = value);

/**
 * @param {OutlinesPayload} payload
 * @returns {Outlines}
 */
export function decodeOutlines({ scale, translate, arcs, countries }) {
  const lines = arcs.map((arc) => decodeArc(arc, scale, translate));
  const outlines = countries.code.map((code, i) => ({
    code,
    alpha2: countries.alpha2[i],
    name: countries.name[i],
    lat: countries.lat[i],
    lon: countries.lon[i],
    bbox: countries.bbox[i],
    rank: countries.rank[i],
    polygons: countries.rings[i].map((rings) => rings.map((ring) => join(ring, lines))),
  }));
  const shared = findShared(countries.rings, lines.length);
  return { outlines, borders: lines.filter((_, i) => shared[i]) };
}

/**
 * Reads digits of five bits, lowest first, of which all but the last of a number are 32 higher.
 *
 * @param {string} arc
 * @param {number[]} scale
 * @param {number[]} translate
 * @returns {Line}
 */
function decodeArc(arc, [width, height], [west, south]) {
  /** @type {Line} */
  const line = [];
  const here = [0, 0]; // on the grid
  let axis = 0;
  let number = 0;
  let shift = 0;
  for (let at = 0; at < arc.length; at++) {
    const digit = VALUES[arc.charCodeAt(at)];
    number |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    here[axis] += (number >>> 1) ^ -(number & 1);
    if (axis) line.push([here[1] * height + south, here[0] * width + west]);
    axis = 1 - axis;
    number = shift = 0;
  }
  return line;
}

/** @param {number[]} ring @param {Line[]} lines @returns {Line} */
function join(ring, lines) {
  const [first, ...others] = ring.map((arc) => arc >= 0 ? lines[arc] : [...lines[~arc]].reverse());
  return first.concat(...others.map((line) => line.slice(1)));
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
