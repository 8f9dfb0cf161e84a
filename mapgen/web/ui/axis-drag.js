/**
 * Moves the window with the pointer: a handle, the whole window, or a new one where there is none.
 * Two fingers zoom.
 */

import { greatest, least } from "mapgen/core/extremes.js";
import { dayAt, shifted, stretched, zoomed } from "mapgen/core/scale.js";
import { endOf } from "mapgen/ui/axis-handles.js";

/** @typedef {import("mapgen/core/scale.js").Span} Span */
/** @typedef {import("mapgen/ui/axis-view.js").View} View */
/** @typedef {(day: number) => Span} Drag  the window while the pointer is at this day */

const SLACK = 4; // pixels that a press may slip before it is a drag

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {View} view
 * @param {HTMLElement} track
 */
export function hangDrag({ store }, view, track) {
  /** @type {Map<number, number>} */
  const fingers = new Map(); // pointers that are down, and where: pixels across the page
  /** @type {{drag: Drag, x: number, slack: number} | null} */
  let held = null;

  track.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event.clientX);
    track.setPointerCapture(event.pointerId);
    const day = dayUnder(track, view, event.clientX);
    held = fingers.size > 1 ? null : { ...begin(event, day), x: event.clientX };
  });
  track.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const apart = spread(fingers);
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 2) return pinch(apart);
    if (!held || Math.abs(event.clientX - held.x) < held.slack) return;
    held.slack = 0;
    store.set(held.drag(dayUnder(track, view, event.clientX)));
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    track.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      held = null;
    });
  }

  /** @param {number} apart  pixels between the fingers before this move */
  function pinch(apart) {
    const middle = [...fingers.values()].reduce((a, b) => a + b) / 2;
    const factor = apart / Math.max(1, spread(fingers));
    view.show(zoomed(view.domain(), view.whole, factor, dayUnder(track, view, middle)));
  }

  /** @param {PointerEvent} event @param {number} day @returns {{drag: Drag, slack: number}} */
  function begin({ target }, day) {
    const { all } = view;
    const { from, to } = store.get();
    const handle = target instanceof Element ? target.closest(".axis-handle") : null;
    if (handle instanceof HTMLElement) {
      const end = endOf(handle);
      const off = (end === "from" ? from : to + 1) - day;
      handle.focus({ preventScroll: true });
      return {
        drag: (at) => stretched(store.get(), all, end, at + off, view.finest()),
        slack: 0,
      };
    }
    const { start, end } = view.domain();
    const fills = Math.max(start, all.from) >= from && Math.min(end, all.to + 1) <= to + 1;
    if (day >= from && day <= to + 1 && !fills) {
      return { drag: (at) => shifted({ from, to }, all, at - day, view.finest()), slack: SLACK };
    }
    return { drag: (at) => brushed(day, at, view), slack: SLACK };
  }
}

/** @param {Map<number, number>} fingers */
function spread(fingers) {
  const places = [...fingers.values()];
  return greatest(places) - least(places);
}

/** @param {number} a @param {number} b @param {View} view @returns {Span} the window from a to b */
function brushed(a, b, { all, finest }) {
  const [first, last] = [a, b].map((day) => Math.max(all.from, Math.min(day, all.to + 0.5)))
    .sort((one, other) => one - other);
  const seed = { from: Math.floor(first), to: all.to };
  const { from } = stretched(seed, all, "from", first, finest());
  return stretched({ from, to: from }, all, "to", Math.max(last, from + 1), finest());
}

/**
 * @param {HTMLElement} track
 * @param {View} view
 * @param {number} x  pixels across the page
 * @returns {number} days, with their fraction
 */
export function dayUnder(track, view, x) {
  const { left, right, width } = track.getBoundingClientRect();
  const rightToLeft = getComputedStyle(track).direction === "rtl";
  return dayAt(view.domain(), (rightToLeft ? right - x : x - left) / width);
}
