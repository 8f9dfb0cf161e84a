import { APPROXIMATE, checkOf, UNCERTAIN } from "mapgen/core/columns.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

/**
 * Makes events for the tests: each is told only what matters there.
 *
 * @param {Partial<HistoricalEvent>[]} given
 * @returns {HistoricalEvent[]}
 */
export function events(given) {
  return given.map((each, index) => ({
    index,
    id: `e${index}`,
    title: `Event ${index}`,
    date: "",
    worded: false,
    said: false,
    edtf: "",
    time: "",
    end_time: "",
    dated: each.earliest !== undefined || each.latest !== undefined,
    earliest: -Infinity,
    latest: Infinity,
    approximate: false,
    uncertain: false,
    place: null,
    to: null,
    kind: "event",
    category: null,
    tags: [],
    status: "confirmed",
    description: "",
    source: "",
    source_url: "",
    image: "",
    image_alt: "",
    image_credit: "",
    inside: false,
    sensitive: false,
    line: index + 2,
    weight: 1,
    extra: [],
    ...each,
  }));
}

/**
 * Makes a collection of events, with the columns that a page would carry.
 *
 * @param {HistoricalEvent[]} given
 * @param {Partial<import("mapgen/payload.js").Collection>} [more]
 * @returns {import("mapgen/payload.js").Collection}
 */
export function collectionOf(given, more = {}) {
  const strings = [
    ...new Set(given.flatMap(({ kind, status, source, tags }) => [kind, status, source, ...tags])),
  ];
  const made = {
    ...{ categories: [], places: [], strings, columns: columnsOf(given, strings) },
    count: given.length,
    total: given.reduce((sum, { weight }) => sum + weight, 0),
    event: (/** @type {number} */ index) => given[index],
    periods: given.filter(({ kind }) => kind === "period"),
    movements: given.filter(({ place, to }) => place && to),
    ...more,
  };
  return /** @type {import("mapgen/payload.js").Collection} */ (/** @type {unknown} */ (made));
}

/**
 * @param {HistoricalEvent[]} given
 * @param {string[]} strings
 * @returns {import("mapgen/core/columns.js").Columns}
 */
function columnsOf(given, strings) {
  const column = (/** @type {(event: HistoricalEvent) => number} */ of) =>
    Int32Array.from(given, of);
  const string = (/** @type {string} */ text) => strings.indexOf(text);
  let end = 0;
  return {
    earliest: Float64Array.from(given, ({ earliest }) => earliest),
    latest: Float64Array.from(given, ({ latest }) => latest),
    place: column(({ place }) => place?.index ?? -1),
    to: column(({ to }) => to?.index ?? -1),
    kind: column(({ kind }) => string(kind)),
    category: column(({ category }) => category?.index ?? -1),
    status: column(({ status }) => string(status)),
    source: column(({ source }) => string(source)),
    line: column(({ line }) => line),
    flags: column(({ approximate, uncertain }) =>
      APPROXIMATE * Number(approximate) + UNCERTAIN * Number(uncertain)
    ),
    check: column(({ id }) => checkOf(id)),
    tagsEnd: column(({ tags }) => end += tags.length),
    tags: Int32Array.from(given.flatMap(({ tags }) => tags), string),
    ...(given.some(({ weight }) => weight > 1) ? { weight: column(({ weight }) => weight) } : {}),
  };
}
