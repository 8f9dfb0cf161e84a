/** One event as a card: the same in the story and in the popup of a place. */

import { isClaim } from "mapgen/core/claims.js";
import { dateElement } from "mapgen/ui/date.js";
import { element, outward, prose, svg } from "mapgen/ui/element.js";
import { picture } from "mapgen/ui/event-image.js";
import { shape } from "mapgen/ui/mark.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

const SWATCH = 20; // pixels
const RADIUS = 6; // pixels
const DOT = " · ";

/**
 * @param {HistoricalEvent} event
 * @param {Words} words
 * @param {object} options
 * @param {string} options.label  the id of the title, unique in the page
 * @param {() => void} [options.open]  what a click on the title does; a plain title without it
 * @param {boolean} [options.where]  whether to say the place; a movement is always said
 * @returns {HTMLElement}
 */
export function eventCard(event, words, { label, open, where = false }) {
  const { id, status, title, description } = event;
  return element(
    "article",
    { class: "event-card", "aria-labelledby": label },
    swatch(event),
    element(
      "p",
      { class: "event-card-head" },
      dateElement(event.date || words.event.undated, { class: "event-card-date" }),
      " ",
      event.to || where ? place(event, words) : null,
      claim(status, words),
    ),
    element(
      "h3",
      { class: "event-card-title", id: label, dir: "auto" },
      open ? link(id, title, open) : title,
    ),
    description ? prose(description, "event-card-text") : null,
    picture(event, words),
    foot(event, words),
    source(event, words),
  );
}

/**
 * @param {import("mapgen/payload.js").Status} status
 * @param {Words} words
 * @returns {(HTMLElement | string)[]} the word for a claim; what is confirmed needs none
 */
function claim(status, words) {
  const said = isClaim(status) ? words.event.status[status] : "";
  return said ? [" ", element("span", { class: "event-card-status" }, said)] : [];
}

/** @param {HistoricalEvent} event @returns {SVGElement} the mark of its category */
function swatch({ category, status }) {
  return svg(
    "svg",
    {
      class: isClaim(status) ? "event-card-swatch mark-doubtful" : "event-card-swatch",
      width: SWATCH,
      height: SWATCH,
      viewBox: `${-SWATCH / 2} ${-SWATCH / 2} ${SWATCH} ${SWATCH}`,
      "aria-hidden": "true",
      focusable: "false",
    },
    shape(category, RADIUS),
  );
}

/**
 * @param {string} id
 * @param {string} title
 * @param {() => void} open
 */
function link(id, title, open) {
  const made = element("a", { href: `#event=${encodeURIComponent(id)}` }, title);
  made.addEventListener("click", (click) => {
    if (click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    open();
  });
  return made;
}

/** @param {HistoricalEvent} event @param {Words} words */
function place({ place, to }, words) {
  if (!place) return null;
  if (!to) return element("bdi", { class: "event-card-place" }, place.name);
  return element(
    "span",
    { class: "event-card-place event-card-movement" },
    `${words.event.from} `,
    element("bdi", {}, place.name),
    ` ${words.event.to} `,
    element("bdi", {}, to.name),
  );
}

/** @param {HistoricalEvent} event @param {Words} words */
function foot({ category, tags }, words) {
  if (!category && tags.length === 0) return null;
  const kind = category ? [hidden(words.story.category), element("bdi", {}, category.name)] : [];
  const labels = tags.flatMap((tag, i) => [i ? DOT : "", element("bdi", {}, tag)]);
  const named = tags.length > 0 ? [hidden(words.story.tags), ...labels] : [];
  const dot = category && tags.length > 0 ? DOT : "";
  return element("p", { class: "event-card-foot" }, kind, dot, named);
}

/** @param {string} text  for those who hear the page */
const hidden = (text) => element("span", { class: "event-card-hidden" }, `${text} `);

/** @param {HistoricalEvent} event @param {Words} words */
function source(event, words) {
  if (!event.source && !event.source_url) return null;
  const name = event.source || event.source_url;
  const shown = event.source_url
    ? outside(event.source_url, name, words)
    : element("bdi", {}, name);
  return element("p", { class: "event-card-source" }, `${words.event.source} `, shown);
}

/**
 * @param {string} address
 * @param {string} text
 * @param {Words} words
 * @returns {HTMLElement} a link that leaves the page
 */
export function outside(address, text, words) {
  return outward(address, words.event.newTab, element("bdi", {}, text));
}
