import { assertEquals } from "./assert.js";
import { clustering } from "mapgen/core/clusters.js";
import { finished } from "mapgen/core/steps.js";
import { MarkSet } from "mapgen/map/mark-set.js";

const sizeOf = () => 24;
const PLACES = /** @type {any[]} */ ([
  { index: 0, area: true, lat: 50, lon: 50 }, // a whole country has no mark
  { index: 1, lat: 0, lon: 0 },
  { index: 2, lat: 0, lon: 10 },
  { index: 3, lat: 0, lon: 200 },
]);
const TOWNS = Int32Array.of(1, 2, 3);

/** @param {number} scale  pixels to a degree */
function marksAt(scale) {
  const xs = Array.from(TOWNS, (place) => PLACES[place].lon * scale);
  const groups = finished(clustering(xs, [0, 0, 0], [1, 5, 1], sizeOf, 24));
  return new MarkSet(PLACES, TOWNS, groups, sizeOf, (x, y) => ({ lat: y, lng: x / scale }));
}

Deno.test("a mark knows its places, and each place its mark", () => {
  const set = marksAt(1);

  assertEquals(set.all().map(({ seed, members }) => [seed.index, ...members]), [[2, 1, 2], [3, 3]]);
  assertEquals([0, 1, 2, 3].map((place) => set.of(place)?.seed.index), [undefined, 2, 2, 3]);
});

Deno.test("a mark that stands at another zoom too stays the same, one that splits does not", () => {
  const [far, near] = [1, 4].map(marksAt);
  const [pair, alone] = far.all();

  near.adopt([pair, alone]);

  assertEquals(near.length, 3);
  assertEquals(near.of(3) === alone, true);
  assertEquals(near.of(2) === pair, false);
});

Deno.test("a mark of several places stands amid their events, one of a single place at its point", () => {
  const [pair, alone] = marksAt(1).all();

  assertEquals([pair.lat, pair.lon], [0, 50 / 6]);
  assertEquals([alone.lat, alone.lon], [0, 200]);
});

Deno.test("only the marks within the bounds are given", () => {
  const bounds = { getSouth: () => -1, getNorth: () => 1, getWest: () => 5, getEast: () => 20 };

  assertEquals(marksAt(4).within(bounds).map(({ seed }) => seed.index), [2]);
});
