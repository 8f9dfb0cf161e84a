/**
 * Counts what goes on in each bin of the axis, in one walk over the days: an event is one more from
 * the bin in which it begins, and one less after the bin in which it ends.
 *
 * @typedef {object} Calendar  the days of all events, and which are counted how
 * @property {Float64Array} earliest
 * @property {Float64Array} latest
 * @property {Int32Array} [weight]  how many events each stands for; without it, one
 * @property {Uint8Array} traits  NONE, COUNTED or FIRM for each event
 *
 * @typedef {object} Bins  for each bin, how many events go on in it for at least one day
 * @property {Float64Array} all
 * @property {Float64Array} shown  those that pass the filters
 * @property {Float64Array} firm  those of them whose date is neither approximate nor uncertain
 */

import { APPROXIMATE, UNCERTAIN } from "mapgen/core/columns.js";

const NONE = 0; // of the histogram: it has no date, or is a period, which is a band
const COUNTED = 1;
const FIRM = 2; // and its date is neither approximate nor uncertain
const STEP = 100_000; // events that are counted without a pause

/** @param {import("mapgen/payload.js").Collection} collection @returns {Calendar} */
export function calendarOf({ columns, strings }) {
  const { earliest, latest, weight, kind, flags } = columns;
  const period = strings.indexOf("period");
  const traits = new Uint8Array(earliest.length);
  for (let i = 0; i < traits.length; i++) {
    const dated = earliest[i] !== -Infinity || latest[i] !== Infinity;
    if (!dated || kind[i] === period) traits[i] = NONE;
    else traits[i] = flags[i] & (APPROXIMATE | UNCERTAIN) ? COUNTED : FIRM;
  }
  return { earliest, latest, weight, traits };
}

/**
 * Counts in steps.
 *
 * @param {Calendar} calendar
 * @param {Uint8Array} passing  1 for each event that passes the filters
 * @param {import("mapgen/core/scale.js").Domain} domain
 * @param {number} bins
 * @returns {Generator<void, Bins>}
 */
export function* countingBins({ earliest, latest, weight, traits }, passing, { start, end }, bins) {
  const length = (end - start) / bins;
  const edges = Float64Array.from({ length: bins }, (_, bin) => start + bin * length);
  const [all, shown, firm] = [0, 1, 2].map(() => new Float64Array(bins + 1));
  for (let i = 0; i < traits.length; i++) {
    if (i % STEP === STEP - 1) yield;
    if (traits[i] === NONE) continue;
    const first = binOf(edges, length, earliest[i]);
    const after = binAfter(edges, length, latest[i]);
    if (first >= after) continue;
    const by = weight ? weight[i] : 1;
    all[first] += by;
    all[after] -= by;
    if (passing[i] === 0) continue;
    shown[first] += by;
    shown[after] -= by;
    if (traits[i] !== FIRM) continue;
    firm[first] += by;
    firm[after] -= by;
  }
  return { all: summed(all), shown: summed(shown), firm: summed(firm) };
}

/**
 * @param {Float64Array} edges  first day of each bin, or a part of it
 * @param {number} length  of a bin, days
 * @param {number} day
 * @returns {number} the first bin that ends after it has begun; a quotient may miss an edge by one
 */
function binOf(edges, length, day) {
  let bin = Math.max(0, Math.min(edges.length, Math.floor((day - edges[0]) / length)));
  while (bin < edges.length && edges[bin] + length <= day) bin += 1;
  while (bin > 0 && edges[bin - 1] + length > day) bin -= 1;
  return bin;
}

/**
 * @param {Float64Array} edges
 * @param {number} length
 * @param {number} day
 * @returns {number} the first bin that begins when it has ended
 */
function binAfter(edges, length, day) {
  let bin = Math.max(0, Math.min(edges.length, Math.ceil((day + 1 - edges[0]) / length)));
  while (bin < edges.length && edges[bin] < day + 1) bin += 1;
  while (bin > 0 && edges[bin - 1] >= day + 1) bin -= 1;
  return bin;
}

/** @param {Float64Array} steps @returns {Float64Array} each with those before it, but for the last */
function summed(steps) {
  for (let bin = 1; bin < steps.length; bin++) steps[bin] += steps[bin - 1];
  return steps.subarray(0, -1);
}

/**
 * @param {ArrayLike<number>} counts
 * @param {number} most  the count that is as high as the drawing
 * @returns {string} path of an SVG one unit wide for each bin, and one unit high
 */
export function skyline(counts, most) {
  let path = "";
  let open = false;
  for (let bin = 0; bin < counts.length; bin++) {
    const { [bin]: count } = counts;
    const top = (1 - barHeight(count, most)).toFixed(3);
    if (count > 0) path += open ? `V${top}h1` : `M${bin} 1V${top}h1`;
    else if (open) path += "V1z";
    open = count > 0;
  }
  return open ? `${path}V1z` : path;
}

const LEAST = 0.08; // of the height: one event among thousands is still seen

/** @param {number} count @param {number} most */
const barHeight = (count, most) => LEAST + (1 - LEAST) * Math.sqrt(count / most);
