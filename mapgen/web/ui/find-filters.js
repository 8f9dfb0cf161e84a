/** The filters: check boxes by category, status and tag, each with how many events it would show. */

import { countingAll, countingFacets, FACETS } from "mapgen/core/facets.js";
import { appendAll, element } from "mapgen/ui/element.js";
import { findGroup } from "mapgen/ui/find-group.js";
import { inFrame, inFrames } from "mapgen/ui/in-frame.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

/**
 * @param {Page} page
 * @returns {{button: HTMLElement, panel: HTMLElement}} what opens them, and they
 */
export function findFilters(page) {
  const { words, store } = page;
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
  const count = counter(page, panel);
  const update = inFrame(() => {
    const state = store.get();
    const number = FACETS.reduce((sum, facet) => sum + state[facet].size, 0);
    chosen.textContent = number ? words.number(number) : "";
    if (!panel.hidden) count();
  });
  store.subscribe(update);
  disclose(button, panel, update);
  return { button, panel };
}

/**
 * @param {Page} page
 * @param {HTMLElement} panel  gets the groups when they are first counted: there may be thousands of
 *   tags; it says when it is behind
 * @returns {() => void} counts what each filter would show now
 */
function counter(page, panel) {
  const { collection, store } = page;
  /** @type {ReturnType<typeof findGroup>[] | undefined} */
  let groups;
  return inFrames(function* () {
    panel.ariaBusy = "true";
    groups ??= yield* groupsIn(page);
    const counts = yield* countingFacets(collection, store.get());
    if (panel.children.length === 0) appendAll(panel, groups.map(({ group }) => group));
    for (const { update } of groups) update(counts);
    panel.ariaBusy = null;
  });
}

/** @param {Page} page @returns {Generator<void, ReturnType<typeof findGroup>[]>} */
function* groupsIn(page) {
  const { compare } = new Intl.Collator(page.words.locale);
  const all = yield* countingAll(page.collection, compare);
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
