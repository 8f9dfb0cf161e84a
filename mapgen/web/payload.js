/**
 * The payload as the page gets it, column by column, and as its rooms use it. Mirrors payload.py.
 *
 * @typedef {"event" | "period"} Kind
 * @typedef {"confirmed" | "reported" | "unconfirmed" | "disputed"} Status
 *
 * @typedef {object} Payload
 * @property {1} version
 * @property {MapWords} map
 * @property {{name: string[], color: string[], shape: string[]}} categories
 * @property {PlaceColumns} places
 * @property {EventColumns} events
 * @property {string[]} strings
 * @property {string[]} neighbours
 * @property {import("mapgen/core/outlines.js").OutlinesPayload} outlines
 *
 * @typedef {object} MapWords
 * @property {string} title
 * @property {string} subtitle
 * @property {string} introduction  clean HTML
 * @property {string} credits  clean HTML
 * @property {string} language  "en", "fr" or "ar"
 *
 * @typedef {object} PlaceColumns
 * @property {string[]} name
 * @property {string[]} code
 * @property {string[]} country
 * @property {(number | null)[]} lat
 * @property {(number | null)[]} lon
 * @property {string[]} found
 *
 * @typedef {object} EventColumns
 * @property {string[]} id
 * @property {string[]} title
 * @property {string[]} date
 * @property {(number | null)[]} earliest
 * @property {(number | null)[]} latest
 * @property {number[]} place
 * @property {number[]} to
 * @property {number[]} kind
 * @property {number[]} category
 * @property {number[]} status
 * @property {string[]} description
 * @property {number[]} source
 * @property {string[]} source_url
 * @property {string[]} image
 * @property {string[]} image_alt
 * @property {string[]} image_credit
 *
 * @typedef {object} Category
 * @property {string} name
 * @property {string} color  #rrggbb, or "" for the palette's
 * @property {string} shape
 * @property {number} index
 *
 * @typedef {object} HistoricalEvent
 * @property {string} id
 * @property {string} title
 * @property {string} date  the text to show, "" for an undated event
 * @property {Place | null} place
 * @property {Place | null} to  where a movement went
 * @property {Kind} kind
 * @property {Category | null} category
 * @property {Status} status
 * @property {string} description  clean HTML
 * @property {string} source
 * @property {string} source_url
 * @property {string} image  a data: or an https address
 * @property {string} image_alt
 * @property {string} image_credit
 *
 * @typedef {object} Place
 * @property {number} index
 * @property {string} name
 * @property {string} code  ISO 3166-1 alpha-3, "" where the table names no country
 * @property {string} country  as the author wrote it
 * @property {string} found  how its position became known: "table", "gazetteer" or "country"
 * @property {boolean} area  whether the place is a whole country
 * @property {number} lat  WGS 84, degrees; a whole country has its label point
 * @property {number} lon
 * @property {HistoricalEvent[]} events  all that happened, came or left here, in time order
 *
 * @typedef {import("mapgen/core/outlines.js").Outline} Outline
 *
 * @typedef {object} Collection
 * @property {MapWords} map
 * @property {Category[]} categories
 * @property {Place[]} places
 * @property {HistoricalEvent[]} events  in time order, undated last
 * @property {string[]} neighbours  codes of the countries beside those of the story
 * @property {Outline[]} outlines
 * @property {import("mapgen/core/outlines.js").Line[]} borders
 */

import { decodeOutlines } from "mapgen/core/outlines.js";

/**
 * @param {string} text  JSON of a Payload
 * @returns {Collection}
 */
export function readPayload(text) {
  /** @type {Payload} */
  const payload = JSON.parse(text);
  const { outlines, borders } = decodeOutlines(payload.outlines);
  const places = readPlaces(payload.places, outlines);
  const categories = readCategories(payload);
  const events = readEvents(payload, places, categories);
  for (const event of events) {
    for (const place of new Set([event.place, event.to])) place?.events.push(event);
  }
  const { map, neighbours } = payload;
  return { map, categories, places, events, neighbours, outlines, borders };
}

/** @param {Payload} payload @returns {Category[]} */
function readCategories({ categories: { name, color, shape } }) {
  return name.map((_, i) => ({ name: name[i], color: color[i], shape: shape[i], index: i }));
}

/**
 * @param {PlaceColumns} columns
 * @param {Outline[]} outlines
 * @returns {Place[]}
 */
function readPlaces(columns, outlines) {
  const labels = new Map(outlines.map((outline) => [outline.code, outline]));
  return columns.name.map((name, index) => {
    const { [index]: code } = columns.code;
    const point = columns.lat[index] === null ? labels.get(code) : undefined;
    return {
      index,
      name,
      code,
      country: columns.country[index],
      found: columns.found[index],
      area: columns.lat[index] === null,
      lat: point?.lat ?? columns.lat[index] ?? 0,
      lon: point?.lon ?? columns.lon[index] ?? 0,
      events: [],
    };
  });
}

/**
 * @param {Payload} payload
 * @param {Place[]} places
 * @param {Category[]} categories
 * @returns {HistoricalEvent[]}
 */
function readEvents({ events: columns, strings }, places, categories) {
  return columns.id.map((id, i) => ({
    id,
    title: columns.title[i],
    date: columns.date[i],
    place: places[columns.place[i]] ?? null,
    to: places[columns.to[i]] ?? null,
    kind: /** @type {Kind} */ (strings[columns.kind[i]]),
    category: categories[columns.category[i]] ?? null,
    status: /** @type {Status} */ (strings[columns.status[i]]),
    description: columns.description[i],
    source: strings[columns.source[i]],
    source_url: columns.source_url[i],
    image: columns.image[i],
    image_alt: columns.image_alt[i],
    image_credit: columns.image_credit[i],
  }));
}
