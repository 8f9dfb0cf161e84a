/**
 * Where a mark of several places stands: amid their events, and never on land where none of them is,
 * nor in the sea if more of the events were on land.
 *
 * @typedef {object} Ground  what lies under the points and around them
 * @property {(point: number) => number} of  the land of a point, NO_LAND for the sea
 * @property {(x: number, y: number) => number} at  the land at a place
 *
 * @typedef {object} Points
 * @property {ArrayLike<number>} xs
 * @property {ArrayLike<number>} ys
 * @property {ArrayLike<number>} counts  of the events of each
 */

import { NO_LAND } from "mapgen/core/lands.js";

const STEPS = 24; // between the middle and a point, at which land is looked for

/**
 * @param {Points} points
 * @param {Ground} ground
 * @param {ArrayLike<number>} members  some of the points
 * @returns {[number, number]} in the convex hull of them
 */
export function standOf(points, ground, members) {
  const { xs, ys } = points;
  if (members.length === 1) return [xs[members[0]], ys[members[0]]];
  const [x, y] = middleOf(points, members);
  const land = ground.at(x, y);
  if (isHome(points, ground, members, land)) return [x, y];
  const nearest = nearestOnLand(points, ground, members, [x, y]);
  if (nearest < 0) return [x, y];
  const home = ground.of(nearest);
  for (let step = 1; step < STEPS; step++) {
    const [right, down] = [xs[nearest] - x, ys[nearest] - y].map((way) => (way * step) / STEPS);
    if (ground.at(x + right, y + down) === home) return [x + right, y + down];
  }
  return [xs[nearest], ys[nearest]];
}

/** @param {Points} points @param {ArrayLike<number>} members @returns {[number, number]} */
function middleOf({ xs, ys, counts }, members) {
  let [x, y, count] = [0, 0, 0];
  for (let i = 0; i < members.length; i++) {
    const { [i]: point } = members;
    x += xs[point] * counts[point];
    y += ys[point] * counts[point];
    count += counts[point];
  }
  return [x / count, y / count];
}

/**
 * @param {Points} points
 * @param {Ground} ground
 * @param {ArrayLike<number>} members
 * @param {number} land
 * @returns {boolean} whether any of them is there; of the sea, whether half of their events are
 */
function isHome({ counts }, ground, members, land) {
  let [there, all] = [0, 0];
  for (let i = 0; i < members.length; i++) {
    const is = ground.of(members[i]) === land;
    if (is && land !== NO_LAND) return true;
    if (is) there += counts[members[i]];
    all += counts[members[i]];
  }
  return land === NO_LAND && 2 * there >= all;
}

/**
 * @param {Points} points
 * @param {Ground} ground
 * @param {ArrayLike<number>} members
 * @param {[number, number]} middle
 * @returns {number} the point, -1 if none is on land
 */
function nearestOnLand({ xs, ys }, ground, members, [x, y]) {
  let [nearest, least] = [-1, Infinity];
  for (let i = 0; i < members.length; i++) {
    const { [i]: point } = members;
    const away = Math.hypot(xs[point] - x, ys[point] - y);
    if (away < least && ground.of(point) !== NO_LAND) [nearest, least] = [point, away];
  }
  return nearest;
}
