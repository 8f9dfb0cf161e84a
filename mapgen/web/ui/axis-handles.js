/** The window of time: its two handles, and the veils over what lies outside. */

import { fractionOf, moved, stretched } from "mapgen/core/scale.js";
import { ceilTo, floorTo, keySteps } from "mapgen/core/ticks.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {"from" | "to"} End */
/** @typedef {import("mapgen/core/scale.js").Span} Span */
/** @typedef {import("mapgen/ui/axis-view.js").View} View */

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {View} view
 * @param {HTMLElement} track  gets the handles, and says where they are
 */
export function hangHandles({ words, store }, view, track) {
  const start = handle("from", words.axis.start);
  const end = handle("to", words.axis.end);
  const place = () => {
    const { from, to } = store.get();
    const domain = view.domain();
    track.style.setProperty("--axis-from", percent(fractionOf(domain, from)));
    track.style.setProperty("--axis-to", percent(fractionOf(domain, to + 1)));
  };
  const say = () => {
    const { from, to } = store.get();
    sayValue(start, from, view.all.from, to, view.text.day(from));
    sayValue(end, to, from, view.all.to, view.text.day(to));
  };
  for (const one of [start, end]) {
    one.addEventListener("keydown", (event) => {
      const window = windowAfter(event, endOf(one), store.get(), view);
      if (!window) return;
      event.preventDefault();
      store.set(window);
    });
  }
  track.append(
    element("div", { class: "axis-veil axis-veil-before" }),
    element("div", { class: "axis-veil axis-veil-after" }),
    element("div", { class: "axis-window" }),
    start,
    end,
  );
  view.subscribe(place);
  store.subscribe((state, before) => {
    if (state.from === before.from && state.to === before.to) return;
    place();
    say();
  });
  place();
  say();
}

/** @param {End} end @param {string} name */
function handle(end, name) {
  return element("div", {
    class: `axis-handle axis-handle-${end}`,
    role: "slider",
    tabindex: "0",
    "aria-label": name,
    "data-end": end,
  });
}

/** @param {HTMLElement} handle @returns {End} */
export const endOf = (handle) => /** @type {End} */ (handle.dataset.end);

/** @param {number} fraction */
const percent = (fraction) => `${(100 * Math.max(0, Math.min(1, fraction))).toFixed(4)}%`;

/**
 * @param {HTMLElement} handle
 * @param {number} now
 * @param {number} least
 * @param {number} most
 * @param {string} text
 */
function sayValue(handle, now, least, most, text) {
  handle.setAttribute("aria-valuemin", String(least));
  handle.setAttribute("aria-valuemax", String(most));
  handle.setAttribute("aria-valuenow", String(now));
  handle.setAttribute("aria-valuetext", text);
}

/**
 * @param {KeyboardEvent} event
 * @param {End} end
 * @param {Span} window
 * @param {View} view
 * @returns {Span | null} null where the key means nothing here
 */
function windowAfter({ key, shiftKey, ctrlKey, altKey, metaKey, target }, end, window, view) {
  if (ctrlKey || altKey || metaKey) return null;
  const { all } = view;
  const day = { unit: /** @type {const} */ ("day"), size: 1 };
  if (key === "Home") return stretched(window, all, end, all.from, day);
  if (key === "End") return stretched(window, all, end, all.to + 1, day);
  const way = wayOf(key, target);
  if (way === 0) return null;
  const steps = keySteps(view.step());
  const step = key.startsWith("Page") ? steps.large : steps.small;
  const edge = end === "from" ? window.from : window.to + 1;
  const next = way > 0 ? ceilTo(edge + 1, step) : floorTo(edge - 1, step);
  if (shiftKey) return moved(window, all, next - edge);
  return held(window, all, end, next);
}

/** @param {Span} window @param {Span} all @param {End} end @param {number} edge @returns {Span} */
function held({ from, to }, all, end, edge) {
  if (end === "from") return { from: Math.max(all.from, Math.min(edge, to)), to };
  return { from, to: Math.min(all.to, Math.max(edge - 1, from)) };
}

/** @param {string} key @param {EventTarget | null} target @returns {number} 1 later, -1 earlier, else 0 */
function wayOf(key, target) {
  const rightToLeft = target instanceof Element && getComputedStyle(target).direction === "rtl";
  if (key === "ArrowRight") return rightToLeft ? -1 : 1;
  if (key === "ArrowLeft") return rightToLeft ? 1 : -1;
  if (key === "ArrowUp" || key === "PageUp") return 1;
  return key === "ArrowDown" || key === "PageDown" ? -1 : 0;
}
