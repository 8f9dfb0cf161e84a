import { assert, assertEquals } from "./assert.js";
import { findInside } from "mapgen/core/inside.js";
import { CELL, gridding } from "mapgen/core/land-grid.js";
import { landing } from "mapgen/core/lands.js";
import { findBeside, LONGEST } from "mapgen/core/leaders.js";
import { finished } from "mapgen/core/steps.js";

const VIEW = { left: 0, top: 0, right: 800, bottom: 600 };
const NOWHERE = { left: 0, top: 0, right: 0, bottom: 0 };
/** @type {[number, number]} */
const NAME = [60, 16];

/**
 * @param {[number, number, number, number][]} boxes  left, top, right, bottom of each country
 * @param {import("mapgen/core/placement.js").Box} view
 */
function gridOf(boxes, view = VIEW) {
  const arcs = boxes.map(([left, top, right, bottom]) =>
    Int32Array.of(left, top, right, top, right, bottom, left, bottom, left, top)
  );
  const lands = finished(landing(arcs, arcs.map((_, arc) => [[[arc]]])));
  const [columns, rows] = [800 / CELL, 600 / CELL];
  return finished(gridding(lands, { left: 0, top: 0, columns, rows, x: 0, y: 0, scale: 1, view }));
}

/** @param {import("mapgen/core/placement.js").Box} box @param {number[]} land @returns {boolean} */
const isOn = ({ left, top, right, bottom }, land) =>
  left >= land[0] && top >= land[1] && right <= land[2] && bottom <= land[3];

/**
 * @param {import("mapgen/core/land-grid.js").LandGrid} grid
 * @param {[number, number]} best
 * @param {(box: import("mapgen/core/placement.js").Box) => number} [costOf]
 * @returns {import("mapgen/core/placement.js").Box} without a size where there is none
 */
const inside = (grid, best, costOf = () => 0) =>
  findInside(grid, { land: 0, size: NAME, best }, costOf) ?? NOWHERE;

Deno.test("a name lies on its land as a whole, and where it had best lie", () => {
  /** @type {[number, number, number, number]} */
  const land = [200, 200, 400, 300];

  const box = inside(gridOf([land]), [300, 250]);

  assert(isOn(box, land));
  assert(Math.abs((box.left + box.right) / 2 - 300) <= CELL);
  assert(Math.abs((box.top + box.bottom) / 2 - 250) <= CELL);
});

Deno.test("a name keeps off what is taken, no farther than it must", () => {
  const grid = gridOf([[200, 200, 600, 400]]);

  const box = inside(
    grid,
    [400, 300],
    ({ top, bottom }) => top < 320 && bottom > 280 ? Infinity : 0,
  );

  assert(box.bottom <= 280 || box.top >= 320);
  assert(Math.abs((box.top + box.bottom) / 2 - 300) < 20 + 8 + 4 * CELL);
});

Deno.test("a name moves away from what it had better not cover, but not far", () => {
  const grid = gridOf([[0, 200, 800, 400]]);
  const dear = (/** @type {number} */ reach) =>
    inside(
      grid,
      [400, 300],
      ({ left, right }) => left < 400 + reach && right > 400 - reach ? 100 : 0,
    );

  const [near, far] = [dear(20), dear(300)];

  assert(near.right <= 380 || near.left >= 420);
  assert(Math.abs((far.left + far.right) / 2 - 400) <= CELL);
});

Deno.test("a name that is wider than its land lies on it for the most part, the rest on the sea", () => {
  const box = inside(gridOf([[300, 200, 344, 300]]), [322, 250]);

  assert(Math.min(box.right, 344) - Math.max(box.left, 300) >= 0.6 * 60 - CELL);
});

Deno.test("a name that is wider than its land never lies on that of a neighbour", () => {
  const grid = gridOf([[300, 200, 344, 300], [344, 200, 500, 300], [100, 200, 300, 300]]);

  assertEquals(inside(grid, [322, 250]), NOWHERE);
});

Deno.test("a name much wider than its land is not on it", () => {
  assertEquals(inside(gridOf([[300, 200, 320, 300]]), [310, 250]), NOWHERE);
});

Deno.test("a name is in view where any of its land is", () => {
  const view = { ...VIEW, left: 300 };
  const land = /** @type {[number, number, number, number]} */ ([0, 200, 500, 300]);

  assert(inside(gridOf([land], view), [250, 250]).left >= 300);
  assert(inside(gridOf([land], { ...view, left: 520 }), [250, 250]).right > 0);
});

/**
 * @param {import("mapgen/core/land-grid.js").LandGrid} grid
 * @param {Partial<import("mapgen/core/leaders.js").Name>} [name]
 * @param {(led: import("mapgen/core/leaders.js").Led) => number} [costOf]
 */
const beside = (grid, name = {}, costOf = () => 0) =>
  findBeside(grid, { land: 0, size: NAME, middle: [310, 210], afloat: false, ...name }, costOf);

Deno.test("a line leads from beside a name to its land, sixty pixels at most", () => {
  for (let taken = 0; taken < 40; taken++) {
    let left = taken; // places that are no longer free
    const led = beside(gridOf([[300, 200, 320, 220]]), {}, () => left-- > 0 ? Infinity : 0);

    const { box, start: [x, y], end: [endX, endY] } = led ??
      { box: NOWHERE, start: [0, 0], end: [0, 0] };
    assert(Math.hypot(x - endX, y - endY) <= LONGEST);
    assert(endX >= 300 && endX < 320 && endY >= 200 && endY < 220);
    assert(x >= box.left - 1e-9 && x <= box.right + 1e-9);
    assert(y >= box.top - 1e-9 && y <= box.bottom + 1e-9);
  }
});

Deno.test("a name with a line lies rather on the sea than on another's land", () => {
  const grid = gridOf([[300, 200, 320, 220], [320, 0, 800, 600]]);

  assert((beside(grid)?.box.right ?? 999) <= 320);
});

Deno.test("a name that may lie on the sea alone is nowhere where there is none", () => {
  const grid = gridOf([[300, 200, 320, 220], [320, 0, 800, 600], [0, 0, 300, 600], [
    300,
    0,
    320,
    200,
  ]]);

  assertEquals(beside(grid, { afloat: true }), null);
  assert(beside(grid) !== null);
});

Deno.test("a speck of land has a line to its point, and none where that is out of view", () => {
  const grid = gridOf([[401, 301, 402, 302]]);

  assertEquals(beside(grid, { middle: [401, 301] })?.end, [401, 301]);
  assertEquals(beside(grid, { middle: null }), null);
});
