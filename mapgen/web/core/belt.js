/**
 * Around which meridian a story lies together. Longitudes go from -180 to 180, and so a story of the
 * Pacific would stand at both edges of the map: its world begins where the globe is emptiest.
 */
/** The western edge of the world as it is usually shown, degrees. */
export const USUAL = -180;

const TURN = 360; // degrees
const LEAST_GAP = 30; // degrees; a world begins in no narrower one, though a line crosses its edge
const WORTH = 0.75; // of the usual width; a story that gets no narrower stays as it is usually shown
const NEARLY = 1e-6; // degrees

/** The degrees of longitude of which a story tells. */
export class Belt {
  #steps = new Int32Array(2 * TURN + 1); // of the count of spans over each degree, from -180 on
  #crossed = false; // whether one goes on beyond 180

  /**
   * @param {number} lon  where a span begins, -180 to 180
   * @param {number} [length]  how far it goes to the east, less than a turn; a point has no length
   */
  add(lon, length = 0) {
    const from = (lon - USUAL) % TURN;
    const first = Math.floor(from);
    const last = Math.max(first + 1, Math.ceil(from + length - NEARLY));
    this.#steps[first] += 1;
    this.#steps[last] -= 1;
    this.#crossed ||= last > TURN;
  }

  /** @param {number} lon @param {number} to  where a line goes from there, the short way */
  addLine(lon, to) {
    const length = beside(to, lon) - lon;
    if (length < 0) this.add(to, -length);
    else this.add(lon, length);
  }

  /** @returns {number} where the world of the story begins in the west, more than -360 to 0 */
  west() {
    const filled = this.#filled();
    if (filled.length === 0) return USUAL;
    const { start, length } = widestGap(filled);
    const usual = filled[filled.length - 1] - filled[0] + 1;
    const worth = this.#crossed ? length >= LEAST_GAP : TURN - length <= WORTH * usual;
    if (!worth) return USUAL;
    const west = USUAL + start + length / 2;
    return west > 0 ? west - TURN : west;
  }

  /** @returns {number[]} the degrees that are not empty, from 0 to 359 */
  #filled() {
    const counts = new Int32Array(TURN);
    let count = 0;
    for (let i = 0; i < 2 * TURN; i++) counts[i % TURN] += count += this.#steps[i];
    return [...counts.keys()].filter((degree) => counts[degree] > 0);
  }
}

/** @param {number[]} filled  degrees, ascending @returns the widest run of others around the globe */
function widestGap(filled) {
  let [start, length] = [0, 0];
  filled.forEach((degree, i) => {
    const next = filled[i + 1] ?? filled[0] + TURN;
    if (next - degree - 1 > length) [start, length] = [degree + 1, next - degree - 1];
  });
  return { start, length };
}

/**
 * @param {number} lon
 * @param {number} west  where the world begins
 * @returns {number} the same meridian in that world
 */
export function within(lon, west) {
  if (lon > west && lon <= west + TURN) return lon;
  return lon - TURN * (Math.ceil((lon - west) / TURN) - 1);
}

/**
 * @param {number} lon
 * @param {number} other
 * @returns {number} the same meridian, counted on beyond 180 where that is nearer to the other
 */
export function beside(lon, other) {
  return Math.abs(other - lon) > TURN / 2 ? lon + TURN * Math.round((other - lon) / TURN) : lon;
}
