/**
 * Which events lie in a window of time. Their days stand in two plain columns, so that a window over
 * a million events is found within a few milliseconds.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} Days  of events, by their index
 * @property {Float64Array} starts  first day, included; NaN, which is in no window, if undated
 * @property {Float64Array} ends  last day, included; NaN if undated
 * @property {number[]} undated  indices
 *
 * @typedef {object} Window
 * @property {number} from  first day, included
 * @property {number} to  last day, included
 * @property {boolean} undated  whether events without a date are in it
 *
 * @typedef {object} Inside
 * @property {Uint8Array} shown  1 for each event that is in the window and passes, else 0
 * @property {number} count  of those
 */

/** @param {readonly HistoricalEvent[]} events @returns {Days} */
export function readDays(events) {
  const starts = new Float64Array(events.length).fill(NaN);
  const ends = new Float64Array(events.length).fill(NaN);
  /** @type {number[]} */
  const undated = [];
  let i = 0;
  for (const event of events) {
    if (event.dated) {
      starts[i] = event.earliest;
      ends[i] = event.latest;
    } else undated.push(i);
    i += 1;
  }
  return { starts, ends, undated };
}

/**
 * @param {Days} days
 * @param {Uint8Array} passing  1 for each event that passes the filters
 * @param {Window} window
 * @returns {Inside}
 */
export function inWindow({ starts, ends, undated }, passing, window) {
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
  return { shown, count };
}
