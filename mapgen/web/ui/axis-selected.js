/** The selected event on the axis; who selects one outside the window brings the window along. */

import { fractionOf, including, showing } from "mapgen/core/scale.js";
import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {import("mapgen/ui/axis-view.js").View} view
 * @returns {HTMLElement}
 */
export function axisSelected({ collection, store }, view) {
  const made = element("div", { class: "axis-selected", "aria-hidden": "true" });
  const selected = () => collection.event(store.get().event);

  function draw() {
    const event = selected();
    made.hidden = !event?.dated;
    if (!event?.dated) return;
    const ends = [event.earliest, event.latest + 1].map((day) => fractionOf(view.domain(), day));
    made.hidden = ends[0] > 1 || ends[1] < 0;
    const [start, end] = ends.map((end) => Math.max(0, Math.min(1, end)));
    made.style.setProperty("--axis-start", String(start));
    made.style.setProperty("--axis-end", String(end));
  }

  function include() {
    const event = selected();
    if (!event) return;
    if (!event.dated) return store.set({ undated: true });
    const span = { from: event.earliest, to: event.latest };
    store.set(including(store.get(), view.all, span));
    view.show(showing(view.domain(), view.whole, Math.max(event.earliest, view.all.from)));
  }

  store.subscribe((state, before) => {
    if (state.event === before.event) return;
    draw();
    const chosen = state.from !== before.from || state.to !== before.to; // as an address does
    if (!chosen) queueMicrotask(include); // after everyone has heard of the selection
  });
  view.subscribe(draw);
  draw();
  return made;
}
