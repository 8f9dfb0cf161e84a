/** The key of the map: what its shapes, colours and outlines mean. */

import { element, svg } from "mapgen/ui/element.js";
import { shape } from "mapgen/ui/mark.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").Collection} Collection */

const SWATCH = 18; // pixels

/**
 * @param {Collection} collection
 * @param {Words} words
 * @param {boolean} open
 * @returns {HTMLElement}
 */
export function key({ categories, events, places }, words, open) {
  const rows = [
    ...categories.map((category) => row(category.name, shape(category, SWATCH / 2 - 2))),
    events.some(({ status }) => status !== "confirmed") ? row(words.claim, doubt()) : null,
    events.some(({ place, to }) => place && to) ? row(words.movement, ...arrow()) : null,
    places.some(({ area }) => area) ? row(words.country, land()) : null,
  ];
  const made = element(
    "details",
    { class: "key" },
    element("summary", {}, words.key),
    element("ul", {}, ...rows),
    element("p", { class: "key-note" }, words.borders),
  );
  made.open = open;
  return made;
}

/** @param {string} text @param {SVGElement[]} drawing */
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
    ...drawing,
  );
  return element("li", {}, swatch, element("bdi", {}, text));
}

const doubt = () => svg("circle", { class: "key-doubt", r: SWATCH / 2 - 3 });

const land = () => svg("rect", { class: "key-land", x: -8, y: -6, width: 16, height: 12, rx: 1.5 });

const arrow = () => [
  svg("path", { class: "key-way", d: "M-8 5Q0 -7 8 -2" }),
  svg("path", { class: "key-arrow", d: "M-3 -5L3 -2.6L-2 1Z" }),
];
