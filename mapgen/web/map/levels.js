/**
 * How far each event is shown, what that leaves of each place, and what has changed since the last
 * frame.
 *
 * @typedef {(touched: Uint8Array, changed: Int32Array) => void} Listener  hears 1 for each place
 *   that may show something else now, and which events have changed, by their indices
 *
 * @typedef {object} Levels
 * @property {() => Uint8Array} get  SHOWN, OUTSIDE or FILTERED for each event
 * @property {Tallies} tallies  what each place shows
 * @property {(listener: Listener) => void} subscribe  told once a frame
 */

import { differing, levelsOf } from "mapgen/core/levels.js";
import { Tallies } from "mapgen/core/tallies.js";

const MANY = 200_000; // events; of more, the map follows in a task of its own

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {Levels}
 */
export function followLevels({ store, collection }) {
  /** @type {Listener[]} */
  const listeners = [];
  const tallies = new Tallies(collection);
  let shown = store.shown();
  let levels = levelsOf(store.passing(), shown);
  tallies.count(levels);
  let waits = false;

  store.subscribe(() => {
    if (store.shown() === shown) return;
    shown = store.shown();
    if (!waits) requestAnimationFrame(levels.length > MANY ? () => setTimeout(update) : update);
    waits = true;
  });

  function update() {
    waits = false;
    const before = levels;
    levels = levelsOf(store.passing(), shown);
    const changed = differing(before, levels);
    if (changed.length === 0) return;
    const touched = tallies.recount(levels, changed);
    for (const listener of listeners) listener(touched, changed);
  }

  return { get: () => levels, tallies, subscribe: (listener) => void listeners.push(listener) };
}
