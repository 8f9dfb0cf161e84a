import { assertEquals } from "./assert.js";
import { USUAL } from "mapgen/core/belt.js";
import { decodeOutlines, SIDE, turnOutlines } from "mapgen/core/outlines.js";

/*
 * Two countries on a grid of steps 45 degrees wide and 40 degrees high, whose corner is at the
 * equator, 90 west. A is 0, B is -1, C is 1; the border is arc 0, walked upwards.
 *
 *   1  +--1--+--2--+
 *      |west 0 east|
 *   0  +-----+-----+
 *      0     1     2
 */
const SCALE = [45, 40];
const TRANSLATE = [-90, 0];
const ARCS = ["$!!$", "$$#!!#$!", "$$$!!##!"];

// Longitudes are eighths of the side; 40 north is by Web Mercator ln(tan(65°)) / 2π of it up.
const [LEFT, MIDDLE, RIGHT] = [SIDE / 4, (3 * SIDE) / 8, SIDE / 2];
const BOTTOM = SIDE / 2;
const TOP = Math.round(SIDE * (0.5 - Math.log(Math.tan((65 * Math.PI) / 180)) / (2 * Math.PI)));

/**
 * @param {number[][][][]} rings
 * @param {string[]} arcs
 * @returns {import("mapgen/core/outlines.js").OutlinesPayload}
 */
function world(rings, arcs = ARCS) {
  const countries = {
    code: ["WST", "EST"].slice(0, rings.length),
    alpha2: "WS  ".slice(0, 2 * rings.length),
    name: ["Westland", ""].slice(0, rings.length),
    lat: [21, 21].slice(0, rings.length),
    lon: [-9.75, -9.25].slice(0, rings.length),
    bbox: [[-90, 0, -45, 40], [-45, 0, 0, 40]].slice(0, rings.length),
    rank: [1, 2].slice(0, rings.length),
    rings,
  };
  return { scale: SCALE, translate: TRANSLATE, arcs, countries, regions: {} };
}

/**
 * Walks a path of SVG.
 *
 * @param {string} path  of M and l with numbers, closed by z or open
 * @returns {number[][][]} lines of points
 */
function walk(path) {
  return path.split("M").slice(1).map((line) => {
    const numbers = line.match(/-?\d+/g)?.map(Number) ?? [];
    const points = [[numbers[0], numbers[1]]];
    for (let i = 2; i < numbers.length; i += 2) {
      const [x, y] = points[points.length - 1];
      points.push([x + numbers[i], y + numbers[i + 1]]);
    }
    return points;
  });
}

const NEIGHBOURS = world([[[[0, 1]]], [[[-1, -3]]]]);

Deno.test("a country becomes closed rings on the square of the world", () => {
  const { outlines } = decodeOutlines(NEIGHBOURS);

  const [west, east] = outlines.map(({ path }) => walk(path()));

  const [low, high] = [[MIDDLE, BOTTOM], [MIDDLE, TOP]];
  assertEquals(west, [[low, high, [LEFT, TOP], [LEFT, BOTTOM], low]]);
  assertEquals(east, [[high, low, [RIGHT, BOTTOM], [RIGHT, TOP], high]]);
  assertEquals(outlines.every(({ path }) => path().endsWith("z")), true);
});

Deno.test("a country keeps its codes, name, label point, frame and rank", () => {
  const { outlines: [{ path: _, ...west }, { path: __, ...east }] } = decodeOutlines(NEIGHBOURS);

  assertEquals(west, {
    code: "WST",
    alpha2: "WS",
    name: "Westland",
    lat: 21,
    lon: -9.75,
    bbox: [-90, 0, -45, 40],
    rank: 1,
  });
  assertEquals([east.code, east.alpha2, east.name, east.rank], ["EST", "", "", 2]);
});

Deno.test("the line that two countries share is a border, and a coast is none", () => {
  assertEquals(walk(decodeOutlines(NEIGHBOURS).borders()), [[[MIDDLE, BOTTOM], [MIDDLE, TOP]]]);
});

Deno.test("a line between two islands of one country is no border", () => {
  assertEquals(decodeOutlines(world([[[[0, 1]], [[-1, -3]]]])).borders(), "");
});

Deno.test("an enclave is a hole in the country around it, and their line is a border", () => {
  const box = "!!+!!$*!!%"; // four steps east, one north, and back
  const enclave = "$!$!!$%!!%";

  const { outlines, borders } = decodeOutlines(world([[[[0], [-2]]], [[[1]]]], [box, enclave]));

  const [[, hole], [land]] = outlines.map(({ path }) => walk(path()));
  assertEquals(hole, [...land].reverse());
  assertEquals(walk(borders()), [land]);
});

Deno.test("the poles stay on the map", () => {
  const pole = world([[[[0]]]], ["$!$'!'%!"]); // 0, 80 and 160 north, which is none

  const [[ring]] = decodeOutlines(pole).outlines.map(({ path }) => walk(path()));

  assertEquals(ring.every(([, y]) => y >= 0 && y <= SIDE), true);
});

// On the grid, 180 west is -2 and 180 east is 6.
const FAR_EAST = "-!$!!$#!!#"; // one step wide and high, up to 180 east
const FAR_WEST = "%!$!!$#!!#"; // the same from 180 west on

Deno.test("a country over the 180th meridian is filled up to it, and no line is drawn there", () => {
  const { outlines } = decodeOutlines(world([[[[0]], [[1]]]], [FAR_EAST, FAR_WEST]));

  const [east, west] = walk(outlines[0].path());

  assertEquals(outlines[0].path().includes("z"), false);
  assertEquals([east[0], east.at(-1)], [[SIDE, TOP], [SIDE, BOTTOM]]);
  assertEquals([west[0], west.at(-1)], [[0, BOTTOM], [0, TOP]]);
});

Deno.test("in a world that begins elsewhere, a country is in one piece", () => {
  const decoded = decodeOutlines(world([[[[0]], [[1]]]], [FAR_EAST, FAR_WEST]));

  const [{ path, lon, bbox }] = turnOutlines(decoded.outlines, -30);

  const [east, west] = walk(path()).map((ring) => ring.map(([x]) => x));
  assertEquals([Math.min(...east), Math.max(...east)], [7 * SIDE / 8, SIDE]);
  assertEquals([Math.min(...west), Math.max(...west)], [SIDE, 9 * SIDE / 8]);
  assertEquals([lon, bbox], [-9.75, [270, 0, 315, 40]]);
  assertEquals(path(USUAL), decoded.outlines[0].path());
});

Deno.test("in the usual world, nothing is turned", () => {
  const { outlines } = decodeOutlines(NEIGHBOURS);

  assertEquals(turnOutlines(outlines, USUAL) === outlines, true);
});
