/**
 * The numbers of the events, column by column, the way mapgen/page/blocks.py writes them.
 *
 * @typedef {object} Columns
 * @property {Float64Array} earliest  first day, -Infinity for an open start and if undated
 * @property {Float64Array} latest  last day, Infinity for an open end and if undated
 * @property {Int32Array} place  index of a place, -1 for none
 * @property {Int32Array} to
 * @property {Int32Array} kind  index into the strings
 * @property {Int32Array} category  index of a category, -1 for none
 * @property {Int32Array} status  index into the strings
 * @property {Int32Array} source  index into the strings
 * @property {Int32Array} line  of the table
 * @property {Int32Array} flags  APPROXIMATE, UNCERTAIN, SENSITIVE, INSIDE, WORDED and SAID
 * @property {Int32Array} check  the lower 16 bits of the CRC-32 of the id
 * @property {Int32Array} tagsEnd  where the tags of an event end in `tags`
 * @property {Int32Array} tags  indices into the strings, those of all events
 * @property {Int32Array} [weight]  how many events each stands for; without it, one
 */

export const APPROXIMATE = 1;
export const UNCERTAIN = 2;
export const SENSITIVE = 4;
export const INSIDE = 8; // the image is in the page
export const WORDED = 16; // the words of the date are not those that its EDTF gives
export const SAID = 32; // nor these, and they are read as the same date

const LEAST_DAY = -(2 ** 31); // stands for an open start
const MOST_DAY = 2 ** 31 - 1; // stands for an open end

/**
 * @param {Uint8Array} bytes
 * @param {number} count  of events
 * @param {"Int32" | "Float64"} written  how the days are
 * @param {boolean} [weighted]  whether they have a weight
 * @returns {Columns}
 */
export function readColumns(bytes, count, written, weighted = false) {
  let at = 0;
  /** @param {number} [length] @returns {Int32Array} */
  const next = (length = count) => {
    const column = integers(bytes, at, length);
    at += 4 * length;
    return column;
  };
  /** @returns {Float64Array} */
  const doubles = () => {
    const column = new Float64Array(bytes.buffer, bytes.byteOffset + at, count);
    at += 8 * count;
    return column;
  };
  const days = written === "Float64"
    ? { earliest: doubles(), latest: doubles() }
    : daysFrom(sums(next()), next());
  const [place, to, kind, category, status, source] = Array.from({ length: 6 }, () => next());
  const [line, flags, check, tagsEnd] = [sums(next()), next(), next(), sums(next())];
  const tags = next(tagsEnd[count - 1] ?? 0);
  const read = { place, to, kind, category, status, source, line, flags, check, tagsEnd, tags };
  return { ...days, ...read, ...(weighted ? { weight: next() } : {}) };
}

/** @param {Uint8Array} bytes  the lowest of each integer first @param {number} at @param {number} n */
function integers(bytes, at, n) {
  const column = new Int32Array(n);
  const [b, c, d] = [at + n, at + 2 * n, at + 3 * n];
  for (let i = 0; i < n; i++) {
    column[i] = bytes[at + i] | bytes[b + i] << 8 | bytes[c + i] << 16 | bytes[d + i] << 24;
  }
  return column;
}

/** @param {Int32Array} steps @returns {Int32Array} the same array, each with those before it */
function sums(steps) {
  for (let i = 1; i < steps.length; i++) steps[i] += steps[i - 1];
  return steps;
}

/** @param {Int32Array} first @param {Int32Array} lasting  days from the first to the last */
function daysFrom(first, lasting) {
  const [earliest, latest] = [new Float64Array(first.length), new Float64Array(first.length)];
  for (let i = 0; i < first.length; i++) {
    const last = (first[i] + lasting[i]) | 0;
    earliest[i] = first[i] === LEAST_DAY ? -Infinity : first[i];
    latest[i] = last === MOST_DAY ? Infinity : last;
  }
  return { earliest, latest };
}

/**
 * @param {string} id
 * @returns {number} what `check` holds for an event of this id
 */
export function checkOf(id) {
  let rest = -1;
  for (const byte of new TextEncoder().encode(id)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest & 0xffff;
}
