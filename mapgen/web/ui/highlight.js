/** Marks in an element what a search found in it. */

import { hits } from "mapgen/core/search.js";
import { element } from "mapgen/ui/element.js";

/**
 * Takes the marks of an earlier search away, and marks what the query finds.
 *
 * @param {Element} root
 * @param {string} query  "" marks nothing
 */
export function highlight(root, query) {
  for (const mark of root.querySelectorAll("mark.highlight")) {
    mark.replaceWith(mark.textContent ?? "");
  }
  root.normalize();
  if (query === "") return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) markIn(text, query);
}

/** @param {Text} text @param {string} query  splits the text from its end, so that places stay */
function markIn(text, query) {
  for (const [begin, end] of hits(text.data, query).reverse()) {
    const found = text.splitText(begin);
    found.splitText(end - begin);
    found.replaceWith(element("mark", { class: "highlight" }, found.data));
  }
}
