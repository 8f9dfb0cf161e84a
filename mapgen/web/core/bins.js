/**
 * Counts what goes on in each bin of the axis. The days are sorted once; a count is then two searches,
 * however many events there are: those that have begun before a bin ends, less those that ended before
 * it began.
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
 */

/** @param {HistoricalEvent} event @returns {boolean} whether the histogram counts it: a period is a band */
export const counted = ({ dated, kind }) => dated && kind !== "period";

/**
 * @param {HistoricalEvent[]} events
 * @param {(event: HistoricalEvent) => boolean} keep
 * @returns {Sorted}
 */
export function sortDays(events, keep) {
  const kept = events.filter((event) => counted(event) && keep(event));
  return {
    starts: Float64Array.from(kept, ({ earliest }) => earliest).sort(),
    ends: Float64Array.from(kept, ({ latest }) => latest).sort(),
  };
}

/**
 * @param {HistoricalEvent[]} events
 * @param {Uint8Array} passing  1 for each event that passes the filters
 * @returns {Omit<Tally, "all">}
 */
export function tally(events, passing) {
  const shown = sortDays(events, ({ index }) => passing[index] === 1);
  const firm = sortDays(
    events,
    ({ index, approximate, uncertain }) => passing[index] === 1 && !approximate && !uncertain,
  );
  return { shown, firm };
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
