/** How far an event is shown: at all, in the window, or not for a filter. */

export const FILTERED = 0; // by a filter
export const OUTSIDE = 1; // of the window, though no filter stops it
export const SHOWN = 2;

/**
 * @param {Uint8Array} passing  1 for each event that passes the filters
 * @param {Uint8Array} shown  1 for those of them that are in the window
 * @returns {Uint8Array} FILTERED, OUTSIDE or SHOWN for each event
 */
export function levelsOf(passing, shown) {
  const levels = new Uint8Array(passing.length);
  for (let i = 0; i < levels.length; i++) levels[i] = passing[i] + shown[i];
  return levels;
}

/**
 * @param {Uint8Array} before
 * @param {Uint8Array} after
 * @returns {Int32Array} the indices at which they differ, in order
 */
export function differing(before, after) {
  let length = 0;
  for (let i = 0; i < after.length; i++) if (before[i] !== after[i]) length += 1;
  const changed = new Int32Array(length);
  for (let i = after.length; length > 0; i--) if (before[i] !== after[i]) changed[--length] = i;
  return changed;
}
