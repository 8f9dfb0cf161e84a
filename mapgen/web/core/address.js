/**
 * What a reader sees, as the part of an address behind "#", and back. Only what differs from the
 * first view is written: #event=tlas-flees&from=1920-01-01&to=1946-12-31&category=French%20rule
 *
 * - embed=map: only the map and the time axis, for a page inside an article; it stays as it is
 * - event=<id>, place=<name>: what is selected, and whose popup is open
 * - from=<day>, to=<day>: the window, both included; undated=0 leaves events without a date out
 * - category=, status=, tag=: filters, each as often as it has values; q=<words>: the search
 * - map=<zoom>/<latitude>/<longitude>: where the reader has moved the map
 *
 * @typedef {"" | "map"} Embed  what a page inside an article shows: all, or its map and time axis
 *
 * @typedef {import("mapgen/payload.js").Collection} Collection
 * @typedef {import("mapgen/payload.js").Place} Place
 * @typedef {import("mapgen/store.js").State} State
 *
 * @typedef {object} Visit
 * @property {State} state
 * @property {string} view  where the map is, zoom/latitude/longitude, "" for the first view
 * @property {Embed} embed
 * @property {boolean} lost  whether the address leads to an event that is not there
 */

import { checkOf } from "mapgen/core/columns.js";
import { civil, dayNumber, isoDay } from "mapgen/core/time.js";

const FEW = 2000; // events whose texts are soon there
const DAY = /^Y?(-?\d{4,7})-(\d\d)-(\d\d)$/;
const VIEW = /^\d+(\.\d+)?(\/-?\d+(\.\d+)?){2}$/;

/**
 * @param {State} state
 * @param {string} view
 * @param {Collection} collection
 * @param {Embed} [embed]
 * @returns {string} without "#", "" for the first view
 */
export function writeAddress(state, view, collection, embed = "") {
  const { event, places, categories, first, last } = collection;
  /** @type {[string, string | undefined][]} */
  const parts = [
    ["embed", embed],
    ["event", event(state.event)?.id],
    ["place", labelOf(places, state.place)],
    ["from", state.from === first ? "" : isoDay(state.from)],
    ["to", state.to === last ? "" : isoDay(state.to)],
    ["undated", state.undated ? "" : "0"],
    ...several("category", [...state.categories].sort((a, b) => a - b), (i) => categories[i]?.name),
    ...several("status", [...state.statuses].sort(), (status) => status),
    ...several("tag", [...state.tags].sort(), (tag) => tag),
    ["q", state.query],
    ["map", view],
  ];
  return parts.filter(([, value]) => value).map(([name, value]) => `${name}=${escape(value ?? "")}`)
    .join("&");
}

/**
 * Leaves out what it does not understand; an event that is not there leads to the first view.
 *
 * @param {string} address  with or without "#"
 * @param {Collection} collection
 * @returns {Visit}
 */
export function readAddress(address, collection) {
  const { places, categories } = collection;
  const parts = new URLSearchParams(address.replace(/^#/, ""));
  const all = (/** @type {string} */ name) => parts.getAll(name).filter(Boolean);
  const [event = -1, ...others] = eventsOf(address, collection);
  if (others.length > 0 || (parts.get("event") && event < 0)) {
    const query = collection.event(event)?.title ?? ""; // shows all that the link may mean
    const state = { ...firstState(collection), query };
    return { state, view: "", embed: embedOf(address), lost: event < 0 };
  }
  const names = categories.map(({ name }) => name);
  const state = {
    ...readWindow(parts, collection),
    undated: parts.get("undated") !== "0",
    categories: new Set(all("category").map((name) => names.indexOf(name)).filter((i) => i >= 0)),
    statuses: new Set(all("status")),
    tags: new Set(all("tag")),
    query: parts.get("q") ?? "",
    event,
    place: parts.get("place") ? placeOf(places, parts.get("place") ?? "") : -1,
  };
  const view = VIEW.exec(parts.get("map") ?? "")?.[0] ?? "";
  return { state, view, embed: embedOf(address), lost: false };
}

/**
 * @param {string} address  with or without "#"
 * @param {Collection} collection
 * @returns {number[]} the event of the address; where its row was changed since, and the address
 *   leads to none, those of the same title and date
 */
function eventsOf(address, collection) {
  const id = idOf(address);
  const ids = candidates(address, collection).map((index) => /** @type {const} */ ([
    index,
    collection.event(index)?.id ?? "",
  ]));
  const own = ids.find(([, each]) => each === id);
  const found = own ? [own] : ids.filter(([, each]) => baseOf(each) === baseOf(id));
  return found.map(([index]) => index);
}

/** @param {string} address @returns {string} the id of its event, "" for none */
const idOf = (address) => new URLSearchParams(address.replace(/^#/, "")).get("event") ?? "";

/** @param {string} id @returns {string} what a made id says of title and date */
const baseOf = (id) => id.split("~")[0];

/**
 * @param {string} address  with or without "#"
 * @param {Collection} collection
 * @returns {number[]} events of which one may be that of the address; their texts tell
 */
export function candidates(address, { columns, count }) {
  const id = idOf(address);
  if (!id) return [];
  if (count <= FEW) return [...columns.check.keys()];
  const check = checkOf(id);
  return [...columns.check.keys()].filter((index) => columns.check[index] === check);
}

/**
 * @param {string} address  with or without "#"
 * @returns {Embed}
 */
export function embedOf(address) {
  return new URLSearchParams(address.replace(/^#/, "")).get("embed") === "map" ? "map" : "";
}

/**
 * @param {string} address  of a view, with or without "#"
 * @param {{embed: Embed, begin: "view" | "event" | "whole"}} options  with all of the view, with its
 *   event alone, or with nothing of it
 * @returns {string} without "#", "" for the first view of the whole page
 */
export function embedAddress(address, { embed, begin }) {
  const parts = address.replace(/^#/, "").split("&").filter((part) => part && !is("embed")(part));
  const kept = { view: parts, event: parts.filter(is("event")), whole: [] }[begin];
  return [...(embed ? [`embed=${embed}`] : []), ...kept].join("&");
}

/** @param {string} name */
const is = (name) => (/** @type {string} */ part) => part.startsWith(`${name}=`);

/** @param {Collection} collection @returns {State} */
function firstState({ first, last }) {
  const [categories, statuses, tags] = [new Set(), new Set(), new Set()];
  const everything = { from: first, to: last, undated: true, categories, statuses, tags };
  return { ...everything, query: "", event: -1, place: -1 };
}

/** @param {URLSearchParams} parts @param {Collection} collection */
function readWindow(parts, { first, last }) {
  const [from, to] = [readDay(parts.get("from")) ?? first, readDay(parts.get("to")) ?? last];
  return from <= to ? { from, to } : { from: first, to: last };
}

/** @param {string | null} text @returns {number | undefined} the day, if it is one */
function readDay(text) {
  const found = DAY.exec(text ?? "");
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number);
  const number = dayNumber(year, month, day);
  const read = civil(number);
  return read.month === month && read.day === day ? number : undefined;
}

/**
 * @template T
 * @param {string} name
 * @param {T[]} values
 * @param {(value: T) => string} label
 * @returns {[string, string][]}
 */
const several = (name, values, label) => values.map((value) => [name, label(value)]);

/**
 * @param {Place[]} places
 * @param {number} index  of a place, -1 for none
 * @returns {string | undefined} a text that no other has: its name, its country, at last its number
 */
function labelOf(places, index) {
  if (index < 0) return undefined;
  const { [index]: place } = places;
  const namesakes = places.filter(({ name }) => name === place.name);
  if (namesakes.length === 1) return place.name;
  const near = namesakes.filter(({ country }) => country === place.country);
  return near.length === 1 ? fullName(place) : `${fullName(place)}, ${index}`;
}

/** @param {Place[]} places @param {string} label @returns {number} the index, -1 for none */
function placeOf(places, label) {
  const found = places.find((place) =>
    label.startsWith(place.name) && label === labelOf(places, place.index)
  );
  return found?.index ?? -1;
}

/** @param {Place} place */
const fullName = ({ name, country }) => `${name}, ${country}`;

/** @param {string} text  which may hold half of a character, as the reader's clipboard does */
const escape = (text) =>
  encodeURIComponent(text.toWellFormed()).replace(/%2F/g, "/").replace(/%2C/g, ",");
