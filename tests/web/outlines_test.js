import { assertEquals } from "./assert.js";
import { decodeOutlines } from "mapgen/core/outlines.js";

/*
 * Two countries on a grid of steps half a degree wide and two degrees high, whose corner is at 20
 * north, 10 west. A is 0, B is -1, C is 1; the border is arc 0, walked upwards.
 *
 *   1  +--1--+--2--+
 *      |west 0 east|
 *   0  +-----+-----+
 *      0     1     2
 */
const SCALE = [0.5, 2];
const TRANSLATE = [-10, 20];
const ARCS = ["CAAC", "CCBAABCA", "CCCAABBA"];

/**
 * @param {number[][][][]} rings
 * @param {string[]} arcs
 * @returns {import("mapgen/core/outlines.js").OutlinesPayload}
 */
function world(rings, arcs = ARCS) {
  const countries = {
    code: ["WST", "EST"].slice(0, rings.length),
    alpha2: ["WS", ""].slice(0, rings.length),
    name: ["Westland", ""].slice(0, rings.length),
    lat: [21, 21].slice(0, rings.length),
    lon: [-9.75, -9.25].slice(0, rings.length),
    bbox: [[-10, 20, -9.5, 22], [-9.5, 20, -9, 22]].slice(0, rings.length),
    rank: [1, 2].slice(0, rings.length),
    rings,
  };
  return { scale: SCALE, translate: TRANSLATE, arcs, countries };
}

const NEIGHBOURS = world([[[[0, 1]]], [[[-1, -3]]]]);

Deno.test("a country becomes polygons of closed rings, latitude first", () => {
  const { outlines } = decodeOutlines(NEIGHBOURS);

  assertEquals(outlines.map(({ polygons }) => polygons), [
    [[[[20, -9.5], [22, -9.5], [22, -10], [20, -10], [20, -9.5]]]],
    [[[[22, -9.5], [20, -9.5], [20, -9], [22, -9], [22, -9.5]]]],
  ]);
});

Deno.test("a country keeps its codes, name, label point, frame and rank", () => {
  const { outlines: [{ polygons: _, ...west }, { polygons: __, ...east }] } = decodeOutlines(
    NEIGHBOURS,
  );

  assertEquals(west, {
    code: "WST",
    alpha2: "WS",
    name: "Westland",
    lat: 21,
    lon: -9.75,
    bbox: [-10, 20, -9.5, 22],
    rank: 1,
  });
  assertEquals([east.code, east.alpha2, east.name, east.rank], ["EST", "", "", 2]);
});

Deno.test("the line that two countries share is a border, and a coast is none", () => {
  assertEquals(decodeOutlines(NEIGHBOURS).borders, [[[20, -9.5], [22, -9.5]]]);
});

Deno.test("a line between two islands of one country is no border", () => {
  assertEquals(decodeOutlines(world([[[[0, 1]], [[-1, -3]]]])).borders, []);
});

Deno.test("an enclave is a hole in the country around it, and their line is a border", () => {
  const box = "AAIAAIHAAH"; // four steps east, north, west and south
  const enclave = "CCCAACBAAB";

  const { outlines, borders } = decodeOutlines(world([[[[0], [-2]]], [[[1]]]], [box, enclave]));

  const [[[, hole]], [[land]]] = outlines.map(({ polygons }) => polygons);
  assertEquals(hole, [...land].reverse());
  assertEquals(borders, [land]);
});

Deno.test("long steps take several digits, in either direction", () => {
  const far = "gqjGA_pjGA"; // 100,000 steps east, and back

  const { borders } = decodeOutlines(world([[[[0]]], [[[-1]]]], [far]));

  assertEquals(borders, [[[20, 49_990], [20, -10]]]);
});

Deno.test("a ring that is walked backwards leaves the line of its neighbour as it is", () => {
  const { outlines: [west] } = decodeOutlines(world([[[[0, 1]]], [[[-1, -3]]]]));
  const { outlines: [alone] } = decodeOutlines(world([[[[0, 1]]]]));

  assertEquals(west.polygons, alone.polygons);
});
