/** The dialog that says how the map is to be read, and what it is made from. */

import { countSources } from "mapgen/core/sources.js";
import { part } from "mapgen/ui/dialog.js";
import { element, prose } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

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
    part(reading.dates, text(reading.datesText)),
    part(reading.places, text(reading.placesText)),
    part(reading.borders, text(reading.bordersText)),
    part(
      reading.claims,
      text(reading.claimsText),
      pairs(used.map((each) => [status[each], reading.claim[each]])),
    ),
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

/** @param {[string, string][]} entries */
function pairs(entries) {
  return element(
    "dl",
    { class: "about-pairs" },
    ...entries.flatMap(([term, said]) => [
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
    const away = { href: source_url, target: "_blank", rel: "noopener noreferrer" };
    const shown = source_url ? element("a", { ...away, title: words.event.newTab }, name) : name;
    const events = words.count(words.event.events, count);
    return element("li", {}, shown, " ", element("span", { class: "about-count" }, events));
  });
  return element("ul", { class: "about-sources" }, ...items);
}
