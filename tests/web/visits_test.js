import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { countVisits, Visits } from "mapgen/core/visits.js";

const [here, there] = /** @type {any[]} */ ([{ index: 0 }, { index: 1 }]);
const { columns } = collectionOf(events([
  { place: here, to: there },
  { place: here, to: here, weight: 20 },
  { place: there, weight: 3 },
  {},
]));

Deno.test("a place has what happened, came and left there, each once", () => {
  const visits = new Visits(columns, 3);

  assertEquals([0, 1, 2].map((place) => [...visits.of(place)]), [[0, 1], [0, 2], []]);
});

Deno.test("a place counts as many as its events stand for, those that are shown", () => {
  assertEquals([...new Visits(columns, 3).counts], [21, 4, 0]);
  assertEquals([...countVisits(columns, 3, Uint8Array.of(1, 0, 1, 1))], [1, 4, 0]);
});
