/** The head of the page: its title and subtitle, the search and the buttons. */

import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/payload.js").MapWords} map
 * @param {HTMLElement} search
 * @param {HTMLElement} buttons
 * @returns {HTMLElement}
 */
export function header({ title, subtitle }, search, buttons) {
  return element(
    "header",
    { class: "header" },
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
