/** The check boxes of one filter, each with how many events it would show; made when needed. */

import { element, svg } from "mapgen/ui/element.js";
import { shape } from "mapgen/ui/mark.js";

/** @typedef {import("mapgen/core/facets.js").Counts} Counts */
/** @typedef {import("mapgen/core/facets.js").Facet} Facet */
/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {number | string} Value */

/**
 * @param {Page} page
 * @param {Facet} facet
 */
export function findRows(page, facet) {
  const { collection, words, store } = page;
  /** @type {Map<Value, ReturnType<typeof row>>} */
  const rows = new Map();
  /** @type {Counts | undefined} */
  let counted;

  const chosen = () => /** @type {ReadonlySet<Value>} */ (store.get()[facet]);
  const isChosen = (/** @type {Value} */ value) => chosen().has(value);

  /** @param {Value} value */
  function nameOf(value) {
    if (facet === "categories") return collection.categories[Number(value)].name;
    if (facet === "tags") return String(value);
    return words.event.status[/** @type {keyof typeof words.event.status} */ (value)];
  }

  /** @param {Value} value */
  function labelOf(value) {
    const category = facet === "categories" ? collection.categories[Number(value)] : null;
    const made = rows.get(value) ?? row(nameOf(value), category, (on) => {
      const others = [...chosen()].filter((each) => each !== value);
      store.set({ [facet]: new Set(on ? [...others, value] : others) });
    });
    rows.set(value, made);
    if (counted) show(value, made, counted);
    return made.label;
  }

  /** @param {Value} value @param {ReturnType<typeof row>} row @param {Counts} counts */
  function show(value, { label, box, number }, counts) {
    const count = counts[facet].get(value) ?? 0;
    box.checked = isChosen(value);
    number.textContent = words.number(count);
    label.classList.toggle("find-row-none", count === 0);
  }

  /** @param {Counts} counts */
  function update(counts) {
    counted = counts;
    for (const [value, made] of rows) show(value, made, counts);
  }

  return { isChosen, nameOf, labelOf, update };
}

/**
 * @param {string} name
 * @param {import("mapgen/payload.js").Category | null} category
 * @param {(on: boolean) => void} change
 */
function row(name, category, change) {
  const box = element("input", { type: "checkbox" });
  box.addEventListener("change", () => change(box.checked));
  const number = element("span", { class: "find-row-number" });
  const written = element("bdi", { class: "find-row-name" }, name);
  const swatch = category ? drawing(category) : null;
  const label = element("label", { class: "find-row" }, box, swatch, written, " ", number);
  return { label, box, number };
}

/** @param {import("mapgen/payload.js").Category} category */
const drawing = (category) =>
  svg(
    "svg",
    { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true", focusable: "false" },
    shape(category, 6),
  );
