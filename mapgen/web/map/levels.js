/**
 * How far each event is shown, and which have changed since the last frame.
 *
 * @typedef {object} Levels
 * @property {() => Uint8Array} get  SHOWN, OUTSIDE or FILTERED for each event
 * @property {(listener: (changed: Int32Array) => void) => void} subscribe  told once a frame of the
 *   events that have changed, by their indices
 */

import { differing, levelsOf } from "mapgen/core/levels.js";

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {Levels}
 */
export function followLevels({ store }) {
  /** @type {((changed: Int32Array) => void)[]} */
  const listeners = [];
  let shown = store.shown();
  let levels = levelsOf(store.passing(), shown);
  let waits = false;

  store.subscribe(() => {
    if (store.shown() === shown) return;
    shown = store.shown();
    if (!waits) requestAnimationFrame(update);
    waits = true;
  });

  function update() {
    waits = false;
    const before = levels;
    levels = levelsOf(store.passing(), shown);
    const changed = differing(before, levels);
    if (changed.length > 0) { for (const listener of listeners) listener(changed); }
  }

  return { get: () => levels, subscribe: (listener) => void listeners.push(listener) };
}
