/**
 * The curve of a movement: a quadratic Bézier that bends to the left of its way, so that two
 * movements between the same places, there and back, never lie on each other.
 *
 * @typedef {[number, number]} Point
 * @typedef {import("mapgen/core/placement.js").Box} Box
 */

const STEPS = 32;
const APART = 8; // pixels; nothing that is written fits between two points of a curve
const MOST = 200; // points of a step, of a curve that is seen from very near
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

/**
 * @param {Point[]} points  of a curve, pixels
 * @param {Box} view  pixels
 * @returns {Box[]} points along the curve where it may be seen, as boxes without a size
 */
export function along(points, view) {
  return points.slice(1).flatMap(([x1, y1], i) => {
    const { [i]: [x0, y0] } = points;
    const seen = Math.max(x0, x1) >= view.left && Math.min(x0, x1) <= view.right &&
      Math.max(y0, y1) >= view.top && Math.min(y0, y1) <= view.bottom;
    if (!seen) return [];
    const parts = Math.min(MOST, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / APART));
    return Array.from({ length: parts }, (_, part) => {
      const [x, y] = [x0 + (x1 - x0) * part / parts, y0 + (y1 - y0) * part / parts];
      return { left: x, top: y, right: x, bottom: y };
    });
  });
}
