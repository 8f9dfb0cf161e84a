/**
 * How far each event is shown, and which have changed since the last frame.
 *
 * @typedef {object} Levels
 * @property {() => Uint8Array} get  SHOWN, OUTSIDE or FILTERED for each event
 * @property {(listener: (changed: number[]) => void) => void} subscribe  told once a frame
 */

import { shownEvents } from "mapgen/core/filter.js";

export const FILTERED = 0; // by a filter
export const OUTSIDE = 1; // of the window, though no filter stops it
export const SHOWN = 2;

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {Levels}
 */
export function followLevels({ collection: { events }, store }) {
  /** @type {((changed: number[]) => void)[]} */
  const listeners = [];
  let passing = shownEvents(events, store.get(), "window");
  let shown = store.shown();
  let waits = false;
  const compute = () =>
    Uint8Array.from(shown, (is, i) => is ? SHOWN : passing[i] ? OUTSIDE : FILTERED);
  let levels = compute();

  store.subscribe((state, before) => {
    if (store.shown() === shown) return;
    shown = store.shown();
    const { categories, statuses, tags, query } = state;
    const filtered = categories !== before.categories || statuses !== before.statuses ||
      tags !== before.tags || query !== before.query;
    if (filtered) passing = shownEvents(events, state, "window");
    if (!waits) requestAnimationFrame(update);
    waits = true;
  });

  function update() {
    waits = false;
    const before = levels;
    levels = compute();
    /** @type {number[]} */
    const changed = [];
    levels.forEach((level, i) => level !== before[i] && changed.push(i));
    if (changed.length > 0) { for (const listener of listeners) listener(changed); }
  }

  return { get: () => levels, subscribe: (listener) => void listeners.push(listener) };
}
