/** What the popup of a place holds: its name and every event there, in time order. */

import { element, prose } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */
/** @typedef {import("mapgen/payload.js").Place} Place */

/**
 * @param {Place} place
 * @param {Words} words
 * @returns {HTMLElement}
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
      ...place.events.map((event) => element("li", {}, eventCard(event, words))),
    ),
  );
}

/** @param {Place} place @param {Words} words */
function subtitle({ area, country, events }, words) {
  const count = words.events(events.length);
  return area || country === "" ? count : `${country} · ${count}`;
}

/**
 * @param {HistoricalEvent} event
 * @param {Words} words
 * @returns {HTMLElement}
 */
function eventCard(event, words) {
  const label = `place-card-${event.id}`;
  return element(
    "article",
    { class: `event-card event-card-${event.status}`, "aria-labelledby": label },
    element(
      "p",
      { class: "event-card-head" },
      element("bdi", { class: "event-card-date" }, event.date || words.undated),
      element("span", { class: "event-card-status" }, words.status[event.status]),
    ),
    element("h3", { class: "event-card-title", id: label, dir: "auto" }, event.title),
    movement(event, words),
    event.description ? prose(event.description, "event-card-text") : null,
    picture(event, words),
    source(event, words),
  );
}

/** @param {HistoricalEvent} event @param {Words} words */
function movement({ place, to }, words) {
  if (!place || !to) return null;
  return element(
    "p",
    { class: "event-card-movement" },
    `${words.from} `,
    element("bdi", {}, place.name),
    ` ${words.to} `,
    element("bdi", {}, to.name),
  );
}

/** @param {HistoricalEvent} event @param {Words} words */
function picture({ image, image_alt, image_credit }, words) {
  if (!image) return null;
  const shown = image.startsWith("data:")
    ? element("img", { src: image, alt: image_alt })
    : outside(image, image_alt || image, words);
  const credit = image_credit ? element("figcaption", { dir: "auto" }, image_credit) : null;
  return element("figure", { class: "event-card-image" }, shown, credit);
}

/** @param {HistoricalEvent} event @param {Words} words */
function source(event, words) {
  if (!event.source && !event.source_url) return null;
  const name = event.source || event.source_url;
  const shown = event.source_url
    ? outside(event.source_url, name, words)
    : element("bdi", {}, name);
  return element("p", { class: "event-card-source" }, `${words.source} `, shown);
}

/**
 * @param {string} address  http, https or mailto: the table's check lets no other through
 * @param {string} text
 * @param {Words} words
 */
function outside(address, text, words) {
  return element(
    "a",
    { href: address, target: "_blank", rel: "noopener noreferrer", title: words.newTab },
    element("bdi", {}, text),
  );
}
