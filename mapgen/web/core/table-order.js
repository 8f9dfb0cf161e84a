/**
 * Puts the rows of the data table in order by one of its columns.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} TableColumn
 * @property {string} name  of the column in the table of events
 * @property {(event: HistoricalEvent) => string} text  what its cell says
 */

import { COLUMNS, shortCells } from "mapgen/core/export.js";
import { toText } from "mapgen/core/markdown.js";

const BY_NUMBER = new Set(["lat", "lon", "to_lat", "to_lon"]);
const BY_TIME = new Set(["date", "date_text"]);
/** @type {Record<string, string>} columns of the table whose cells are a text of the payload */
const TEXTS = {
  title: "title",
  date: "edtf",
  date_text: "date",
  description: "description",
  source_url: "source_url",
  image_alt: "image_alt",
  image_credit: "image_credit",
  id: "id",
};
const FIRST = /** @type {const} */ ([
  "title",
  "date_text",
  "place",
  "country",
  "category",
  "status",
  "description",
  "source",
]);

/** Events; a table of more is in order of time alone, for its texts are not all read. */
export const MANY = 20_000;

/**
 * @param {HistoricalEvent[]} events
 * @param {string[]} filled  the columns of texts in which any event has one
 * @returns {TableColumn[]} the columns that say something: the ones people look for first, then
 * the rest in the order of the table, and last those that only its author knows
 */
export function tableColumns(events, filled) {
  const ours = [...FIRST, ...COLUMNS.filter((name) => !FIRST.some((first) => first === name))]
    .map((name) => ({ name, text: textOf(name) }));
  const others = (events[0]?.extra ?? []).map(([name], i) => ({
    name,
    text: (/** @type {HistoricalEvent} */ event) => event.extra[i][1],
  }));
  return [
    ...ours.filter((column) => isFilled(column, events, filled)),
    ...others.filter(({ text }) => events.length > MANY || events.some(says(text))),
  ];
}

/** @param {TableColumn} column @param {HistoricalEvent[]} events @param {string[]} filled */
function isFilled({ name, text }, events, filled) {
  if (name in TEXTS) return filled.includes(TEXTS[name]);
  if (name.startsWith("to")) return events.some(({ to }) => to) && events.some(says(text));
  if (name === "image") return events.some(({ inside, image }) => !inside && image !== "");
  if (name === "sensitive") return events.some(({ sensitive }) => sensitive);
  return events.some(says(text));
}

/** @param {TableColumn["text"]} text */
const says = (text) => (/** @type {HistoricalEvent} */ event) => text(event) !== "";

/**
 * @param {import("mapgen/core/export.js").Column} name
 * @returns {(event: HistoricalEvent) => string}
 */
function textOf(name) {
  if (name === "description") return (event) => toText(event.description);
  if (name === "title") return (event) => event.title;
  return (event) => cellsOf(event)[name];
}

/** @type {WeakMap<HistoricalEvent, ReturnType<typeof shortCells>>} */
const known = new WeakMap();

/** @param {HistoricalEvent} event @returns its cells without the description, made once */
function cellsOf(event) {
  const made = known.get(event) ?? shortCells(event);
  known.set(event, made);
  return made;
}

/**
 * @param {HistoricalEvent[]} events  in time order
 * @param {TableColumn} column
 * @param {boolean} descending
 * @param {string} locale  whose alphabet counts
 * @returns {HistoricalEvent[]} a new list; blank cells come last either way
 */
export function inOrder(events, { name, text }, descending, locale) {
  const sign = descending ? -1 : 1;
  if (BY_TIME.has(name)) return byTime(events, sign);
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const keyed = events.map((event) => ({ event, key: text(event) }));
  /** @type {(a: string, b: string) => number} */
  const order = BY_NUMBER.has(name) ? (a, b) => Number(a) - Number(b) : compare;
  return keyed
    .sort((a, b) => Number(a.key === "") - Number(b.key === "") || sign * order(a.key, b.key))
    .map(({ event }) => event);
}

/** @param {HistoricalEvent[]} events @param {number} sign */
function byTime(events, sign) {
  if (sign > 0) return [...events];
  const undated = events.findIndex(({ dated }) => !dated); // they are last
  const end = undated < 0 ? events.length : undated;
  return [...events.slice(0, end).reverse(), ...events.slice(end).reverse()];
}
