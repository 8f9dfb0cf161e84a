/** Finds the way through a story of which only some events are shown. */

/** @type {WeakMap<Uint8Array, Uint32Array>} */
const known = new WeakMap();

/**
 * @param {Uint8Array} shown  1 for each event that is shown; what is shown later is another array
 * @returns {Uint32Array} the indices of the shown events, in order; found once
 */
export function shownIndices(shown) {
  const indices = known.get(shown) ?? indicesIn(shown);
  known.set(shown, indices);
  return indices;
}

/** @param {Uint8Array} shown */
function indicesIn(shown) {
  const indices = new Uint32Array(shown.length);
  let length = 0;
  for (let index = 0; index < shown.length; index++) if (shown[index]) indices[length++] = index;
  return indices.subarray(0, length);
}

/** @param {number} length @returns {Uint32Array} every index below it, in order */
export const everyIndex = (length) => shownIndices(new Uint8Array(length).fill(1));

/**
 * @param {ArrayLike<number>} indices  in order
 * @param {number} index  an event's, -1 before the first
 * @returns {number} how many of the indices are smaller
 */
export function before(indices, index) {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (indices[middle] < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {ArrayLike<number>} indices  of the shown events, in order
 * @param {number} index  of the selected event, shown or not, -1 for none
 * @returns {{previous: number, next: number}} -1 where there is none
 */
export function neighbours(indices, index) {
  const at = before(indices, index);
  const next = indices[at] === index ? at + 1 : at;
  return { previous: indices[at - 1] ?? -1, next: indices[next] ?? -1 };
}
