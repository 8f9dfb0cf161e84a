/** A list of places to choose from: those of a country, or those that no zoom can tell apart. */

import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/payload.js").Place} Place */

/**
 * @param {string} name  of the list
 * @param {Place[]} places
 * @param {import("mapgen/core/words.js").Words} words
 * @param {(place: Place) => void} choose
 * @param {"h2" | "h3"} heading  its level where the list stands
 * @returns {HTMLElement}
 */
export function placeList(name, places, words, choose, heading) {
  const items = places.map((place) => {
    const count = words.count(words.event.events, place.count);
    const button = element(
      "button",
      { type: "button", class: "place-list-button", "aria-label": `${place.name}, ${count}` },
      element("bdi", {}, place.name),
      element("span", { class: "place-list-count" }, count),
    );
    button.addEventListener("click", () => choose(place));
    return element("li", {}, button);
  });
  return element(
    "div",
    { class: "place-list" },
    element(heading, { class: "place-list-name" }, name),
    element("ul", { class: "place-list-places" }, items),
  );
}
