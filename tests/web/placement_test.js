import { assertEquals } from "./assert.js";
import { Board, placeLabels } from "mapgen/core/placement.js";

/** @type {import("mapgen/core/placement.js").Label} */
const town = { x: 100, y: 100, width: 40, height: 10, offset: 8 };

Deno.test("a label stands to the right of its place", () => {
  assertEquals(placeLabels([town], new Board([])), [[108, 95]]);
});

Deno.test("a label that would lie on another goes to the left", () => {
  assertEquals(placeLabels([town, town], new Board([]))[1], [52, 95]);
});

Deno.test("a label keeps off what is taken", () => {
  const taken = [{ left: 110, top: 90, right: 130, bottom: 110 }];

  assertEquals(placeLabels([town], new Board(taken)), [[52, 95]]);
});

Deno.test("a label stands where no line runs through it, if there is such a place", () => {
  const right = { left: 120, top: 100, right: 120, bottom: 100 };
  const left = { ...right, left: 80, right: 80 };
  const everywhere = { left: 0, top: 0, right: 200, bottom: 200 };

  assertEquals(placeLabels([town], new Board([], [right])), [[52, 95]]);
  assertEquals(placeLabels([town], new Board([], [right, left])), [[80, 82]]);
  assertEquals(placeLabels([town], new Board([], [everywhere])), [[108, 95]]);
});

Deno.test("a label whose four sides are taken stands at a corner, as near as at a side", () => {
  const taken = [{ left: 50, top: 98, right: 150, bottom: 102 }, {
    left: 98,
    top: 50,
    right: 102,
    bottom: 150,
  }];

  assertEquals(placeLabels([town], new Board(taken)), [[54, 84]]);
});

Deno.test("a label without any free side is left out, the more important one stays", () => {
  const everywhere = { left: 0, top: 0, right: 200, bottom: 200 };

  assertEquals(placeLabels([town], new Board([everywhere])), [null]);
});
