/** The time axis under the map: what happened when, and the window of time that the reader chooses. */

import { axisBands } from "mapgen/ui/axis-bands.js";
import { axisButton } from "mapgen/ui/axis-button.js";
import { hangDrag } from "mapgen/ui/axis-drag.js";
import { hangHandles } from "mapgen/ui/axis-handles.js";
import { axisHistogram } from "mapgen/ui/axis-histogram.js";
import { axisPlay } from "mapgen/ui/axis-play.js";
import { axisSelected } from "mapgen/ui/axis-selected.js";
import { axisTicks } from "mapgen/ui/axis-ticks.js";
import { axisTyped } from "mapgen/ui/axis-typed.js";
import { axisUndated } from "mapgen/ui/axis-undated.js";
import { createView } from "mapgen/ui/axis-view.js";
import { axisZoom, hangWheel } from "mapgen/ui/axis-zoom.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/axis-view.js").View} View */
/** @typedef {import("mapgen/ui/page.js").Page} Page */

const RESET = "M3.2 8A4.8 4.8 0 1 0 4.8 4.4L3 6M3 2.6V6H6.4";
const MORE = "M2 5H9M13 5H14M2 11H3M7 11H14M11 3V7M5 9V13";

/** @param {Page} page @returns {HTMLElement} */
export function axis(page) {
  const { collection, words } = page;
  const made = element("section", { class: "axis", "aria-label": words.axis.name });
  if (hasDates(collection.columns)) {
    const view = createView(page);
    made.append(bar(page, view, made), plot(page, view));
  } else {
    const none = element("p", { class: "axis-none" }, words.axis.noDates);
    made.append(element("div", { class: "axis-bar" }, none, axisUndated(page) ?? ""));
  }
  return made;
}

/** @param {import("mapgen/core/columns.js").Columns} columns */
const hasDates = ({ earliest, latest }) =>
  earliest.some((day) => day !== -Infinity) || latest.some((day) => day !== Infinity);

/** @param {Page} page @param {View} view @param {HTMLElement} room */
function bar(page, view, room) {
  const { words, store } = page;
  const { button: play, speed } = axisPlay(page, view);
  const reset = axisButton("reset", words.axis.reset, RESET, true);
  reset.addEventListener("click", () => {
    store.set(view.all);
    view.show(view.whole);
  });
  const more = axisButton("more", words.axis.more, MORE);
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("click", () => {
    const open = room.classList.toggle("axis-open");
    more.setAttribute("aria-expanded", String(open));
  });
  const others = [speed, axisUndated(page) ?? "", axisZoom(page, view)];
  return element(
    "div",
    { class: "axis-bar" },
    play,
    axisTyped(page, view),
    reset,
    more,
    element("div", { class: "axis-others" }, others),
  );
}

/** @param {Page} page @param {View} view */
function plot(page, view) {
  const track = element(
    "div",
    { class: "axis-track" },
    axisHistogram(page, view),
  );
  hangHandles(page, view, track);
  track.append(axisSelected(page, view));
  hangDrag(page, view, track);
  const made = element("div", { class: "axis-plot" }, axisBands(page, view), track);
  made.append(axisTicks(view));
  hangWheel(view, made);
  const gauge = made.appendChild(element("span", { class: "axis-gauge" }));
  const sized = new ResizeObserver(() => view.resize(track.clientWidth, gauge.offsetWidth));
  for (const each of [track, gauge]) sized.observe(each);
  return made;
}
