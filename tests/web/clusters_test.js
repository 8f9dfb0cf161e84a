import { assert, assertEquals } from "./assert.js";
import { clustering, membersOf } from "mapgen/core/clusters.js";
import { NO_LAND } from "mapgen/core/lands.js";
import { finished } from "mapgen/core/steps.js";

/** @param {Parameters<typeof clustering>} points */
const cluster = (...points) => finished(clustering(...points));

/** @param {number} count */
const sizeOf = (count) => Math.min(72, 20 + 4 * count);

/** @param {[number, number, number][]} points  x, y, count */
function members(points) {
  const [xs, ys, counts] = [0, 1, 2].map((column) => points.map((point) => point[column]));
  return listed(cluster(xs, ys, counts, sizeOf, 72)).map((mark) => mark.members);
}

/** @param {import("mapgen/core/clusters.js").Groups} groups */
function listed(groups) {
  return [...groups.seeds].map((seed, mark) => ({
    seed,
    x: groups.xs[mark],
    y: groups.ys[mark],
    count: groups.counts[mark],
    members: [...membersOf(groups, mark)],
  }));
}

Deno.test("marks that stand apart stay apart, the one with the most events first", () => {
  assertEquals(members([[0, 0, 1], [100, 0, 5]]), [[1], [0]]);
});

Deno.test("marks that would touch become one, amid their events", () => {
  const [mark, ...others] = listed(cluster([0, 18], [0, 6], [1, 5], sizeOf, 72));

  assertEquals(others, []);
  assertEquals(mark, { seed: 1, x: 15, y: 5, count: 6, members: [0, 1] });
});

Deno.test("marks that touch once they stand amid their events become one too", () => {
  // the first takes in those at 25, is 56 wide and reaches 36 far: to the last one once it stands at 16.7
  const groups = cluster([0, 25, 25, 25, 51], [0, 0, 0, 0, 0], [3, 2, 2, 2, 1], sizeOf, 72);

  assertEquals(listed(groups).map(({ members, x }) => [members, x]), [[[0, 1, 2, 3, 4], 20.1]]);
});

Deno.test("a mark stands on no land where none of its places is", () => {
  // land 0 ends at 10, land 1 at 30; beyond is land 2
  const at = (/** @type {number} */ x) => x < 10 ? 0 : x < 30 ? 1 : 2;
  const xs = [0, 36];
  const ground = { of: (/** @type {number} */ point) => at(xs[point]), at };

  const [{ x, y }] = listed(cluster(xs, [0, 0], [8, 9], sizeOf, 72, ground));

  assertEquals([at(x), y], [2, 0]); // the nearer one
  assert(x >= 30 && x < 32);
});

Deno.test("a mark stands in the sea only if most of its events were there", () => {
  const at = (/** @type {number} */ x) => x < 10 ? 0 : NO_LAND;
  const xs = [0, 36];
  const ground = { of: (/** @type {number} */ point) => at(xs[point]), at };
  const stands = (/** @type {number[]} */ ...counts) =>
    listed(cluster(xs, [0, 0], counts, sizeOf, 72, ground))[0].x;

  const [ashore, afloat] = [stands(9, 8), stands(8, 9)];

  assert(ashore > 0 && ashore < 10);
  assertEquals(afloat, (9 * 36) / 17);
});

Deno.test("a mark stands within the hull of its places, amid their events", () => {
  const points = scatter(2000);

  for (
    const { members, x, y, count } of listed(cluster(points[0], points[1], points[2], sizeOf, 72))
  ) {
    const sum = (/** @type {number[]} */ column) =>
      members.reduce((sum, i) => sum + column[i] * points[2][i], 0);
    assert(Math.abs(x - sum(points[0]) / count) < 1e-6);
    assert(Math.abs(y - sum(points[1]) / count) < 1e-6);
  }
});

Deno.test("a mark that has grown takes in what it touches now", () => {
  assertEquals(members([[0, 0, 8], [34, 0, 4], [40, 0, 1]]), [[0, 1, 2]]);
});

Deno.test("places at the same point are always one mark", () => {
  assertEquals(members([[7, 7, 1], [7, 7, 1], [7, 7, 1]]), [[0, 1, 2]]);
});

Deno.test("no place is lost and no two marks of ten thousand lie on each other", () => {
  const points = scatter(10_000);

  const groups = cluster(points[0], points[1], points[2], sizeOf, 72);

  const marks = listed(groups);

  const all = marks.flatMap((mark) => mark.members).sort((a, b) => a - b);
  assertEquals(all.length, 10_000);
  assertEquals(all.every((member, i) => member === i), true);
  assertEquals(
    marks.every(({ members }, mark) => members.every((point) => groups.home[point] === mark)),
    true,
  );
  assertEquals(
    marks.every(({ members, count }) =>
      members.reduce((sum, i) => sum + points[2][i], 0) === count
    ),
    true,
  );
  const touching = marks.filter((a, i) =>
    marks.slice(0, i).some((b) =>
      Math.hypot(a.x - b.x, a.y - b.y) < (sizeOf(a.count) + sizeOf(b.count)) / 2 - 4
    )
  );
  assertEquals(touching, []);
});

Deno.test("the same points give the same marks", () => {
  const [xs, ys, counts] = scatter(500);

  const [once, again] = [1, 2].map(() => cluster(xs, ys, counts, sizeOf, 72));

  assertEquals(once, again);
});

/** @param {number} length @returns {number[][]} x, y and count of points all over a map */
function scatter(length) {
  let seed = 7;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const points = Array.from({ length }, () => [next() * 4000, next() * 3000, 1 + (next() * 3 | 0)]);
  return [0, 1, 2].map((column) => points.map((point) => point[column]));
}
