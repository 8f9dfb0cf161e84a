/**
 * The one state of a page: who changes it says so here, who shows it is told.
 *
 * @typedef {object} State
 * @property {number} from  first day of the window, included
 * @property {number} to  last day of the window, included
 * @property {boolean} undated  whether events without a date are shown
 * @property {ReadonlySet<number>} categories  the chosen ones, by index; empty shows all
 * @property {ReadonlySet<string>} statuses  the chosen ones; empty shows all
 * @property {ReadonlySet<string>} tags  the chosen ones; empty shows all
 * @property {string} query  what is searched for, "" for nothing
 * @property {Uint8Array | null} [hits]  1 for each event found so far, else 0; null where a search
 *   reads all texts at once
 * @property {number} event  index of the selected event, -1 for none
 * @property {number} place  index of the place whose popup is open, -1 for none
 *
 * @typedef {(state: State, before: State) => void} Listener
 *
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(change: Partial<State>) => void} set  does nothing where nothing changes
 * @property {() => void} reset  shows everything again; keeps what is selected
 * @property {(listener: Listener) => void} subscribe
 * @property {() => Uint8Array} shown  1 for each event that is shown, else 0
 * @property {() => Uint8Array} passing  the same, whatever the window; what changes is another array
 * @property {() => number} count  how many events those stand for
 */

import { shownEvents } from "mapgen/core/filter.js";
import { inWindow, readDays } from "mapgen/core/window.js";

/** What decides, with the window, which events are shown; all else is only looked at. */
const FILTERS = /** @type {const} */ (["categories", "statuses", "tags", "query", "hits"]);
const WINDOW = /** @type {const} */ (["from", "to", "undated"]);

/**
 * @param {import("mapgen/payload.js").Collection} collection
 * @returns {Store} a store that shows every event
 */
export function createStore(collection) {
  const { columns, count, first, last } = collection;
  const everything = {
    from: first,
    to: last,
    undated: true,
    categories: new Set(),
    statuses: new Set(),
    tags: new Set(),
    query: "",
  };
  /** @type {State} */
  let state = { ...everything, event: -1, place: -1 };
  const days = readDays(columns);
  /** @type {Uint8Array} */
  let passing = new Uint8Array(count).fill(1);
  let inside = inWindow(days, passing, state);
  /** @type {Listener[]} */
  const listeners = [];

  /** @param {Partial<State>} change */
  function set(change) {
    const before = state;
    const after = { ...before, ...change };
    if (same(before, after, /** @type {(keyof State)[]} */ (Object.keys(after)))) return;
    state = after;
    const filtered = !same(before, after, FILTERS);
    if (filtered) passing = shownEvents(collection, state, "window");
    if (filtered || !same(before, after, WINDOW)) inside = inWindow(days, passing, state);
    for (const listener of listeners) listener(after, before);
  }

  return {
    get: () => state,
    set,
    reset: () => set(everything),
    subscribe: (listener) => void listeners.push(listener),
    shown: () => inside.shown,
    passing: () => passing,
    count: () => inside.count,
  };
}

/**
 * @param {State} a
 * @param {State} b
 * @param {readonly (keyof State)[]} names
 */
function same(a, b, names) {
  return names.every((name) => {
    const [one, other] = [a[name], b[name]];
    if (one instanceof Set && other instanceof Set) {
      return one.size === other.size && [...one].every((each) => other.has(each));
    }
    return Object.is(one, other);
  });
}
