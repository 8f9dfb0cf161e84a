import { assertEquals } from "./assert.js";
import { Board, placeLabels } from "mapgen/core/placement.js";

/** @type {import("mapgen/core/placement.js").Label} */
const town = {
  x: 100,
  y: 100,
  width: 40,
  height: 10,
  room: 0,
  slack: [0, 0],
  offset: 8,
  upright: false,
};
const country = { ...town, room: 60, offset: Infinity };

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

Deno.test("a label whose four sides are taken stands at a corner", () => {
  const taken = [{ left: 50, top: 96, right: 150, bottom: 104 }, {
    left: 95,
    top: 50,
    right: 105,
    bottom: 150,
  }];

  assertEquals(placeLabels([town], new Board(taken)), [[52, 82]]);
});

Deno.test("a label without any free side is left out, the more important one stays", () => {
  const everywhere = { left: 0, top: 0, right: 200, bottom: 200 };

  assertEquals(placeLabels([town], new Board([everywhere])), [null]);
});

Deno.test("a country's name stands on its label point", () => {
  assertEquals(placeLabels([country], new Board([])), [[80, 95]]);
});

Deno.test("a country's name makes way up and down, but stays over its country", () => {
  const taken = [{ left: 90, top: 90, right: 110, bottom: 110 }];

  assertEquals(placeLabels([{ ...country, slack: [0, 60] }], new Board(taken)), [[80, 77]]);
  assertEquals(placeLabels([{ ...country, slack: [0, 8] }], new Board(taken)), [null]);
});

Deno.test("a name wider than its country is left out", () => {
  assertEquals(placeLabels([{ ...country, room: 39 }], new Board([])), [null]);
});

Deno.test("a name wider than its country stands beside it where it must be said", () => {
  assertEquals(placeLabels([{ ...country, room: 20, offset: 14 }], new Board([])), [[114, 95]]);
});

Deno.test("the name of a country where a movement ends stays over its middle", () => {
  assertEquals(placeLabels([{ ...town, upright: true }], new Board([])), [[80, 82]]);
});
