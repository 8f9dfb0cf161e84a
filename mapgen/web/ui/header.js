/** The head of the page: the way past the story, title and subtitle, the search and the buttons. */

import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/payload.js").MapWords} map
 * @param {HTMLElement} skip
 * @param {HTMLElement} search
 * @param {HTMLElement} buttons
 * @returns {HTMLElement}
 */
export function header({ title, subtitle }, skip, search, buttons) {
  return element(
    "header",
    { class: "header" },
    skip,
    element(
      "div",
      { class: "header-words" },
      element("h1", { dir: "auto" }, title),
      subtitle ? element("p", { class: "header-subtitle", dir: "auto" }, subtitle) : null,
    ),
    search,
    buttons,
  );
}

/**
 * @param {import("mapgen/core/words.js").Words} words
 * @param {HTMLElement} map
 * @returns {HTMLElement} the first stop of the Tab key, seen while it is there: a story may be long
 */
export function skipTo(words, map) {
  const button = element("button", { class: "header-skip", type: "button" }, words.map.skip);
  button.addEventListener("click", () => map.focus());
  return button;
}
