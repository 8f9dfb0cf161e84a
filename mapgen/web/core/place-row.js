/** A place as the rooms of the page see it; its events are made when somebody asks for them. */

import { USUAL, within } from "mapgen/core/belt.js";

/**
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 * @typedef {import("mapgen/payload.js").Place} Place
 * @typedef {import("mapgen/payload.js").PlaceColumns} PlaceColumns
 */

/** @implements {Place} */
class PlaceRow {
  #eventsOf;

  /**
   * @param {Omit<Place, "events">} values
   * @param {(place: number) => HistoricalEvent[]} eventsOf
   */
  constructor(values, eventsOf) {
    this.#eventsOf = eventsOf;
    this.index = values.index;
    this.name = values.name;
    this.ownName = values.ownName;
    this.code = values.code;
    this.country = values.country;
    this.found = values.found;
    this.area = values.area;
    this.lat = values.lat;
    this.lon = values.lon;
    this.ownLon = values.ownLon;
    this.count = values.count;
  }

  get events() {
    return this.#eventsOf(this.index);
  }
}

/**
 * @param {PlaceColumns} columns
 * @param {import("mapgen/core/outlines.js").Outline[]} outlines  which have the point of a country
 * @param {Float64Array} counts  of the events of each place
 * @param {number} west  where the world of the story begins
 * @param {(place: number) => HistoricalEvent[]} eventsOf
 * @returns {Place[]}
 */
export function readPlaces(columns, outlines, counts, west, eventsOf) {
  const labels = new Map(outlines.map((outline) => [outline.code, outline]));
  return columns.name.map((ownName, index) => {
    const { [index]: code } = columns.code;
    const area = columns.lat[index] === null;
    const point = area ? labels.get(code) : undefined;
    const lat = point?.lat ?? columns.lat[index] ?? 0;
    const ownLon = point?.lon ?? columns.lon[index] ?? 0;
    const lon = west === USUAL ? ownLon : within(ownLon, west);
    const { country: { [index]: country }, found: { [index]: found } } = columns;
    const { [index]: count } = counts;
    const name = ownName || country;
    const where = { area, lat, lon, ownLon, count };
    return new PlaceRow({ index, name, ownName, code, country, found, ...where }, eventsOf);
  });
}
