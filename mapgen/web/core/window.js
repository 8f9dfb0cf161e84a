/**
 * Which events lie in a window of time. Their days stand in two plain columns, so that a window over
 * a million events is found within a few milliseconds.
 *
 * @typedef {object} Days  of events, by their index
 * @property {Float64Array} starts  first day, included; NaN, which is in no window, if undated
 * @property {Float64Array} ends  last day, included; NaN if undated
 * @property {number[]} undated  indices
 * @property {Int32Array} [weight]  how many events each stands for; without it, one
 *
 * @typedef {object} Window
 * @property {number} from  first day, included
 * @property {number} to  last day, included
 * @property {boolean} undated  whether events without a date are in it
 *
 * @typedef {object} Inside
 * @property {Uint8Array} shown  1 for each event that is in the window and passes, else 0
 * @property {number} count  how many events those stand for
 */

/** @param {import("mapgen/core/columns.js").Columns} columns @returns {Days} */
export function readDays({ earliest, latest, weight }) {
  /** @type {number[]} */
  const undated = [];
  for (let i = 0; i < earliest.length; i++) {
    if (earliest[i] === -Infinity && latest[i] === Infinity) undated.push(i);
  }
  if (undated.length === 0) return { starts: earliest, ends: latest, undated, weight };
  const [starts, ends] = [earliest.slice(), latest.slice()];
  for (const i of undated) starts[i] = ends[i] = NaN;
  return { starts, ends, undated, weight };
}

/**
 * @param {Days} days
 * @param {Uint8Array} passing  1 for each event that passes the filters
 * @param {Window} window
 * @returns {Inside}
 */
export function inWindow({ starts, ends, undated, weight }, passing, window) {
  const { from, to } = window;
  const { length } = passing;
  const shown = new Uint8Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (passing[i] === 1 && starts[i] <= to && ends[i] >= from) {
      shown[i] = 1;
      count += 1;
    }
  }
  if (window.undated) {
    for (const i of undated) {
      shown[i] = passing[i];
      count += passing[i];
    }
  }
  return { shown, count: weight ? sumOf(weight, shown) : count };
}

/** @param {Int32Array} weight @param {Uint8Array} shown @returns {number} of those that are shown */
function sumOf(weight, shown) {
  let sum = 0;
  for (let i = 0; i < shown.length; i++) sum += weight[i] * shown[i];
  return sum;
}
