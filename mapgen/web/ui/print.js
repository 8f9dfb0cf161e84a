/**
 * The page on paper: the map with a number at each place, the list of the places, and every event
 * that is shown with its source. It is made when the reader prints, and gone afterwards.
 */

import { least } from "mapgen/core/extremes.js";
import { isClaim } from "mapgen/core/claims.js";
import { countOf, countVisits } from "mapgen/core/visits.js";
import { shownIndices } from "mapgen/core/walk.js";
import { dateElement } from "mapgen/ui/date.js";
import { element, prose } from "mapgen/ui/element.js";
import { key } from "mapgen/ui/key.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */
/** @typedef {import("mapgen/payload.js").Place} Place */
/** @typedef {Map<Place, string>} Numbers  those of the places that are on the map */

const MOST = 2000; // events; the paper says how many it leaves out

/**
 * To be called when the map hangs, which takes its size on paper before its places are numbered.
 *
 * @param {Page} page
 */
export function preparePrint(page) {
  /** @type {HTMLElement | null} */
  let paper = null;
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey || event.altKey || isPrintable(page)) return;
    event.preventDefault(); // the browser would not wait until the texts are read
    whenPrintable(page, () => globalThis.print());
  });
  addEventListener("beforeprint", () => {
    paper?.remove();
    paper = sheet(page);
    document.body.append(paper);
  });
  addEventListener("afterprint", () => {
    for (const mark of marks("number")) delete mark.dataset.number;
    paper?.remove();
    paper = null;
  });
}

/**
 * Acts when the texts that go on paper have been read, at once where they are there.
 *
 * @param {Page} page
 * @param {() => void} act
 */
export function whenPrintable(page, act) {
  page.collection.texts.when(printedEvents(page).map(({ index }) => index), act);
}

/** @param {Page} page */
const isPrintable = (page) =>
  printedEvents(page).every(({ index }) => page.collection.texts.has(index));

/** @param {Page} page @returns {HistoricalEvent[]} the first of those that are shown */
function printedEvents({ collection, store }) {
  const shown = shownIndices(store.shown()).subarray(0, MOST);
  return [...shown].flatMap((index) => collection.event(index) ?? []);
}

/**
 * @param {"places" | "number"} what  they have
 * @returns {NodeListOf<HTMLElement>} the marks, and the names of countries that are places
 */
const marks = (what) => document.querySelectorAll(`[data-${what}]`);

/** @returns {HTMLElement[]} those that the paper shows */
function printed() {
  const paper = document.querySelector(".page-map")?.getBoundingClientRect() ?? new DOMRect();
  return [...marks("places")].filter((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    const [middle, center] = [x + width / 2, y + height / 2];
    return width > 0 && middle > paper.left && middle < paper.right && center > paper.top &&
      center < paper.bottom;
  });
}

/** @param {Page} page @returns {HTMLElement} */
function sheet(page) {
  const { collection, store, words } = page;
  const { print } = words.dialogs;
  const shown = store.shown();
  const events = printedEvents(page).filter(({ index }) => collection.texts.has(index));
  const visits = countVisits(collection.columns, collection.places.length, shown);
  const numbers = numberPlaces(collection.places, visits, words);
  const counts = [countOf(events), collection.total].map(words.number);
  const part = print.part.replace("{n}", counts[0]).replace("{all}", counts[1]);
  return element(
    "section",
    { class: "print" },
    wholeKey(collection, words),
    events.length < collection.count ? element("p", { class: "print-part" }, part) : null,
    numbers.size > 0 ? element("h2", {}, print.places) : null,
    element(
      "ul",
      { class: "print-places" },
      [...numbers].map((each) => line(each, visits, words)),
    ),
    element("h2", {}, print.events),
    element("ol", { class: "print-events" }, events.map((event) => item(event, numbers, words))),
    colophon(collection.map, words),
  );
}

/** @param {Page["collection"]} collection @param {Page["words"]} words */
function wholeKey(collection, words) {
  const whole = key(collection, words, true);
  for (const part of whole.querySelectorAll("details")) part.open = true;
  return whole;
}

/**
 * Numbers the places with events that are shown, mark by mark, so that a mark of several places
 * bears one run of numbers.
 *
 * @param {Place[]} places
 * @param {Float64Array} visits  how many events of each place are shown
 * @param {import("mapgen/core/words.js").Words} words
 * @returns {Numbers}
 */
function numberPlaces(places, visits, { number }) {
  /** @type {Numbers} */
  const numbers = new Map();
  for (const mark of inOrderOfTime(printed())) {
    const first = numbers.size + 1;
    for (const index of placesOf(mark)) {
      const { [index]: place } = places;
      if (visits[index] > 0) {
        numbers.set(place, number(numbers.size + 1));
      }
    }
    const ends = [...new Set([first, numbers.size])].map(number);
    if (numbers.size >= first) mark.dataset.number = ends.join("–");
  }
  return numbers;
}

/** @param {HTMLElement} mark @returns {number[]} */
const placesOf = (mark) => (mark.dataset.places ?? "").split(" ").map(Number);

/** @param {HTMLElement[]} all  places are numbered in the order in which the story meets them */
function inOrderOfTime(all) {
  return all.sort((a, b) => least(placesOf(a)) - least(placesOf(b)));
}

/**
 * @param {[Place, string]} entry
 * @param {Float64Array} visits  how many events of each place are shown
 * @param {import("mapgen/core/words.js").Words} words
 */
function line([place, number], visits, words) {
  return element(
    "li",
    {},
    badge(number),
    " ",
    element("bdi", {}, nameOf(place)),
    " · ",
    words.count(words.event.events, visits[place.index]),
  );
}

/** @param {Place} place */
function nameOf({ name, country }) {
  return country === "" || country === name ? name : `${name}, ${country}`;
}

/** @param {string} number */
const badge = (number) => element("span", { class: "print-number" }, number);

/**
 * @param {HistoricalEvent} event
 * @param {Numbers} numbers
 * @param {import("mapgen/core/words.js").Words} words
 */
function item(event, numbers, words) {
  const { date, place, to, title, description, status, kind } = event;
  const where = [place, to].filter((each) => each !== null);
  return element(
    "li",
    { class: "print-event" },
    element(
      "p",
      { class: "print-facts" },
      dateElement(date || words.event.undated),
      where.flatMap((each, i) => [i ? ` ${words.event.to} ` : " · ", ...spot(each, numbers)]),
      kind === "period" ? ` · ${words.dialogs.table.kind.period}` : null,
      isClaim(status) ? ` · ${words.event.status[status]}` : null,
    ),
    element("h3", { dir: "auto" }, title),
    description ? prose(description, "print-text") : null,
    source(event, words),
  );
}

/** @param {Place} place @param {Numbers} numbers @returns {(Node | string)[]} */
function spot(place, numbers) {
  const name = element("bdi", {}, nameOf(place));
  const number = numbers.get(place);
  return number === undefined ? [name] : [name, " ", badge(number)];
}

/** @param {HistoricalEvent} event @param {import("mapgen/core/words.js").Words} words */
function source({ source, source_url }, words) {
  if (!source && !source_url) return null;
  const parts = [source, source_url].filter(Boolean).map((each) => element("bdi", {}, each));
  return element(
    "p",
    { class: "print-source" },
    `${words.event.source} `,
    parts.flatMap((each, i) => i ? [", ", each] : [each]),
  );
}

/**
 * @param {import("mapgen/payload.js").MapWords} map
 * @param {import("mapgen/core/words.js").Words} words
 */
function colophon({ credits, generator }, { dialogs: { print, reading } }) {
  const { href, protocol } = location;
  const address = protocol.startsWith("http") ? `${print.address} ${href}` : null;
  const lines = [address, reading.madeWith.replace("{generator}", generator)];
  return [
    credits ? prose(credits, "print-colophon") : null,
    ...lines.map((text) => text && element("p", { class: "print-colophon" }, text)),
  ];
}
