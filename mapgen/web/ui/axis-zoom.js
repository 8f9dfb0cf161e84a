/** Zooms and pans the axis: by the wheel over it and by two buttons. */

import { fractionOf, panned, zoomed } from "mapgen/core/scale.js";
import { axisButton } from "mapgen/ui/axis-button.js";
import { dayUnder } from "mapgen/ui/axis-drag.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/axis-view.js").View} View */

const FACTOR = 2; // of one press of a button
const WHEEL = 0.0022; // of the logarithm, to a pixel that the wheel turns
const LINE = 16; // pixels of a wheel that counts lines

/**
 * @param {View} view
 * @param {HTMLElement} track
 */
export function hangWheel(view, track) {
  track.addEventListener("wheel", (event) => {
    const framed = globalThis.parent !== globalThis.self; // there a plain wheel scrolls the page around
    if (framed && !event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === 0 ? 1 : LINE;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    const day = dayUnder(track, view, event.clientX);
    if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) {
      const { start, end } = view.domain();
      const way = getComputedStyle(track).direction === "rtl" ? -1 : 1;
      const days = (end - start) * sideways * pixels / view.width();
      return view.show(panned(view.domain(), view.whole, way * days));
    }
    const pinched = event.ctrlKey ? 3 : 1; // a trackpad's pinch comes as a small wheel with ctrl
    const factor = Math.exp(event.deltaY * pixels * pinched * WHEEL);
    view.show(zoomed(view.domain(), view.whole, factor, day));
  }, { passive: false });
}

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {View} view
 * @returns {HTMLElement}
 */
export function axisZoom({ words, store }, view) {
  const into = axisButton("zoom", words.axis.zoomIn, "M3 8H13M8 3V13");
  const out = axisButton("zoom", words.axis.zoomOut, "M3 8H13");
  into.addEventListener("click", () => zoom(1 / FACTOR));
  out.addEventListener("click", () => zoom(FACTOR));
  return element("div", { class: "axis-zoom" }, out, into);

  /** @param {number} factor */
  function zoom(factor) {
    const { from, to } = store.get();
    const middle = Math.max(0, Math.min(1, fractionOf(view.domain(), (from + to + 1) / 2)));
    const { start, end } = view.domain();
    view.show(zoomed(view.domain(), view.whole, factor, start + middle * (end - start)));
  }
}
