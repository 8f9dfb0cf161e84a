/**
 * The curve of a movement: a quadratic Bézier that bends to the left of its way, so that two
 * movements between the same places, there and back, never lie on each other.
 *
 * @typedef {[number, number]} Point
 */

const STEPS = 32;
const BEND = 0.18; // of the distance; the next movement on the same way bends as much more

/**
 * @param {Point} start
 * @param {Point} end
 * @param {number} lane  0 for the first movement on this way, 1 for the next
 * @returns {Point[]} STEPS + 1 points, both ends included
 */
export function bend([x0, y0], [x1, y1], lane) {
  const bow = BEND * (lane + 1);
  const cx = (x0 + x1) / 2 + (y1 - y0) * bow;
  const cy = (y0 + y1) / 2 - (x1 - x0) * bow;
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1];
  });
}
