import { assertEquals } from "./assert.js";
import { Belt, beside, USUAL, within } from "mapgen/core/belt.js";

/** @param {number[]} lons @param {[number, number][]} [lines] */
function westOf(lons, lines = []) {
  const belt = new Belt();
  for (const lon of lons) belt.add(lon);
  for (const [from, to] of lines) belt.addLine(from, to);
  return belt.west();
}

/** @param {number[]} lons @param {[number, number][]} [lines] */
const worldOf = (lons, lines) => lons.map((lon) => within(lon, westOf(lons, lines)));

const SUVA = 178.4;
const APIA = -171.8;

Deno.test("a story of Europe, of one place or of none is shown as usual", () => {
  assertEquals([westOf([2.3, 36.3]), westOf([SUVA]), westOf([])], [USUAL, USUAL, USUAL]);
});

Deno.test("places on both sides of the 180th meridian lie together", () => {
  const [suva, apia] = worldOf([SUVA, APIA]);

  assertEquals(Math.round(10 * Math.abs(apia - suva)) / 10, 9.8);
});

Deno.test("Kamchatka and Alaska lie together, and so do the places of a war in the Pacific", () => {
  const [avacha, kayak] = worldOf([158.65, -144.38]);
  const war = worldOf([-157.97, 139.7, 103.8, -122.4, 160.1, 121]);

  assertEquals(Math.round(kayak - avacha), 57);
  assertEquals(Math.round(Math.max(...war) - Math.min(...war)), 134);
});

Deno.test("a story of the whole world is shown as usual", () => {
  const capitals = [-122, -99, -77, -58, -43, -9, 2, 13, 31, 37, 77, 103, 116, 139, 151, 174];

  assertEquals(westOf(capitals), USUAL);
});

Deno.test("a line over the 180th meridian turns the world where that leaves it whole", () => {
  const lines = /** @type {[number, number][]} */ ([[139.7, -122.4]]);

  const [tokyo, francisco] = worldOf([139.7, -122.4, 13.4, 77.2], lines);

  assertEquals(Math.round(francisco - tokyo), 98);
});

Deno.test("a voyage around the world is shown as usual", () => {
  const ports = [-6, -43, -70, 144.8, 124, 18.5, -6];
  const legs = ports.slice(1).map((port, i) => /** @type {[number, number]} */ ([ports[i], port]));

  assertEquals(westOf(ports, legs), USUAL);
});

Deno.test("half a voyage around the world is one line", () => {
  const ports = [-6, -43, -70, 144.8, 124];
  const legs = ports.slice(1).map((port, i) => /** @type {[number, number]} */ ([ports[i], port]));
  const lons = worldOf(ports, legs);

  assertEquals(lons.slice(1).every((lon, i) => lon < lons[i]), true);
  assertEquals(Math.round(lons[0] - lons[4]), 230);
});

Deno.test("a country that ends at the 180th meridian does not cross it", () => {
  const belt = new Belt();
  belt.add(26.94, 153.06); // Russia
  belt.add(2.3);

  assertEquals(belt.west(), USUAL);
});

Deno.test("a meridian has one longitude in each world", () => {
  assertEquals([-180, 180, 0, 359, -181].map((lon) => within(lon, USUAL)), [180, 180, 0, -1, 179]);
  assertEquals([-180, 180, -31, -30, 330].map((lon) => within(lon, -30)), [
    180,
    180,
    329,
    330,
    330,
  ]);
});

Deno.test("a meridian is counted on where that is nearer", () => {
  assertEquals([beside(-172, 178), beside(158, -144), beside(10, -10)], [188, -202, 10]);
  assertEquals(beside(-170, 10), -170);
});
