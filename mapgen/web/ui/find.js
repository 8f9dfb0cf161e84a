/** Search and filters, in the head of the page; on a phone behind a button. */

import { element, svg } from "mapgen/ui/element.js";
import { findInBlocks } from "mapgen/ui/find-blocks.js";
import { findFilters } from "mapgen/ui/find-filters.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

const PAUSE = 80; // milliseconds after the last letter

/** @param {Page} page @returns {HTMLElement} */
export function find(page) {
  const { words } = page;
  const search = box(page);
  findInBlocks(page);
  const { button, panel } = findFilters(page);
  const opened = element("div", { class: "find-box", id: "find-box" }, search, button, panel);
  const opener = element("button", {
    class: "find-open",
    type: "button",
    "aria-label": words.story.search,
    "aria-expanded": "false",
    "aria-controls": "find-box",
  }, lens());
  /** @param {boolean} open */
  const show = (open) => opener.setAttribute("aria-expanded", String(open));
  opener.addEventListener("click", () => {
    show(opener.getAttribute("aria-expanded") !== "true");
    if (opener.getAttribute("aria-expanded") === "true") search.focus();
  });
  opened.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || opener.getAttribute("aria-expanded") !== "true") return;
    event.preventDefault(); // it would empty the box
    show(false);
    opener.focus();
  });
  return element("div", { class: "find", role: "search" }, opener, opened);
}

/** @param {Page} page @returns {HTMLInputElement} */
function box({ words, store }) {
  const made = element("input", {
    class: "find-words",
    type: "search",
    "aria-label": words.story.search,
    placeholder: words.story.search,
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    dir: "auto",
  });
  let timer = 0;
  let sent = "";
  const send = () => {
    clearTimeout(timer);
    sent = made.value.trim();
    store.set({ query: sent });
  };
  made.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  });
  made.addEventListener("change", send);
  store.subscribe(({ query }) => {
    if (query === sent) return; // what the reader types is not typed over
    clearTimeout(timer);
    made.value = sent = query;
  });
  return made;
}

const lens = () =>
  svg(
    "svg",
    { width: 20, height: 20, viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: "M13 13l5 5M8.5 15a6.5 6.5 0 1 1 0-13a6.5 6.5 0 0 1 0 13z" }),
  );
