/** The names of the countries: as the author calls those of the story, else in the page's language. */

import { L } from "mapgen/map/leaflet.js";

/**
 * @typedef {import("mapgen/payload.js").Outline} Outline
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} CountryName
 * @property {any} element
 * @property {number} land  the number of the country
 * @property {number} lat  of a point of its land
 * @property {number} lon
 * @property {boolean} told  whether the country is one of the story, and had better be named
 * @property {Place | null} area  the country as a place of the story
 */

/**
 * Countries of the story first, then their neighbours, then the others by their size.
 *
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {CountryName[]} which hang nowhere yet
 */
export function countryNames(room) {
  const { collection } = room;
  const authors = new Set(collection.places.map(({ code }) => code));
  const areas = new Map(
    collection.places.filter(({ area }) => area).map((place) => [place.code, place]),
  );
  const near = new Set(collection.neighbours);
  const nameOf = naming(room);
  const weight = (/** @type {Outline} */ { code }) =>
    authors.has(code) ? 2 : Number(near.has(code));
  return collection.outlines.map((outline, land) => ({ outline, land }))
    .filter(({ outline: { name } }) => name)
    .sort(({ outline: a }, { outline: b }) => weight(b) - weight(a) || a.rank - b.rank)
    .map(({ outline: { code, lat, lon }, land }) => {
      const [told, area] = [authors.has(code), areas.get(code) ?? null];
      const classes = ["label-country", told && "label-told", told && !area && "label-visited"];
      const element = makeLabel(null, nameOf(code), classes.filter((each) => each).join(" "));
      return { element, land, lat, lon, told, area };
    });
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {(code: string) => string} the name of a country
 */
export function naming({ collection: { outlines, places }, words }) {
  const authors = new Map(places.map(({ code, country }) => [code, country]));
  const known = new Map(outlines.map((outline) => [outline.code, outline]));
  const intl = words.locale.startsWith("en")
    ? null // the names are English, and 10 ms are saved
    : new Intl.DisplayNames(words.locale, { type: "region" });
  return (code) => {
    const { alpha2, name = "" } = known.get(code) ?? {};
    return authors.get(code) || words.map.areas[code] || (alpha2 && intl?.of(alpha2)) || name;
  };
}

/** @param {any} pane  null for none yet @param {string} text @param {string} className */
export function makeLabel(pane, text, className) {
  const element = L.DomUtil.create("span", `label ${className}`, pane);
  element.textContent = text;
  return element;
}

/**
 * @param {import("mapgen/map/pins.js").Pin} mark
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {string} of the place, or how many events are there
 */
export function markName({ title: { name, number }, members: { length }, count }, { words }) {
  if (length === 1) return name;
  const several = number || words.count(words.event.events, count);
  return name ? `${name} · ${several}` : several;
}
