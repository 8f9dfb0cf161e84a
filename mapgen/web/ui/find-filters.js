/** The filters: check boxes by category, status and tag, each with how many events it would show. */

import { allFacets, countFacets, FACETS } from "mapgen/core/facets.js";
import { element } from "mapgen/ui/element.js";
import { findGroup } from "mapgen/ui/find-group.js";
import { inFrame } from "mapgen/ui/in-frame.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

/**
 * @param {Page} page
 * @returns {{button: HTMLElement, panel: HTMLElement}} what opens them, and they
 */
export function findFilters(page) {
  const { collection, words, store } = page;
  const chosen = element("span", { class: "find-filters-chosen", "aria-hidden": "true" });
  const button = element(
    "button",
    {
      class: "find-filters-button",
      type: "button",
      "aria-expanded": "false",
      "aria-controls": "find-filters",
    },
    words.story.filters,
    chosen,
  );
  const panel = element("div", { class: "find-filters", id: "find-filters" });
  panel.hidden = true;
  /** @type {ReturnType<typeof groupsIn> | undefined} */
  let groups; // made when they are first looked at: there may be thousands of tags
  const update = inFrame(() => {
    const state = store.get();
    const number = FACETS.reduce((sum, facet) => sum + state[facet].size, 0);
    chosen.textContent = number ? words.number(number) : "";
    if (panel.hidden) return;
    if (!groups) panel.append(...(groups = groupsIn(page)).map(({ group }) => group));
    const counts = countFacets(collection, state);
    for (const { update } of groups) update(counts);
  });
  store.subscribe(update);
  disclose(button, panel, update);
  return { button, panel };
}

/** @param {Page} page */
function groupsIn(page) {
  const { compare } = new Intl.Collator(page.words.locale);
  const all = allFacets(page.collection, compare);
  return FACETS.filter((facet) => all[facet].size > 0)
    .map((facet) => findGroup(page, facet, [...all[facet].keys()]));
}

/**
 * Opens and closes a panel: by its button, by Escape, and when the reader goes elsewhere.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} panel
 * @param {() => void} opened
 */
function disclose(button, panel, opened) {
  /** @param {boolean} open */
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) opened();
  };
  /** @param {EventTarget | null} target */
  const elsewhere = (target) =>
    target instanceof Node && !panel.contains(target) && !button.contains(target);
  button.addEventListener("click", () => show(panel.hidden !== false));
  for (const part of [button, panel]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.stopPropagation();
      show(false);
      button.focus();
    });
  }
  document.addEventListener("pointerdown", ({ target }) => {
    if (!panel.hidden && elsewhere(target)) show(false);
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (!panel.hidden && elsewhere(relatedTarget)) show(false);
  });
}
