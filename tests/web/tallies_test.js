import { assertEquals } from "./assert.js";
import { events } from "./events.js";
import { random } from "./random.js";
import { differing, FILTERED, levelsOf, OUTSIDE, SHOWN } from "mapgen/core/levels.js";
import { Tallies } from "mapgen/core/tallies.js";

const PLACES = /** @type {any[]} */ ([0, 1, 2, 3, 4, 5].map((index) => ({ index })));
const HOME = Int32Array.of(0, 0, 1, 1, 2, -1); // place 5 is a whole country, which has no mark
const CATEGORIES = ["Rule", "War"].map((name, index) => ({ name, color: "", shape: "", index }));
const EVENTS = scatter(400);

Deno.test("what changes step by step is counted as if all were counted again", () => {
  const [running, fresh] = [1, 2].map(() => new Tallies(EVENTS, CATEGORIES));
  let levels = randomLevels(1);
  running.count(HOME, 3, levels);

  for (let step = 2; step < 30; step++) {
    const before = [0, 1, 2].map((mark) => running.of(mark));
    const next = randomLevels(step, levels);
    const touched = running.recount(next, differing(levels, next));
    levels = next;
    fresh.count(HOME, 3, levels);

    for (const mark of [0, 1, 2]) {
      assertEquals(running.of(mark), fresh.of(mark));
      assertEquals(running.of(mark), naive(mark, levels));
      assertEquals(running.isStopped(mark), fresh.isStopped(mark));
      if (!touched[mark]) assertEquals(running.of(mark), before[mark]);
    }
  }
});

Deno.test("a movement inside one mark is one event there, and one at either end of two marks", () => {
  const [from, near, far] = PLACES.filter(({ index }) => index !== 2);
  const tallies = new Tallies(events([{ place: from, to: near }, { place: from, to: far }]), []);

  tallies.count(HOME, 3, Uint8Array.of(SHOWN, SHOWN));

  assertEquals([0, 1].map((mark) => tallies.of(mark).length), [2, 1]);
});

Deno.test("a mark is stopped only if a filter stops all its events", () => {
  const [place] = PLACES;
  const tallies = new Tallies(events([{ place }, { place }]), []);

  tallies.count(HOME, 3, Uint8Array.of(FILTERED, OUTSIDE));
  assertEquals([tallies.isStopped(0), tallies.of(0).length], [false, 0]);

  tallies.recount(Uint8Array.of(FILTERED, FILTERED), Int32Array.of(1));
  assertEquals(tallies.isStopped(0), true);
});

Deno.test("an event that passes and is in the window is shown, one that only passes is outside", () => {
  const levels = levelsOf(Uint8Array.of(0, 1, 1), Uint8Array.of(0, 0, 1));

  assertEquals([...levels], [FILTERED, OUTSIDE, SHOWN]);
});

/**
 * @param {number} mark
 * @param {Uint8Array} levels
 * @returns {import("mapgen/core/tallies.js").Tally} by a look at every event
 */
function naive(mark, levels) {
  const shown = EVENTS.filter(({ index, place, to }) =>
    levels[index] === SHOWN && [place, to].some((one) => one && HOME[one.index] === mark)
  );
  return {
    length: shown.length,
    confirmed: shown.filter(({ status }) => status === "confirmed").length,
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
    status: any(["confirmed", "disputed"]),
  })));
}
