/** What the popup of a place holds: its name and every event there, in time order. */

import { appendAll, element } from "mapgen/ui/element.js";
import { eventCard } from "mapgen/ui/event-card.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").Place} Place */

const FIRST = 3; // events; so many are shown before any other is read
const PART = 10; // events that are read at once, from as many blocks
const DONE = () => {};

/**
 * @param {Place} place
 * @param {import("mapgen/payload.js").Collection} collection
 * @param {Words} words
 * @param {() => void} grown  called when more of its events have come
 * @returns {HTMLElement} each event's item has its index as `data-event`
 */
export function placeCard(place, { texts }, words, grown) {
  const list = element("ol", { class: "place-card-events" });
  const more = element("button", { class: "more-button", type: "button" });
  const { events } = place;
  const grow = (/** @type {number} */ length, /** @type {() => void} */ then) => {
    const start = list.children.length;
    const next = events.slice(start, start + length);
    texts.when(next.map(({ index }) => index), () => {
      if (start !== list.children.length) return; // asked for twice
      appendAll(list, next.map((event) => item(event, words)));
      const left = Math.min(PART, events.length - start - next.length);
      more.hidden = left === 0;
      more.textContent = words.count(words.event.more, left);
      if (list.isConnected) grown();
      then();
    });
  };
  more.hidden = true;
  more.addEventListener("click", () => {
    const { children: { length } } = list;
    grow(PART, () => /** @type {HTMLElement} */ (list.children[length]).focus());
  });
  if (texts.whole) grow(Infinity, DONE);
  else grow(FIRST, () => events.length > FIRST && grow(PART - FIRST, DONE));
  return element(
    "div",
    { class: "place-card" },
    element(
      "div",
      { class: "place-card-head" },
      element("h2", { class: "place-card-name", dir: "auto", tabindex: "-1" }, place.name),
    ),
    element("p", { class: "place-card-count" }, subtitle(place, words)),
    list,
    more,
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
  return element("li", { "data-event": String(event.index), tabindex: "-1" }, card);
}
