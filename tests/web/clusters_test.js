import { assertEquals } from "./assert.js";
import { clustering, membersOf } from "mapgen/core/clusters.js";
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
    count: groups.counts[mark],
    members: [...membersOf(groups, mark)],
  }));
}

Deno.test("marks that stand apart stay apart, the one with the most events first", () => {
  assertEquals(members([[0, 0, 1], [100, 0, 5]]), [[1], [0]]);
});

Deno.test("marks that would touch become one, at the point of the one with the most events", () => {
  const [mark, ...others] = listed(cluster([0, 20], [0, 0], [1, 5], sizeOf, 72));

  assertEquals(others, []);
  assertEquals(mark, { seed: 1, count: 6, members: [0, 1] });
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
      Math.hypot(points[0][a.seed] - points[0][b.seed], points[1][a.seed] - points[1][b.seed]) <
        (sizeOf(a.count) + sizeOf(b.count)) / 2 - 4
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
