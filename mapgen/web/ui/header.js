/** The head of the page: its title, subtitle and introduction. */

import { element, prose } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/payload.js").MapWords} map
 * @returns {HTMLElement}
 */
export function header({ title, subtitle, introduction }) {
  return element(
    "header",
    { class: "header" },
    element("h1", { dir: "auto" }, title),
    subtitle ? element("p", { class: "header-subtitle", dir: "auto" }, subtitle) : null,
    introduction ? prose(introduction, "header-introduction") : null,
  );
}
