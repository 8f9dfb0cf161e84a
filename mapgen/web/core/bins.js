/**
 * Counts what goes on in each bin of the axis. The days are sorted once; a count is then two searches,
 * however many events there are: those that have begun before a bin ends, less those that ended before
 * it began. What passes a filter is picked out of the sorted days, and so is sorted too.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} Sorted  the days of some events, in order
 * @property {Float64Array} starts
 * @property {Float64Array} ends
 *
 * @typedef {object} Tally
 * @property {Sorted} all
 * @property {Sorted} shown  those that pass the filters
 * @property {Sorted} firm  those of them whose date is neither approximate nor uncertain
 *
 * @typedef {object} Calendar  the days of all events that are counted, and whose they are
 * @property {Sorted} all
 * @property {Uint32Array} byStart  index of the event of each start
 * @property {Uint32Array} byEnd
 * @property {Uint8Array} firm  1 for each event whose date is neither approximate nor uncertain
 */

import { orderOf } from "mapgen/core/order.js";

/** @param {HistoricalEvent} event @returns {boolean} whether the histogram counts it: a period is a band */
export const counted = ({ dated, kind }) => dated && kind !== "period";

/** @param {HistoricalEvent[]} events @returns {Calendar} */
export function calendarOf(events) {
  const kept = new Uint32Array(events.length);
  const firm = new Uint8Array(events.length);
  const [starts, ends] = [new Float64Array(events.length), new Float64Array(events.length)];
  let length = 0;
  for (const event of events) {
    if (!counted(event)) continue;
    kept[length] = event.index;
    starts[length] = event.earliest;
    ends[length] = event.latest;
    firm[event.index] = Number(!event.approximate && !event.uncertain);
    length += 1;
  }
  const begun = orderOf(starts.subarray(0, length));
  const ended = orderOf(ends.subarray(0, length));
  const all = { starts: picked(starts, begun), ends: picked(ends, ended) };
  return { all, byStart: picked(kept, begun), byEnd: picked(kept, ended), firm };
}

/**
 * @param {Calendar} calendar
 * @param {Uint8Array} passing  1 for each event that passes the filters
 * @returns {Tally}
 */
export function tally({ all, byStart, byEnd, firm }, passing) {
  const both = passing.map((is, event) => is & firm[event]);
  const [shown, sure] = [passing, both].map((mask) => ({
    starts: masked(all.starts, byStart, mask),
    ends: masked(all.ends, byEnd, mask),
  }));
  return { all, shown, firm: sure };
}

/**
 * @template {Float64Array | Uint32Array} Column
 * @param {Column} column
 * @param {Uint32Array} order
 * @returns {Column} in that order
 */
function picked(column, order) {
  const made = /** @type {Column} */ (column.slice(0, order.length));
  for (let i = 0; i < order.length; i++) made[i] = column[order[i]];
  return made;
}

/**
 * @param {Float64Array} days  in order
 * @param {Uint32Array} events  whose days they are
 * @param {Uint8Array} mask  by event
 * @returns {Float64Array} the days of those whose mask is 1
 */
function masked(days, events, mask) {
  const made = new Float64Array(days.length);
  let length = 0;
  for (let i = 0; i < days.length; i++) if (mask[events[i]] === 1) made[length++] = days[i];
  return made.slice(0, length);
}

/**
 * @param {Sorted} days
 * @param {import("mapgen/core/scale.js").Domain} domain
 * @param {number} bins
 * @returns {number[]} for each bin, how many events go on in it for at least one day
 */
export function countBins({ starts, ends }, { start, end }, bins) {
  const length = (end - start) / bins;
  return Array.from({ length: bins }, (_, bin) => {
    const left = start + bin * length;
    return below(starts, left + length) - below(ends, left - 1, true);
  });
}

/**
 * @param {Float64Array} sorted
 * @param {number} limit
 * @param {boolean} [equal]  whether those that equal the limit count too
 * @returns {number} how many are below the limit
 */
function below(sorted, limit, equal = false) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < limit || (equal && sorted[middle] === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {number[]} counts
 * @param {number} most  the count that is as high as the drawing
 * @returns {string} path of an SVG one unit wide for each bin, and one unit high
 */
export function skyline(counts, most) {
  let path = "";
  let open = false;
  counts.forEach((count, bin) => {
    const top = (1 - barHeight(count, most)).toFixed(3);
    if (count > 0) path += open ? `V${top}h1` : `M${bin} 1V${top}h1`;
    else if (open) path += "V1z";
    open = count > 0;
  });
  return open ? `${path}V1z` : path;
}

const LEAST = 0.08; // of the height: one event among thousands is still seen

/** @param {number} count @param {number} most */
const barHeight = (count, most) => LEAST + (1 - LEAST) * Math.sqrt(count / most);
