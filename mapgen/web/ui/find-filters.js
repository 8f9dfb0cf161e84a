/** The filters: check boxes by category, status and tag, each with how many events it would show. */

import { allFacets, countFacets, FACETS } from "mapgen/core/facets.js";
import { element, svg } from "mapgen/ui/element.js";
import { inFrame } from "mapgen/ui/in-frame.js";
import { shape } from "mapgen/ui/mark.js";

/** @typedef {import("mapgen/core/facets.js").Facet} Facet */
/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {(counts: import("mapgen/core/facets.js").Counts) => void} Update */

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
  const groups = groupsIn(page);
  panel.append(...groups.map(({ group }) => group));
  const update = inFrame(() => {
    const state = store.get();
    const number = FACETS.reduce((sum, facet) => sum + state[facet].size, 0);
    chosen.textContent = number ? words.number(number) : "";
    if (panel.hidden) return;
    const counts = countFacets(collection.events, state);
    for (const { update } of groups) update(counts);
  });
  store.subscribe(update);
  disclose(button, panel, update);
  return { button, panel };
}

/** @param {Page} page */
function groupsIn(page) {
  const all = allFacets(page.collection.events);
  return FACETS.filter((facet) => all[facet].size > 0).map((facet) => {
    const rows = [...all[facet].keys()].map((value) => row(page, facet, value));
    const group = element(
      "fieldset",
      { class: `find-filters-group find-filters-${facet}` },
      element("legend", {}, page.words.story.facets[facet]),
      ...rows.map(({ label }) => label),
    );
    /** @type {Update} */
    const update = (counts) => rows.forEach((each) => each.update(counts));
    return { group, update };
  });
}

/** @param {Page} page @param {Facet} facet @param {number | string} value */
function row({ collection, words, store }, facet, value) {
  const box = element("input", { type: "checkbox" });
  const number = element("span", { class: "find-filters-number" });
  const category = facet === "categories" ? collection.categories[Number(value)] : null;
  const status = /** @type {import("mapgen/payload.js").Status} */ (value);
  const name = category?.name ?? (facet === "statuses" ? words.event.status[status] : `${value}`);
  box.addEventListener("change", () => {
    const values = new Set(/** @type {ReadonlySet<any>} */ (store.get()[facet]));
    if (box.checked) values.add(value);
    else values.delete(value);
    store.set({ [facet]: values });
  });
  const swatch = category ? drawing(category) : null;
  const label = element(
    "label",
    {},
    box,
    swatch,
    element("bdi", { class: "find-filters-name" }, name),
    " ",
    number,
  );
  /** @type {Update} */
  const update = (counts) => {
    const count = counts[facet].get(value) ?? 0;
    box.checked = /** @type {ReadonlySet<any>} */ (store.get()[facet]).has(value);
    number.textContent = words.number(count);
    label.classList.toggle("find-filters-none", count === 0);
  };
  return { label, update };
}

/** @param {import("mapgen/payload.js").Category} category */
const drawing = (category) =>
  svg(
    "svg",
    { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true", focusable: "false" },
    shape(category, 6),
  );

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
