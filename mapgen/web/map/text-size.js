/** Readers enlarge the text alone, while the page is open: then names are measured again. */

import { makeLabel } from "mapgen/map/names.js";

/**
 * @param {any} pane  of the names
 * @param {{sizes: WeakMap<any, [number, number]>}} labels  forgets the sizes of all
 * @param {() => void} settle  finds their places anew
 */
export function hangTextSize(pane, labels, settle) {
  const gauge = makeLabel(pane, "0", "");
  let height = 0; // until it is laid out for the first time
  new ResizeObserver(() => {
    const [before, { offsetHeight: now }] = [height, gauge];
    if (now === before || now === 0) return;
    height = now;
    if (before === 0) return;
    labels.sizes = new WeakMap();
    settle();
  }).observe(gauge);
}
