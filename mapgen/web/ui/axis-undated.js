/** The switch for events without a date, and how many there are. */

import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @returns {HTMLElement | null} null where every event has a date
 */
export function axisUndated({ collection: { columns }, words, store }) {
  const count = undatedIn(columns);
  if (count === 0) return null;
  const input = element("input", { type: "checkbox", "aria-describedby": "axis-undated-count" });
  const fill = () => input.checked = store.get().undated;
  input.addEventListener("change", () => store.set({ undated: input.checked }));
  store.subscribe(fill);
  fill();
  return element(
    "div",
    { class: "axis-undated" },
    element("label", {}, input, words.axis.undated),
    element(
      "span",
      { class: "axis-undated-count", id: "axis-undated-count" },
      words.number(count),
    ),
  );
}

/** @param {import("mapgen/core/columns.js").Columns} columns @returns {number} */
function undatedIn({ earliest, latest, weight }) {
  let count = 0;
  for (let i = 0; i < earliest.length; i++) {
    if (earliest[i] === -Infinity && latest[i] === Infinity) count += weight ? weight[i] : 1;
  }
  return count;
}
