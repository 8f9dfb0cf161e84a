import { assertEquals } from "./assert.js";
import { along, bend } from "mapgen/core/curve.js";

Deno.test("a movement begins and ends exactly at its places", () => {
  const points = bend([10, 20], [110, 20], 0);

  assertEquals(points[0], [10, 20]);
  assertEquals(points.at(-1), [110, 20]);
});

Deno.test("a movement bends to the left of its way, there and back on different sides", () => {
  const there = bend([0, 0], [100, 0], 0)[16];
  const back = bend([100, 0], [0, 0], 0)[16];

  assertEquals(there, [50, -9]);
  assertEquals(back, [50, 9]);
});

Deno.test("a second movement on the same way bends twice as much", () => {
  assertEquals(bend([0, 0], [100, 0], 1)[16], [50, -18]);
});

Deno.test("no text fits between two points along a curve that is in view", () => {
  const view = { left: 0, top: 0, right: 400, bottom: 300 };
  const points = along(bend([-500, 150], [350, 120], 0), view);

  const steps = points.slice(1).map((point, i) =>
    Math.hypot(point.left - points[i].left, point.top - points[i].top)
  );
  assertEquals(Math.max(...steps) <= 8, true);
  assertEquals(points[0].left > -40 && points[0].left < 8, true);
  assertEquals(
    points.every(({ left, right, top, bottom }) => left === right && top === bottom),
    true,
  );
});

Deno.test("a curve out of view, or seen from very near, has few points", () => {
  const view = { left: 0, top: 0, right: 400, bottom: 300 };

  assertEquals(along(bend([0, 400], [400, 900], 0), view), []);
  assertEquals(along(bend([-4e6, 150], [4e6, 150], 0), view).length <= 400, true);
});
