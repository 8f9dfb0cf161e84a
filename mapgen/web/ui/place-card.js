/** What the popup of a place holds: its name and every event there, in time order. */

import { element } from "mapgen/ui/element.js";
import { eventCard } from "mapgen/ui/event-card.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").Place} Place */

/**
 * @param {Place} place
 * @param {Words} words
 * @returns {HTMLElement} each event's item has its index as `data-event`
 */
export function placeCard(place, words) {
  return element(
    "div",
    { class: "place-card" },
    element(
      "div",
      { class: "place-card-head" },
      element("h2", { class: "place-card-name", dir: "auto", tabindex: "-1" }, place.name),
    ),
    element("p", { class: "place-card-count" }, subtitle(place, words)),
    element(
      "ol",
      { class: "place-card-events" },
      ...place.events.map((event) => item(event, words)),
    ),
  );
}

/** @param {Place} place @param {Words} words */
function subtitle({ area, country, count: all }, words) {
  const count = words.count(words.event.events, all);
  return area || country === "" ? count : `${country} · ${count}`;
}

/** @param {import("mapgen/payload.js").HistoricalEvent} event @param {Words} words */
function item(event, words) {
  const card = eventCard(event, words, { label: `place-card-${event.index}` });
  return element("li", { "data-event": String(event.index) }, card);
}
