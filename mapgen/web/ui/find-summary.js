/** What is shown at the moment: how many events, and by which filters, each of which can be removed. */

import { FACETS } from "mapgen/core/facets.js";
import { atMostEvery } from "mapgen/ui/at-most-every.js";
import { appendAll, element } from "mapgen/ui/element.js";
import { inFrame } from "mapgen/ui/in-frame.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {{name: string, without: Partial<import("mapgen/store.js").State>}} Chip */

const PAUSE = 300; // milliseconds between two counts, for those who hear them

/**
 * @param {Page} page
 * @param {HTMLElement} after  gets the focus when the last filter goes
 * @returns {HTMLElement}
 */
export function summary(page, after) {
  const { collection, words, store } = page;
  const status = element("p", { class: "find-summary-count", role: "status" });
  const chips = element("ul", { class: "find-summary-chips", role: "list" });
  const say = atMostEvery(PAUSE, () => {
    const count = words.count(words.story.count, collection.total);
    status.textContent = count.replace("{shown}", words.number(store.count()));
  });
  const update = inFrame(() => {
    say();
    drawChips(page, chips, after);
  });
  update();
  store.subscribe(update);
  return element("div", { class: "find-summary" }, status, chips);
}

/** @param {Page} page @param {HTMLElement} list @param {HTMLElement} after */
function drawChips(page, list, after) {
  const chips = chipsOf(page);
  const drawn = chips.map(({ name }) => name).join("\n");
  if (list.dataset.drawn === drawn) return;
  const held = [...list.children].findIndex((item) => item.contains(document.activeElement));
  list.dataset.drawn = drawn;
  list.hidden = chips.length === 0;
  list.replaceChildren();
  appendAll(list, chips.map((chip) => element("li", {}, button(chip, page))));
  if (held < 0) return;
  const near = list.children[Math.min(held, chips.length - 1)]?.querySelector("button");
  (near ?? after).focus({ preventScroll: true });
}

/** @param {Page} page @returns {Chip[]} */
function chipsOf({ collection, words, store }) {
  const state = store.get();
  const chips = FACETS.flatMap((facet) =>
    [...state[facet]].map((value) => ({
      name: facet === "categories"
        ? collection.categories[Number(value)].name
        : facet === "statuses"
        ? words.event.status[/** @type {keyof typeof words.event.status} */ (value)]
        : String(value),
      without: { [facet]: without(state[facet], value) },
    }))
  );
  return state.query ? [{ name: `“${state.query}”`, without: { query: "" } }, ...chips] : chips;
}

/** @param {ReadonlySet<unknown>} values @param {unknown} value */
const without = (values, value) => new Set([...values].filter((each) => each !== value));

/** @param {Chip} chip @param {Page} page */
function button({ name, without }, { words, store }) {
  const made = element(
    "button",
    { type: "button", "aria-label": `${words.story.removeFilter} ${name}` },
    element("bdi", {}, name),
    element("span", { "aria-hidden": "true" }, "×"),
  );
  made.addEventListener("click", () => store.set(without));
  return made;
}
