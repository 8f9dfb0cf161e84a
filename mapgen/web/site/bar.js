/**
 * The bar over a part of a site: where the reader is, and the ways to the parts beside it.
 *
 * @typedef {object} SiteWords
 * @property {string} site  the name of the bar
 * @property {string} whole  the way back to the overview
 * @property {string} earlier  the part before this one in the same place
 * @property {string} later
 * @property {string} missing  where a part cannot be had
 * @property {string} served  the same where the page was opened as a file
 * @property {string} again
 */

import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/site/part.js").Part} part
 * @param {SiteWords} words
 * @returns {HTMLElement}
 */
export function bar({ name, earlier, later }, words) {
  return element(
    "nav",
    { class: "site-bar", "aria-label": words.site },
    element("a", { href: location.pathname }, words.whole),
    element("strong", { class: "site-bar-name", dir: "auto" }, name),
    earlier ? element("a", { href: `?part=${earlier}`, rel: "prev" }, words.earlier) : null,
    later ? element("a", { href: `?part=${later}`, rel: "next" }, words.later) : null,
  );
}

/**
 * @param {string} text  why the part is not there
 * @param {SiteWords} words
 * @returns {HTMLElement}
 */
export function notice(text, words) {
  const again = element("button", { type: "button" }, words.again);
  again.addEventListener("click", () => location.reload());
  return element(
    "div",
    { class: "site-bar", role: "alert" },
    element("p", { class: "site-bar-name" }, text),
    again,
  );
}
