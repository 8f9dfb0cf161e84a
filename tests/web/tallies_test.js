import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { random } from "./random.js";
import { differing, FILTERED, levelsOf, OUTSIDE, SHOWN } from "mapgen/core/levels.js";
import { finished } from "mapgen/core/steps.js";
import { Tallies } from "mapgen/core/tallies.js";

const PLACES = /** @type {any[]} */ ([0, 1, 2, 3, 4, 5].map((index) => ({ index })));
const MARKS = [[0, 1], [2, 3], [4]]; // place 5 is a whole country, which has no mark
const CATEGORIES = ["Rule", "War"].map((name, index) => ({ name, color: "", shape: "", index }));
const EVENTS = scatter(400);
const COLLECTION = collectionOf(EVENTS, { categories: CATEGORIES, places: PLACES });

Deno.test("what changes step by step is counted as if all were counted again", () => {
  const running = new Tallies(COLLECTION);
  let levels = new Uint8Array(EVENTS.length);

  for (let step = 1; step < 30; step++) {
    const before = MARKS.map((places) => running.of(places));
    const next = randomLevels(step, levels);
    const touched = finished(running.recounting(next, differing(levels, next)));
    levels = next;

    for (const [i, places] of MARKS.entries()) {
      assertEquals(running.of(places), naive(places, levels));
      assertEquals(running.isStopped(places), isNaivelyStopped(places, levels));
      if (!places.some((place) => touched[place])) assertEquals(running.of(places), before[i]);
    }
  }
});

Deno.test("until all are counted, the tallies are those of before", () => {
  const [place] = PLACES;
  const given = events(Array.from({ length: 50_000 }, () => ({ place })));
  const tallies = new Tallies(collectionOf(given, { places: PLACES }));

  const work = tallies.counting(new Uint8Array(given.length).fill(SHOWN));

  assertEquals(work.next().done, false);
  assertEquals(tallies.of([0]).length, 0);
  finished(work);
  assertEquals(tallies.of([0]).length, given.length);
});

Deno.test("a movement inside one mark is one event there, and one at either end of two marks", () => {
  const [from, near, far] = PLACES.filter(({ index }) => index !== 2);
  const given = events([{ place: from, to: near }, { place: from, to: far }]);
  const tallies = new Tallies(collectionOf(given, { places: PLACES }));

  finished(tallies.recounting(Uint8Array.of(SHOWN, SHOWN), [0, 1]));

  assertEquals(MARKS.slice(0, 2).map((places) => tallies.of(places).length), [2, 1]);
});

Deno.test("a mark is stopped only if a filter stops all its events", () => {
  const [place] = PLACES;
  const tallies = new Tallies(collectionOf(events([{ place }, { place }]), { places: PLACES }));

  finished(tallies.recounting(Uint8Array.of(FILTERED, OUTSIDE), [0, 1]));
  assertEquals([tallies.isStopped([0]), tallies.of([0]).length], [false, 0]);

  finished(tallies.recounting(Uint8Array.of(FILTERED, FILTERED), [1]));
  assertEquals(tallies.isStopped([0]), true);
});

Deno.test("a mark shows as many as its events stand for", () => {
  const [place, to] = PLACES;
  const given = events([{ place, to, weight: 40 }, { place, weight: 2, status: "disputed" }]);
  const tallies = new Tallies(collectionOf(given, { places: PLACES }));

  finished(tallies.recounting(Uint8Array.of(SHOWN, SHOWN), [0, 1]));

  const { length, sure } = tallies.of([0, 1]);
  assertEquals([length, sure], [42, 40]);
});

Deno.test("an event that passes and is in the window is shown, one that only passes is outside", () => {
  const levels = levelsOf(Uint8Array.of(0, 1, 1), Uint8Array.of(0, 0, 1));

  assertEquals([...levels], [FILTERED, OUTSIDE, SHOWN]);
});

/** @param {number[]} places @param {Uint8Array} levels @param {number} least */
const reaching = (places, levels, least) =>
  EVENTS.filter(({ index, place, to }) =>
    levels[index] >= least && [place, to].some((one) => one && places.includes(one.index))
  );

/** @param {number[]} places @param {Uint8Array} levels */
const isNaivelyStopped = (places, levels) => reaching(places, levels, OUTSIDE).length === 0;

/**
 * @param {number[]} places
 * @param {Uint8Array} levels
 * @returns {import("mapgen/core/tallies.js").Tally} by a look at every event
 */
function naive(places, levels) {
  const shown = reaching(places, levels, SHOWN);
  return {
    length: shown.length,
    sure: shown.filter(({ status }) => status !== "disputed").length,
    parts: [...CATEGORIES, null].map((category) => ({
      category,
      length: shown.filter((event) => event.category === category).length,
    })).filter(({ length }) => length > 0),
  };
}

/** @param {number} seed @param {Uint8Array} [before]  most of which stays */
function randomLevels(seed, before) {
  const next = random(seed);
  return Uint8Array.from(
    EVENTS,
    (_, i) => before && next() < 0.8 ? before[i] : Math.floor(next() * 3),
  );
}

/** @param {number} length */
function scatter(length) {
  const next = random(11);
  const any = (/** @type {any[]} */ values) => values[Math.floor(next() * values.length)];
  return events(Array.from({ length }, () => ({
    place: any([...PLACES, null]),
    to: any([...PLACES, null, null, null]),
    category: any([...CATEGORIES, null]),
    status: any(["", "confirmed", "disputed"]),
  })));
}

Deno.test("of very many categories those that look alike are counted together", () => {
  const [place] = PLACES;
  const categories = Array.from({ length: 100_000 }, (_, index) => ({
    ...{ name: `Category ${index}`, color: index === 9 ? "#123456" : "", index },
    shape: String(index % 8),
  }));
  const given = events(categories.map((category) => ({ place, category })));
  const tallies = new Tallies(collectionOf(given, { categories, places: PLACES }));

  finished(tallies.counting(new Uint8Array(given.length).fill(SHOWN)));

  const { length, parts } = tallies.of([0]);
  assertEquals(length, 100_000);
  assertEquals(parts.map(({ category }) => category?.index), [0, 1, 2, 3, 4, 5, 6, 7, 9]);
  assertEquals(parts.map((part) => part.length), [12500, 12499, ...Array(6).fill(12500), 1]);
});
