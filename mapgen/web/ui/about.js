/** The dialog that says how the map is to be read, and what it is made from. */

import { countSources } from "mapgen/core/sources.js";
import { dayNumber } from "mapgen/core/time.js";
import { part } from "mapgen/ui/dialog.js";
import { element, outward, prose } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

/** Greece, the last state to do so, left the Julian calendar after 15 February 1923. */
const FIRST_DAY_OF_ONE_CALENDAR = dayNumber(1923, 3, 1);
const SHORTEST_MONTH = 28; // days; what is shorter names days

/** @param {Page} page */
export function about(page) {
  const { collection: { map, columns, strings, places }, words } = page;
  const { dialogs: { reading }, event: { status } } = words;
  const statuses = /** @type {(keyof typeof status)[]} */ (Object.keys(status));
  const used = statuses.filter((each) => columns.status.includes(strings.indexOf(each)));
  const looked = places.some(({ found }) => found === "gazetteer");
  const given = places.some(({ found }) => found === "table");
  return [
    opening(map),
    part(
      reading.dates,
      text(reading.datesText),
      hasOldDays(columns) ? text(reading.calendars) : null,
    ),
    part(reading.places, text(reading.placesText)),
    part(reading.borders, text(reading.bordersText)),
    used.length > 0
      ? part(
        reading.claims,
        text(reading.claimsText),
        pairs(used.map((each) => [status[each], reading.claim[each]])),
      )
      : null,
    given || looked
      ? part(
        reading.coordinates,
        given ? text(reading.fromTable) : null,
        looked ? text(reading.fromGazetteer) : null,
      )
      : null,
    part(reading.sources, sources(page)),
    part(reading.keyboard, pairs(reading.keys)),
    part(reading.software, text(reading.madeWith.replace("{generator}", map.generator))),
  ];
}

/** @param {{earliest: ArrayLike<number>, latest: ArrayLike<number>}} columns */
function hasOldDays({ earliest, latest }) {
  return Array.prototype.some.call(
    earliest,
    (from, i) => from < FIRST_DAY_OF_ONE_CALENDAR && latest[i] - from < SHORTEST_MONTH - 1,
  );
}

/** @param {import("mapgen/payload.js").MapWords} map */
function opening({ title, subtitle, introduction, credits }) {
  return element(
    "section",
    { class: "dialog-part" },
    element("h3", { class: "about-title", dir: "auto" }, title),
    subtitle ? element("p", { class: "about-subtitle", dir: "auto" }, subtitle) : null,
    introduction ? prose(introduction, "about-prose") : null,
    credits ? prose(credits, "about-prose about-credits") : null,
  );
}

/** @param {string} said */
function text(said) {
  return element("p", {}, said);
}

/** @param {string[][]} entries */
function pairs(entries) {
  return element(
    "dl",
    { class: "about-pairs" },
    entries.flatMap(([term, said]) => [
      element("dt", {}, element("bdi", {}, term)),
      element("dd", {}, said),
    ]),
  );
}

/**
 * @param {Page} page
 * @returns {HTMLElement} each source once, the one of most events first
 */
function sources({ collection, words }) {
  const items = countSources(collection).map(({ source, source_url, count }) => {
    const name = element("bdi", {}, source || source_url || words.dialogs.reading.unnamed);
    const shown = source_url ? outward(source_url, words.event.newTab, name) : name;
    const events = words.count(words.event.events, count);
    return element("li", {}, shown, " ", element("span", { class: "about-count" }, events));
  });
  return element("ul", { class: "about-sources" }, items);
}
