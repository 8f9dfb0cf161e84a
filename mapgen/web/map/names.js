/** The names of the countries: as the author calls those of the story, else in the page's language. */

import { L } from "mapgen/map/leaflet.js";

/** @typedef {import("mapgen/payload.js").Outline} Outline */

export const BESIDE = -1; // a name that stands beside its country where it is too wide for it
const NEAR_REACH = 1.7; // the name of a neighbour may cross its borders, as on printed maps
const DOT = 9; // pixels between the end of a movement in a country and the country's name

/**
 * Countries of the story first, then their neighbours, then the others by their size.
 *
 * @param {import("mapgen/map/map.js").Room} room
 * @param {any} pane
 * @returns {import("mapgen/map/labels.js").Name[]}
 */
export function countryNames({ collection, words }, pane) {
  const authors = new Map(collection.places.map(({ code, country }) => [code, country]));
  const areas = new Map(
    collection.places.filter(({ area }) => area).map((place) => [place.code, place]),
  );
  const near = new Set(collection.neighbours);
  const ends = movementEnds(collection.movements);
  const intl = words.locale.startsWith("en")
    ? null // the names are English, and 10 ms are saved
    : new Intl.DisplayNames(words.locale, { type: "region" });
  const weight = (/** @type {Outline} */ { code }) =>
    authors.has(code) ? 2 : Number(near.has(code));
  return collection.outlines.filter(({ name }) => name)
    .sort((a, b) => weight(b) - weight(a) || a.rank - b.rank)
    .map((country) => {
      const { code, alpha2, name, lat, lon } = country;
      const text = authors.get(code) || words.map.areas[code] || (alpha2 && intl?.of(alpha2)) ||
        name;
      const style = authors.has(code) ? "label-country label-told" : "label-country";
      const element = makeLabel(pane, text, style);
      const point = { element, lat, lon, upright: true, area: areas.get(code) ?? null };
      if (ends.has(code)) return { ...point, country: null, reach: 0, offset: DOT };
      const reach = near.has(code) ? NEAR_REACH : 1;
      return { ...point, country, reach, offset: authors.has(code) ? BESIDE : Infinity };
    });
}

/**
 * @param {import("mapgen/payload.js").HistoricalEvent[]} moves
 * @returns {Set<string>} codes of the countries, as a whole, where a movement begins or ends
 */
function movementEnds(moves) {
  const ends = moves.flatMap(({ place, to }) => [place, to]);
  return new Set(ends.filter((end) => end?.area).map((end) => end?.code ?? ""));
}

/** @param {any} pane @param {string} text @param {string} className */
export function makeLabel(pane, text, className) {
  const element = L.DomUtil.create("span", `label ${className}`, pane);
  element.textContent = text;
  return element;
}
