/** Sorts many whole numbers at once without comparing any two: by their digits, the last first. */

const DIGIT = 16; // bits
const VALUES = 2 ** DIGIT;
const LAST = VALUES - 1;
const FEW = 2000; // numbers, which are sorted faster by comparing them
const MOST = 2 ** 32; // from the least to the greatest; days of 12 million years

/**
 * @param {Float64Array} values  whole numbers, endless ones too
 * @returns {Uint32Array} their indices, the least value first; of the same value in order of index
 */
export function orderOf(values) {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (isSorted(values)) return order;
  const [first, last] = span(values);
  if (values.length < FEW || last - first >= MOST) {
    return order.sort((a, b) => compare(values[a], values[b]) || a - b);
  }
  const keys = new Uint32Array(values.length);
  for (let i = 0; i < keys.length; i++) {
    keys[i] = Math.max(first, Math.min(values[i], last)) - first;
  }
  return byDigit(byDigit(order, keys, 0), keys, DIGIT);
}

/** @param {Float64Array} values */
function isSorted(values) {
  for (let i = 1; i < values.length; i++) if (values[i - 1] > values[i]) return false;
  return true;
}

/**
 * @param {Float64Array} values
 * @returns {number[]} one below all that are finite, and one above them
 */
function span(values) {
  let [first, last] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < first && value !== -Infinity) first = value;
    if (value > last && value !== Infinity) last = value;
  }
  return [first - 1, last + 1];
}

/** @param {number} a @param {number} b  endless ones too, whose difference is no number */
const compare = (a, b) => a === b ? 0 : a < b ? -1 : 1;

/**
 * @param {Uint32Array} order
 * @param {Uint32Array} keys  by index
 * @param {number} shift  bits after the digit
 * @returns {Uint32Array} the same indices by that digit, those that share it in the order they had
 */
function byDigit(order, keys, shift) {
  const places = new Uint32Array(VALUES + 1);
  for (let i = 0; i < keys.length; i++) places[((keys[i] >>> shift) & LAST) + 1] += 1;
  for (let value = 0; value < VALUES; value++) places[value + 1] += places[value];
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const value = (keys[order[i]] >>> shift) & LAST;
    sorted[places[value]] = order[i];
    places[value] += 1;
  }
  return sorted;
}
