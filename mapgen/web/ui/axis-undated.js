/** The switch for events without a date, and how many there are. */

import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @returns {HTMLElement | null} null where every event has a date
 */
export function axisUndated({ collection: { events }, words, store }) {
  const { length } = events.filter(({ dated }) => !dated);
  if (length === 0) return null;
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
      words.number(length),
    ),
  );
}
