import { assertEquals } from "./assert.js";
import { bend } from "mapgen/core/curve.js";

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
