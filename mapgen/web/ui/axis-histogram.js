/**
 * The histogram behind the window: what goes on when. Strong what passes the filters, half as strong
 * where a date is approximate or uncertain, pale the rest.
 */

import { greatest } from "mapgen/core/extremes.js";
import { calendarOf, countingBins, skyline } from "mapgen/core/bins.js";
import { element, svg } from "mapgen/ui/element.js";
import { inFrames } from "mapgen/ui/in-frame.js";

const BIN = 3; // pixels
const KINDS = /** @type {const} */ (["all", "shown", "firm"]);

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {import("mapgen/ui/axis-view.js").View} view
 * @returns {HTMLElement}
 */
export function axisHistogram({ collection, store }, view) {
  const paths = KINDS.map((kind) => svg("path", { class: `axis-histogram-${kind}` }));
  const drawing = svg("svg", { preserveAspectRatio: "none", "aria-hidden": "true" }, paths);
  const calendar = calendarOf(collection);
  let passing = store.passing();

  const draw = inFrames(function* () {
    const bins = Math.max(1, Math.round(view.width() / BIN));
    const counts = yield* countingBins(calendar, passing, view.domain(), bins);
    const most = greatest(counts.all, 1);
    drawing.setAttribute("viewBox", `0 0 ${bins} 1`);
    paths.forEach((path, i) => path.setAttribute("d", skyline(counts[KINDS[i]], most)));
  });
  store.subscribe(() => {
    if (store.passing() === passing) return;
    passing = store.passing();
    draw();
  });
  view.subscribe(draw);
  draw();
  return element("div", { class: "axis-histogram" }, drawing);
}
