/**
 * The payload as the page gets it and as its rooms use it. Mirrors mapgen/page/blocks.py and mapgen/page/payload.py.
 *
 * @typedef {"event" | "period"} Kind
 * @typedef {"" | "confirmed" | "reported" | "unconfirmed" | "disputed"} Status
 *
 * @typedef {object} Head
 * @property {2} version
 * @property {MapWords} map
 * @property {number} count  of events
 * @property {import("mapgen/core/inflate.js").Coding} coding  of the numbers and the blocks
 * @property {number} block  events in a block of texts
 * @property {"Int32" | "Float64"} days  how the days are written
 * @property {string[]} filled  the columns of texts in which any event has one
 * @property {string[]} extra  headers of the table's other columns
 * @property {boolean} [weighted]  whether an event may stand for several
 *
 * @typedef {object} Tables
 * @property {{name: string[], color: string[], shape: string[]}} categories
 * @property {PlaceColumns | string} places  in a coding where they are very many
 * @property {string[] | string} strings  the same
 * @property {string[]} neighbours
 * @property {import("mapgen/core/outlines.js").OutlinesPayload} outlines
 * @property {import("mapgen/core/words.js").Catalogue} words  in the language of the page
 *
 * @typedef {object} Parts  numbers and blocks are in the coding that the head names
 * @property {string} head  JSON of a Head
 * @property {string} tables  JSON of Tables
 * @property {string} numbers  as core/columns.js reads them
 * @property {(() => string)[]} blocks  of texts, as core/texts.js reads them
 *
 * @typedef {object} MapWords
 * @property {string} title
 * @property {string} subtitle
 * @property {string} introduction  clean HTML
 * @property {string} credits  clean HTML
 * @property {string} language
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
 * @typedef {object} Category
 * @property {string} name
 * @property {string} color  #rrggbb, or "" for the palette's
 * @property {string} shape
 * @property {number} index
 *
 * @typedef {object} HistoricalEvent  its texts are "" until `texts` has read them
 * @property {number} index
 * @property {string} id
 * @property {string} title
 * @property {string} date  the text to show, "" for an undated event
 * @property {boolean} worded  whether that is not what its EDTF says in words
 * @property {boolean} said  whether it is not either, and is read as the same date
 * @property {string} edtf  the date in the Extended Date/Time Format, "" for an undated event
 * @property {string} time  of day at which it began, as written; "" for none
 * @property {string} end_time
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
 * @property {boolean} inside  whether its image is in the page
 * @property {boolean} sensitive  whether its image waits until the reader asks for it
 * @property {number} line  of the table
 * @property {number} weight  how many events it stands for: 1, but in an overview
 * @property {[string, string][]} extra  header and text of the table's other columns
 *
 * @typedef {object} Place
 * @property {number} index
 * @property {string} name
 * @property {string} code  ISO 3166-1 alpha-3, "" where the table names no country
 * @property {string} ownName  as the author wrote it, "" where the country names the place
 * @property {string} country  as the author wrote it
 * @property {string} found  how its position became known: "table", "gazetteer" or "country"
 * @property {boolean} area  whether the place is a whole country
 * @property {number} lat  WGS 84, degrees; a whole country has its label point
 * @property {number} lon  in the world of the story, which may go on beyond 180
 * @property {number} ownLon  the same from -180 to 180, as the table has it
 * @property {number} count  of the events that happened, came or left here
 * @property {HistoricalEvent[]} events  they, in time order
 *
 * @typedef {import("mapgen/core/lands.js").Lands} Lands
 * @typedef {import("mapgen/core/outlines.js").Outline} Outline
 *
 * @typedef {object} Collection
 * @property {MapWords} map
 * @property {import("mapgen/core/words.js").Catalogue} words  of the interface
 * @property {Category[]} categories
 * @property {Place[]} places
 * @property {number} count  of the events, which are in time order, undated last
 * @property {number} total  how many events they stand for
 * @property {(index: number) => HistoricalEvent | undefined} event  always the same for an index
 * @property {(block: number) => Promise<HistoricalEvent[]>} eventsOf  the events of a block of texts,
 *   which have been read; neither is kept
 * @property {HistoricalEvent[]} periods
 * @property {HistoricalEvent[]} movements  those that have a place and a goal
 * @property {import("mapgen/core/columns.js").Columns} columns  of numbers
 * @property {import("mapgen/core/texts.js").Texts} texts
 * @property {string[]} strings
 * @property {string[]} filled  the columns of texts in which any event has one
 * @property {number} first  first day of the time axis, included
 * @property {number} last  last day of the time axis, included
 * @property {string[]} neighbours  codes of the countries beside those of the story
 * @property {Outline[]} outlines
 * @property {() => string} borders  path of SVG
 * @property {number} west  the longitude at which the world of the story begins: -180 unless the
 *   story lies together around another meridian than that of Greenwich
 * @property {Record<string, Record<string, string>>} regions  as the outlines have them
 * @property {() => Generator<void, Lands>} landing  finds out which of the outlines lies where
 */

import { Belt } from "mapgen/core/belt.js";
import { readColumns } from "mapgen/core/columns.js";
import { Rows } from "mapgen/core/event-row.js";
import { bytesFrom, tableFrom } from "mapgen/core/inflate.js";
import { decodeOutlines, turnOutlines } from "mapgen/core/outlines.js";
import { readPlaces } from "mapgen/core/place-row.js";
import { Texts } from "mapgen/core/texts.js";
import { Visits } from "mapgen/core/visits.js";

/**
 * @param {Parts} parts
 * @returns {Promise<Collection>} with all texts where they are one block
 */
export async function readPayload(parts) {
  /** @type {Head} */
  const { coding, count, block, days, extra: headers, filled, map, weighted } = JSON.parse(
    parts.head,
  );
  const texts = new Texts(block, parts.blocks, coding);
  const inflating = bytesFrom(parts.numbers, coding);
  const reading = texts.whole ? texts.need([0]) : undefined;
  /** @type {Tables} */
  const tables = JSON.parse(parts.tables);
  const decoded = decodeOutlines(tables.outlines);
  const categories = readCategories(tables.categories);
  const [where, strings] = await Promise.all([tables.places, tables.strings].map(tableFrom));
  await reading;
  const columns = readColumns(await inflating, count, days, weighted);
  const { neighbours, words } = tables;
  const visits = new Visits(columns, where.name.length);
  const eventsOf = (/** @type {number} */ place) => rows.some(visits.of(place));
  const west = westOf(where, tables, columns);
  const outlines = turnOutlines(decoded.outlines, west);
  const places = readPlaces(where, outlines, visits.counts, west, eventsOf);
  const rows = new Rows({ columns, texts, places, categories, strings, headers }, count);
  const { outlines: { regions } } = tables;
  const { borders, landing } = decoded;
  const land = { neighbours, outlines, borders, landing, west, regions };
  const known = { map, words, categories, places, columns, texts, strings, filled, ...land };
  return { ...known, ...eventsIn(rows, columns, strings), ...span(columns) };
}

/**
 * @param {Rows} rows
 * @param {import("mapgen/core/columns.js").Columns} columns
 * @param {string[]} strings
 */
function eventsIn(rows, { place, to, kind, weight }, strings) {
  const period = strings.indexOf("period");
  return {
    count: rows.length,
    total: weight ? weight.reduce((sum, each) => sum + each, 0) : rows.length,
    event: (/** @type {number} */ index) => rows.at(index),
    eventsOf: (/** @type {number} */ block) => rows.of(block),
    periods: rows.some(where(kind, (kind) => kind === period)),
    movements: rows.some(where(to, (to, index) => to >= 0 && place[index] >= 0)),
  };
}

/**
 * @param {Int32Array} column
 * @param {(value: number, index: number) => boolean} test
 * @returns {number[]} the indices at which the column passes
 */
function where(column, test) {
  /** @type {number[]} */
  const found = [];
  for (let i = 0; i < column.length; i++) if (test(column[i], i)) found.push(i);
  return found;
}

/**
 * @param {PlaceColumns} places
 * @param {Tables} tables
 * @param {import("mapgen/core/columns.js").Columns} columns
 * @returns {number} where the world begins in which places, countries and movements lie together
 */
function westOf({ code, lat, lon }, { outlines: { countries } }, { place, to }) {
  const belt = new Belt();
  const numbers = new Map(countries.code.map((code, i) => [code, i]));
  const lons = lon.map((own, i) => own ?? countries.lon[numbers.get(code[i]) ?? -1] ?? 0);
  for (let i = 0; i < lons.length; i++) belt.add(lons[i]);
  for (const each of new Set(code)) {
    const country = numbers.get(each);
    if (country !== undefined) belt.add(countries.lon[country]);
  }
  for (const each of new Set(code.filter((_, i) => lat[i] === null))) {
    const [west, , east] = countries.bbox[numbers.get(each) ?? -1] ?? [0, 0, 0];
    belt.add(west, east - west);
  }
  for (let i = 0; i < to.length; i++) {
    if (place[i] >= 0 && to[i] >= 0) belt.addLine(lons[place[i]], lons[to[i]]);
  }
  return belt.west();
}

/** @param {Tables["categories"]} columns @returns {Category[]} */
function readCategories({ name, color, shape }) {
  return name.map((_, i) => ({ name: name[i], color: color[i], shape: shape[i], index: i }));
}

/**
 * @param {import("mapgen/core/columns.js").Columns} columns
 * @returns {{first: number, last: number}} from the first to the last day that any date names
 */
function span({ earliest, latest }) {
  let [first, last] = [Infinity, -Infinity];
  for (const column of [earliest, latest]) {
    for (let i = 0; i < column.length; i++) {
      const day = column[i];
      if (day < first && day !== -Infinity) first = day;
      if (day > last && day !== Infinity) last = day;
    }
  }
  return first <= last ? { first, last } : { first: 0, last: 0 };
}
