import { assertEquals } from "./assert.js";
import { CELL, gridding } from "mapgen/core/land-grid.js";
import { landing, NO_LAND } from "mapgen/core/lands.js";
import { SIDE } from "mapgen/core/outlines.js";
import { finished } from "mapgen/core/steps.js";

/*
 * Two countries of 100 by 100 units with a common border, and a third, of 20 by 20, in the middle of
 * the eastern one. Everything around is sea.
 *
 *   0    +--0--+--2--+
 *        |     1 +-+ |      the western one is 0, the eastern one 1, the enclave 2
 *        |     | |3| |
 *   100  +-----+-----+
 *        0    100   200
 */
const ARCS = [
  [100, 100, 0, 100, 0, 0, 100, 0],
  [100, 0, 100, 100],
  [100, 0, 200, 0, 200, 100, 100, 100],
  [140, 40, 160, 40, 160, 60, 140, 60, 140, 40],
].map((arc) => Int32Array.from(arc));
const RINGS = [[[[0, 1]]], [[[2, ~1], [~3]]], [[[3]]]];
const lands = finished(landing(ARCS, RINGS));

/** @param {import("mapgen/core/placement.js").Box} view  units, of which each is a pixel */
function gridOf(view) {
  const { left, top, right, bottom } = view;
  const [columns, rows] = [(right - left) / CELL, (bottom - top) / CELL];
  const frame = { left, top, columns, rows, x: left, y: top, scale: 1, view };
  return finished(gridding(lands, frame));
}

Deno.test("a point is in the country around it, an enclave's not in the one around the enclave", () => {
  const found = [[50, 50], [99, 1], [101, 99], [150, 50], [150, 70], [139, 50]]
    .map(([x, y]) => lands.at(x, y));

  assertEquals(found, [0, 0, 1, 2, 1, 1]);
});

Deno.test("a point beyond every coast is in no country", () => {
  const found = [[-1, 50], [201, 50], [50, -1], [50, 101], [5000, 3000]]
    .map(([x, y]) => lands.at(x, y));

  assertEquals(found, found.map(() => NO_LAND));
});

Deno.test("rings may be walked either way round", () => {
  const backwards = finished(landing(ARCS, [[[[~1, ~0]]], [[[1, ~2], [3]]], [[[~3]]]]));

  assertEquals([[50, 50], [150, 70], [150, 50], [50, 101]].map(([x, y]) => backwards.at(x, y)), [
    0,
    1,
    2,
    NO_LAND,
  ]);
});

Deno.test("every cell of a grid has the country in its middle", () => {
  const grid = gridOf({ left: -20, top: -20, right: 220, bottom: 120 });

  for (let row = 0; row < 35; row++) {
    for (let column = 0; column < 60; column++) {
      const [x, y] = [-20 + (column + 0.5) * CELL, -20 + (row + 0.5) * CELL];
      assertEquals(grid.owner(column, row), lands.at(x, y));
    }
  }
  assertEquals(grid.owner(-1, 0), NO_LAND);
});

Deno.test("a grid that begins amid the land knows what it begins in", () => {
  const grid = gridOf({ left: 120, top: 20, right: 136, bottom: 80 });

  assertEquals([0, 3].map((column) => grid.owner(column, 5)), [1, 1]);
  assertEquals(grid.extent(0), undefined);
  const { left, right, cells, seen, x, y } = grid.extent(1) ?? {};
  assertEquals({ left, right, cells, seen, x, y }, {
    left: 0,
    right: 3,
    cells: 60,
    seen: 60,
    x: 128 * 60,
    y: 50 * 60,
  });
});

Deno.test("a sliver that is thinner than a cell changes nothing beside it", () => {
  const sliver = Int32Array.of(10, 0, 11, 0, 11, 100, 10, 100, 10, 0);
  const view = { left: 0, top: 0, right: 40, bottom: 40 };
  const frame = { left: 0, top: 0, columns: 10, rows: 10, x: 0, y: 0, scale: 2.5, view };

  const grid = finished(gridding(finished(landing([sliver], [[[[0]]]])), frame));

  const owners = Array.from({ length: 100 }, (_, i) => grid.owner(i % 10, Math.floor(i / 10)));
  assertEquals(owners.includes(0), false);
});

Deno.test("the share of a box on a land is none where its middle is not, or where another's is", () => {
  const grid = gridOf({ left: -20, top: 0, right: 220, bottom: 100 });

  assertEquals(grid.share(0, 5, 0, 25, 25), 1);
  assertEquals(grid.share(0, 0, 0, 20, 5), 0.75); // a quarter is on the sea
  assertEquals(grid.share(0, 0, 0, 8, 5), 0); // its middle is on the sea
  assertEquals(grid.share(0, 20, 0, 16, 5), 0); // a third is in the other country
});

Deno.test("a world that begins elsewhere has the land of both sides of its usual edge, each once", () => {
  const [columns, rows] = [60, 1];
  const view = { left: 0, top: 0, right: 240, bottom: 4 };
  const frame = { left: 0, top: 0, columns, rows, x: -60, y: 48, scale: 1, view };

  const usual = finished(gridding(lands, frame));
  const turned = finished(gridding(lands, { ...frame, x: SIDE - 60, west: SIDE / 2 }));
  const cut = finished(gridding(lands, { ...frame, west: 40 }));

  const owners = (/** @type {import("mapgen/core/land-grid.js").LandGrid} */ grid) =>
    Array.from({ length: columns }, (_, column) => grid.owner(column, 0));
  assertEquals(owners(turned), owners(usual));
  assertEquals([24, 25].map((column) => cut.owner(column, 0)), [NO_LAND, 0]);
});
