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
 * @property {{header: string[], text: string[][]}} [extra]  the table's other columns
 * @property {string[]} strings
 * @property {string[]} neighbours
 * @property {import("mapgen/core/outlines.js").OutlinesPayload} outlines
 *
 * @typedef {object} MapWords
 * @property {string} title
 * @property {string} subtitle
 * @property {string} introduction  clean HTML
 * @property {string} credits  clean HTML
 * @property {import("mapgen/core/words.js").Language} language
 * @property {string} generator  name and version of what made the page
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
 * @property {string[]} edtf
 * @property {(number | null)[]} earliest
 * @property {(number | null)[]} latest
 * @property {number[]} approximate
 * @property {number[]} uncertain
 * @property {number[]} place
 * @property {number[]} to
 * @property {number[]} kind
 * @property {number[]} category
 * @property {number[][]} tags
 * @property {number[]} status
 * @property {string[]} description
 * @property {number[]} source
 * @property {string[]} source_url
 * @property {string[]} image
 * @property {string[]} image_alt
 * @property {string[]} image_credit
 * @property {number[]} sensitive
 * @property {number[]} line
 *
 * @typedef {object} Category
 * @property {string} name
 * @property {string} color  #rrggbb, or "" for the palette's
 * @property {string} shape
 * @property {number} index
 *
 * @typedef {object} HistoricalEvent
 * @property {number} index
 * @property {string} id
 * @property {string} title
 * @property {string} date  the text to show, "" for an undated event
 * @property {string} edtf  the date in the Extended Date/Time Format, "" for an undated event
 * @property {boolean} dated
 * @property {number} earliest  first day, included; -Infinity for an open start and if undated
 * @property {number} latest  last day, included; Infinity for an open end and if undated
 * @property {boolean} approximate
 * @property {boolean} uncertain
 * @property {Place | null} place
 * @property {Place | null} to  where a movement went
 * @property {Kind} kind
 * @property {Category | null} category
 * @property {string[]} tags
 * @property {Status} status
 * @property {string} description  clean HTML
 * @property {string} source
 * @property {string} source_url
 * @property {string} image  a data: or an https address
 * @property {string} image_alt
 * @property {string} image_credit
 * @property {boolean} sensitive  whether its image waits until the reader asks for it
 * @property {number} line  of the table
 * @property {[string, string][]} extra  header and text of the table's other columns
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
 * @property {number} first  first day of the time axis, included
 * @property {number} last  last day of the time axis, included
 * @property {string[]} neighbours  codes of the countries beside those of the story
 * @property {Outline[]} outlines
 * @property {() => string} borders  path of SVG
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
  return { map, categories, places, events, neighbours, outlines, borders, ...span(events) };
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
function readEvents({ events: columns, strings, extra }, places, categories) {
  return columns.id.map((id, i) => ({
    index: i,
    id,
    title: columns.title[i],
    date: columns.date[i],
    edtf: columns.edtf[i],
    dated: columns.earliest[i] !== null || columns.latest[i] !== null,
    earliest: columns.earliest[i] ?? -Infinity,
    latest: columns.latest[i] ?? Infinity,
    approximate: Boolean(columns.approximate[i]),
    uncertain: Boolean(columns.uncertain[i]),
    place: places[columns.place[i]] ?? null,
    to: places[columns.to[i]] ?? null,
    kind: /** @type {Kind} */ (strings[columns.kind[i]]),
    category: categories[columns.category[i]] ?? null,
    tags: columns.tags[i].map((tag) => strings[tag]),
    status: /** @type {Status} */ (strings[columns.status[i]]),
    description: columns.description[i],
    source: strings[columns.source[i]],
    source_url: columns.source_url[i],
    image: columns.image[i],
    image_alt: columns.image_alt[i],
    image_credit: columns.image_credit[i],
    sensitive: Boolean(columns.sensitive[i]),
    line: columns.line[i],
    extra: (extra?.header ?? []).map((header, column) => [header, extra?.text[column][i] ?? ""]),
  }));
}

/**
 * @param {HistoricalEvent[]} events
 * @returns {{first: number, last: number}} from the first to the last day that any date names
 */
function span(events) {
  const days = events.filter(({ dated }) => dated)
    .flatMap(({ earliest, latest }) => [earliest, latest]).filter(Number.isFinite);
  if (days.length === 0) return { first: 0, last: 0 };
  const first = days.reduce((a, b) => Math.min(a, b));
  return { first, last: days.reduce((a, b) => Math.max(a, b)) };
}
