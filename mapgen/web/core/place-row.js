/** A place as the rooms of the page see it; its events are made when somebody asks for them. */

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
    this.code = values.code;
    this.country = values.country;
    this.found = values.found;
    this.area = values.area;
    this.lat = values.lat;
    this.lon = values.lon;
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
 * @param {(place: number) => HistoricalEvent[]} eventsOf
 * @returns {Place[]}
 */
export function readPlaces(columns, outlines, counts, eventsOf) {
  const labels = new Map(outlines.map((outline) => [outline.code, outline]));
  return columns.name.map((name, index) => {
    const { [index]: code } = columns.code;
    const area = columns.lat[index] === null;
    const point = area ? labels.get(code) : undefined;
    const lat = point?.lat ?? columns.lat[index] ?? 0;
    const lon = point?.lon ?? columns.lon[index] ?? 0;
    const { country: { [index]: country }, found: { [index]: found } } = columns;
    const { [index]: count } = counts;
    return new PlaceRow({ index, name, code, country, found, area, lat, lon, count }, eventsOf);
  });
}
