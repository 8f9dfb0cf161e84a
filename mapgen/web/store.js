/**
 * The one state of a page: who changes it says so here, who shows it is told.
 *
 * @typedef {object} State
 * @property {number} place  index of the place whose popup is open, -1 for none
 *
 * @typedef {(state: State, before: State) => void} Listener
 *
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(change: Partial<State>) => void} set  does nothing where nothing changes
 * @property {(listener: Listener) => void} subscribe
 */

/** @returns {Store} a store in which nothing is selected */
export function createStore() {
  /** @type {State} */
  let state = { place: -1 };
  /** @type {Listener[]} */
  const listeners = [];
  return {
    get: () => state,
    set(change) {
      const before = state;
      const after = { ...before, ...change };
      if (sameState(before, after)) return;
      state = after;
      for (const listener of listeners) listener(after, before);
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** @param {State} a @param {State} b */
function sameState(a, b) {
  return a.place === b.place;
}
