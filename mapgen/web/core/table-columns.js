/**
 * The columns of the data table: which say something, and what their cells say.
 *
 * @typedef {import("mapgen/payload.js").Collection} Collection
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 * @typedef {import("mapgen/payload.js").Place} Place
 * @typedef {import("mapgen/core/export.js").Column} Column
 *
 * @typedef {object} TableColumn
 * @property {string} name  of the column in the table of events
 * @property {(event: HistoricalEvent) => string} text  what its cell says
 */

import { SENSITIVE } from "mapgen/core/columns.js";
import { COLUMNS, shortCells } from "mapgen/core/export.js";
import { toText } from "mapgen/core/markdown.js";
import { everyIndex } from "mapgen/core/walk.js";

/** Events; of more, the texts are not all read. */
export const MANY = 20_000;

/** @type {Record<string, string>} columns of the table whose cells are a text of the payload */
const TEXTS = {
  title: "title",
  date: "edtf",
  time: "time",
  end_time: "end_time",
  date_text: "date",
  description: "description",
  source_url: "source_url",
  image_alt: "image_alt",
  image_credit: "image_credit",
  id: "id",
};
/** @type {Record<string, (place: Place) => boolean>} columns of a place, and whether it has one */
const SPOTS = {
  place: ({ ownName, area }) => !area && ownName !== "",
  country: ({ country }) => country !== "",
  lat: ({ area }) => !area,
  lon: ({ area }) => !area,
};
/** @type {typeof SPOTS} the same of the place where something moved */
const GOALS = {
  to: SPOTS.place,
  to_country: SPOTS.country,
  to_lat: SPOTS.lat,
  to_lon: SPOTS.lon,
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

/**
 * @param {Collection} collection
 * @returns {TableColumn[]} the columns that say something: the ones people look for first, then
 * the rest in the order of the table, and last those that only its author knows; of many events
 * also the columns of texts that may
 */
export function tableColumns(collection) {
  const ours = [...FIRST, ...COLUMNS.filter((name) => !FIRST.some((first) => first === name))];
  const others = (collection.event(0)?.extra ?? []).map(([name], i) => ({
    name,
    text: (/** @type {HistoricalEvent} */ event) => event.extra[i][1],
  }));
  const goals = valuesIn(collection.columns.to, collection.places);
  return [
    ...ours.filter((name) => isFilled(name, collection, goals)).map((name) => ({
      name,
      text: textOf(name),
    })),
    ...others.filter(({ text }) => mayAny(collection, (event) => text(event) !== "")),
  ];
}

/**
 * @param {Column} name
 * @param {Collection} collection
 * @param {Place[]} goals  where anything moved
 */
function isFilled(name, collection, goals) {
  const { columns, categories, places, strings, filled } = collection;
  if (name in SPOTS) return anyHas(columns.place, places, SPOTS[name]);
  if (name in GOALS) return goals.some(GOALS[name]);
  if (name in TEXTS) return filled.includes(TEXTS[name]);
  if (name === "category") return anyHas(columns.category, categories, ({ name }) => name !== "");
  if (name === "tags") return columns.tags.length > 0;
  if (name === "sensitive") return anyIs(columns.flags, SENSITIVE);
  if (name === "image") {
    return filled.includes(name) &&
      mayAny(collection, ({ inside, image }) => !inside && image !== "");
  }
  const column = columns[/** @type {"kind" | "status" | "source"} */ (name)];
  return anyHas(column, strings, (text) => text !== "");
}

/**
 * @template Value
 * @param {Int32Array} column  of indices, -1 for none
 * @param {Value[]} values
 * @returns {Value[]} those that any event has
 */
function valuesIn(column, values) {
  const found = new Uint8Array(values.length);
  for (let i = 0; i < column.length; i++) if (column[i] >= 0) found[column[i]] = 1;
  return values.filter((_, i) => found[i] === 1);
}

/**
 * @template Value
 * @param {Int32Array} column  of indices, -1 for none
 * @param {Value[]} values
 * @param {(value: Value) => boolean} test
 * @returns {boolean} whether any event has a value that passes
 */
function anyHas(column, values, test) {
  for (let i = 0; i < column.length; i++) {
    if (column[i] >= 0 && test(values[column[i]])) return true;
  }
  return false;
}

/** @param {Int32Array} flags @param {number} flag @returns {boolean} whether any event has it */
function anyIs(flags, flag) {
  for (let i = 0; i < flags.length; i++) if ((flags[i] & flag) > 0) return true;
  return false;
}

/** @param {Collection} collection @param {(event: HistoricalEvent) => boolean} test */
const mayAny = ({ count, event }, test) =>
  count > MANY ||
  everyIndex(count).some((index) => test(/** @type {HistoricalEvent} */ (event(index))));

/** @param {Column} name @returns {(event: HistoricalEvent) => string} */
function textOf(name) {
  if (name === "description") return (event) => toText(event.description);
  if (name === "title") return (event) => event.title;
  if (name === "date_text") return (event) => event.date;
  if (name === "date") return (event) => event.edtf;
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
