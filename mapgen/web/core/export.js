/**
 * Writes events as CSV, which mapgen reads back, and as GeoJSON; and the code that embeds a page.
 *
 * @typedef {object} FileFormat  of a file that is written event by event
 * @property {string} type  its media type
 * @property {string} ending  of its name, with the dot
 * @property {string} begin
 * @property {(event: HistoricalEvent) => string} write
 * @property {string} between  two events
 * @property {string} end
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 * @typedef {import("mapgen/payload.js").Place} Place
 * @typedef {typeof COLUMNS[number]} Column
 */

import { toMarkdown } from "mapgen/core/markdown.js";
import { shapeOf } from "mapgen/core/shape.js";
import { isoDay } from "mapgen/core/time.js";

export const COLUMNS = /** @type {const} */ ([
  "title",
  "date",
  "time",
  "end_time",
  "date_text",
  "place",
  "country",
  "lat",
  "lon",
  "to",
  "to_country",
  "to_lat",
  "to_lon",
  "kind",
  "category",
  "tags",
  "status",
  "description",
  "source",
  "source_url",
  "image",
  "image_alt",
  "image_credit",
  "sensitive",
  "id",
]);
const IN_FORMAT = "date_edtf";
const RUN = /^(?![+-][0-9]+(?:\.[0-9]+)?$)'*[=+\-@\t\r\n＝＋－＠]/; // no spreadsheet runs a number
const BYTE_ORDER_MARK = "\ufeff"; // without it Excel reads accents and Arabic wrongly

/**
 * The cells of an event under the column names of mapgen's table. The date is in EDTF or
 * in words that say more and read as it. No words stand beside it but the author's: those of the
 * page would outlive a change of the date. An image that travels inside the page has no address: blank.
 *
 * @param {HistoricalEvent} event
 * @returns {Record<Column, string>}
 */
export function cells(event) {
  return { ...shortCells(event), description: toMarkdown(event.description) };
}

/**
 * The same without the description, which takes longest.
 *
 * @param {HistoricalEvent} event
 * @returns {Record<Column, string>}
 */
export function shortCells(event) {
  const [place, country, lat, lon] = spot(event.place);
  const [to, to_country, to_lat, to_lon] = spot(event.to);
  const { title, time, end_time, kind, status, source, source_url } = event;
  const { image_alt, image_credit, id } = event;
  return {
    ...{
      title,
      date: event.said ? event.date : event.edtf,
      time,
      end_time,
      date_text: event.worded ? event.date : "",
    },
    ...{ place, country, lat, lon, to, to_country, to_lat, to_lon },
    ...{ kind, category: event.category?.name ?? "", tags: event.tags.join(";"), status },
    ...{ description: "", source, source_url },
    image: event.image.startsWith("data:") ? "" : event.image,
    ...{ image_alt, image_credit, sensitive: event.sensitive ? "yes" : "", id },
  };
}

/** @param {Place | null} place @returns {string[]} its name, country, latitude and longitude */
function spot(place) {
  if (!place) return ["", "", "", ""];
  if (place.area) return ["", place.country, "", ""];
  return [place.ownName, place.country, String(place.lat), String(place.ownLon)];
}

/**
 * CSV after RFC 4180, in UTF-8 with a byte order mark. What a spreadsheet would run, such as a text
 * that begins with "=", has an apostrophe before it, which mapgen takes off where it reads the file.
 *
 * @param {string[]} others  headers of the columns that only the author knows
 * @returns {FileFormat}
 */
export function csvFormat(others) {
  const line = (/** @type {readonly string[]} */ row) =>
    `${row.map(guarded).map(quote).join(",")}\r\n`;
  return {
    type: "text/csv",
    ending: ".csv",
    begin: `${BYTE_ORDER_MARK}${line([...names(others), ...others])}`,
    write: (event) =>
      line([...Object.values(cells(event)), ...event.extra.map(([, text]) => text)]),
    between: "",
    end: "",
  };
}

/**
 * The names of the columns. That of the dates says that they are in EDTF, so that -3699 and 1911-12
 * are read back as such.
 *
 * @param {string[]} others
 */
function names(others) {
  const date = others.includes(IN_FORMAT) ? "date" : IN_FORMAT;
  return COLUMNS.map((name) => name === "date" ? date : name);
}

/** @param {string} text @returns {string} the same as mapgen/table/own_table.py makes of it */
export function guarded(text) {
  return RUN.test(text) ? `'${text}` : text;
}

/** @param {string} text */
function quote(text) {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * GeoJSON after RFC 7946. An event is a point at its place, a movement a line from there; an event
 * of a whole country, or without a place, has no geometry. Properties are the columns that are
 * not blank, and the first and last day, and the code of the country after ISO 3166-1.
 *
 * @param {string} name  of the collection
 * @returns {FileFormat}
 */
export function geoJsonFormat(name) {
  return {
    type: "application/geo+json",
    ending: ".geojson",
    begin: `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[`,
    write: (event) => JSON.stringify(feature(event)),
    between: ",",
    end: "]}",
  };
}

/** @param {HistoricalEvent} event */
function feature(event) {
  const { id, place, tags, extra } = event;
  const { lat: _lat, lon: _lon, id: _id, ...texts } = cells(event);
  const known = {
    earliest: Number.isFinite(event.earliest) ? isoDay(event.earliest) : "",
    latest: Number.isFinite(event.latest) ? isoDay(event.latest) : "",
    country_code: place?.code ?? "",
    ...Object.fromEntries(extra),
    ...texts,
  };
  const properties = Object.fromEntries(Object.entries(known).filter(([, text]) => text !== ""));
  if (tags.length > 0) Object.assign(properties, { tags });
  return { type: "Feature", id, geometry: shapeOf(event), properties };
}

/**
 * @param {object} frame
 * @param {string} frame.address
 * @param {string} frame.title
 * @param {string} frame.width  of CSS, such as "100%" or "640"
 * @param {string} frame.height
 * @returns {string} HTML that shows a page inside another
 */
export function embedCode({ address, title, width, height }) {
  const attributes = { src: address, title, width, height, loading: "lazy" };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${encode(value)}"`);
  return `<iframe ${written.join(" ")} style="border:0" allowfullscreen></iframe>`;
}

/** @param {string} text */
function encode(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/**
 * @param {string} title  of the map
 * @param {string} ending  with its dot
 * @returns {string} a name that every system takes for a file
 */
export function fileName(title, ending) {
  const words = title.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${words.join("-").slice(0, 60).replace(/-$/, "") || "map"}${ending}`;
}
