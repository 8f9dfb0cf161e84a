/** The key of the map: what its shapes, colours and outlines mean. */

import { claimsAmong } from "mapgen/core/claims.js";
import { APPROXIMATE } from "mapgen/core/columns.js";
import { element, svg } from "mapgen/ui/element.js";
import { dot, shape } from "mapgen/ui/mark.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").Collection} Collection */

const SWATCH = 18; // pixels
const MANY = 200; // categories; of more, the key only says how many

/**
 * @param {Collection} collection
 * @param {Words} words
 * @param {boolean} open
 * @returns {HTMLElement}
 */
export function key(collection, words, open) {
  const { categories } = collection;
  const made = element(
    "details",
    { class: "key" },
    element("summary", {}, words.map.key),
    element(
      "ul",
      { class: "key-rows" },
      categories.slice(0, MANY).map((each) => row(each.name, shape(each, SWATCH / 2 - 2))),
      categories.length > MANY
        ? element("li", {}, element("bdi", {}, `+ ${words.number(categories.length - MANY)}`))
        : null,
    ),
    element(
      "details",
      { class: "key-signs" },
      element("summary", {}, words.map.signs),
      element(
        "ul",
        { class: "key-rows" },
        marks(collection, words),
        grounds(collection, words),
      ),
      element("p", { class: "key-note" }, words.map.borders),
    ),
  );
  made.open = open;
  return made;
}

/** @param {Collection} collection @param {Words} words @returns {(HTMLElement | null)[]} */
function marks({ categories, columns, strings, places }, words) {
  const towns = places.filter(({ area }) => !area);
  const many = towns.some((place) => place.count > 1);
  const claims = claimsAmong(strings);
  const isApproximate = (/** @type {number} */ flags) => (flags & APPROXIMATE) > 0;
  return [
    many ? row(words.map.several, ring(categories, false)) : null,
    towns.length > 1 ? row(words.map.merged, ring(categories, true)) : null,
    columns.status.some((status) => claims[status] === 1) ? row(words.map.claim, doubt()) : null,
    columns.flags.some(isApproximate) ? row(words.map.approximate, circa()) : null,
    towns.length > 0 ? row(words.map.faded, dot(4.5)) : null,
  ];
}

/** @param {Collection} collection @param {Words} words @returns {(HTMLElement | null)[]} */
function grounds({ periods, movements, places }, words) {
  const areas = places.some(({ area }) => area);
  return [
    movements.length > 0 ? row(words.map.movement, arrow()) : null,
    areas ? row(words.map.country, land("key-land")) : null,
    areas && periods.length > 0 ? row(words.map.lasting, land("key-lasting")) : null,
  ];
}

/** @param {string} text @param {(SVGElement | SVGElement[])[]} drawing */
function row(text, ...drawing) {
  const half = SWATCH / 2;
  const swatch = svg(
    "svg",
    {
      width: SWATCH,
      height: SWATCH,
      viewBox: `${-half} ${-half} ${SWATCH} ${SWATCH}`,
      "aria-hidden": "true",
    },
    drawing.flat(),
  );
  return element("li", {}, swatch, element("bdi", {}, text));
}

const doubt = () => svg("circle", { class: "key-doubt", r: SWATCH / 2 - 3 });

/** @param {string} className */
const land = (className) =>
  svg("rect", { class: className, x: -8, y: -6, width: 16, height: 12, rx: 1.5 });

/** An event with soft ends, as the time axis draws it. */
const circa = () => svg("path", { class: "key-circa", d: "M-8 0H8" });

/** @param {Collection["categories"]} categories @param {boolean} several */
function ring(categories, several) {
  const colours = [0, 1].map((i) => `category-${categories[i]?.index ?? "none"}`);
  return [
    ...(several ? [svg("circle", { class: "key-rim", r: 8.5 })] : []),
    svg("path", { class: `key-arc ${colours[0]}`, d: "M0 -5.2A5.2 5.2 0 0 1 0 5.2" }),
    svg("path", { class: `key-arc ${colours[1]}`, d: "M0 5.2A5.2 5.2 0 0 1 0 -5.2" }),
  ];
}

const arrow = () => [
  svg("path", { class: "key-way", d: "M-8 5Q0 -7 8 -2" }),
  svg("path", { class: "key-arrow", d: "M-3 -5L3 -2.6L-2 1Z" }),
];
