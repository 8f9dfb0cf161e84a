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

import { breathe } from "mapgen/core/breathe.js";
import { differing, levelsOf } from "mapgen/core/levels.js";
import { finished, sliceOf } from "mapgen/core/steps.js";
import { Tallies } from "mapgen/core/tallies.js";

const MANY = 200_000; // events; of more, the map follows in tasks of its own

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
  finished(tallies.counting(levels));
  let follows = false;

  const ask = () => {
    if (store.shown() === shown || follows) return;
    follows = true;
    requestAnimationFrame(follow);
  };
  store.subscribe(ask);

  async function follow() {
    if (levels.length > MANY) await breathe();
    shown = store.shown();
    const next = levelsOf(store.passing(), shown);
    const changed = differing(levels, next);
    const work = tallies.recounting(next, changed);
    let step = sliceOf(work);
    for (; !step.done; step = sliceOf(work)) await breathe();
    levels = next;
    for (const listener of changed.length > 0 ? listeners : []) listener(step.value, changed);
    follows = false;
    ask();
  }

  return { get: () => levels, tallies, subscribe: (listener) => void listeners.push(listener) };
}
