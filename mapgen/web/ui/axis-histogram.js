/**
 * The histogram behind the window: what goes on when. Strong what passes the filters, half as strong
 * where a date is approximate or uncertain, pale the rest.
 */

import { countBins, skyline, sortDays, tally } from "mapgen/core/bins.js";
import { shownEvents } from "mapgen/core/filter.js";
import { element, svg } from "mapgen/ui/element.js";
import { inFrame } from "mapgen/ui/in-frame.js";

const BIN = 3; // pixels
const KINDS = /** @type {const} */ (["all", "shown", "firm"]);
const FILTERS = /** @type {const} */ (["categories", "statuses", "tags", "query"]);

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {import("mapgen/ui/axis-view.js").View} view
 * @returns {HTMLElement}
 */
export function axisHistogram({ collection: { events }, store }, view) {
  const paths = KINDS.map((kind) => svg("path", { class: `axis-histogram-${kind}` }));
  const drawing = svg("svg", { preserveAspectRatio: "none", "aria-hidden": "true" }, ...paths);
  const all = sortDays(events, () => true);
  let days = { all, ...tally(events, shownEvents(events, store.get(), "window")) };

  const draw = inFrame(() => {
    const bins = Math.max(1, Math.round(view.width() / BIN));
    const counts = KINDS.map((kind) => countBins(days[kind], view.domain(), bins));
    const most = Math.max(1, ...counts[0]);
    drawing.setAttribute("viewBox", `0 0 ${bins} 1`);
    paths.forEach((path, i) => path.setAttribute("d", skyline(counts[i], most)));
  });
  const count = inFrame(() => {
    days = { all, ...tally(events, shownEvents(events, store.get(), "window")) };
    draw();
  });
  store.subscribe((state, before) => {
    if (FILTERS.some((name) => state[name] !== before[name])) count();
  });
  view.subscribe(draw);
  draw();
  return element("div", { class: "axis-histogram" }, drawing);
}
