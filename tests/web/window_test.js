import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { random } from "./random.js";
import { shownEvents } from "mapgen/core/filter.js";
import { inWindow, readDays } from "mapgen/core/window.js";
import { createStore } from "mapgen/store.js";

Deno.test("a window shows what a look at every event would", () => {
  const collection = collectionOf(scatter(500), { first: 0, last: 999 });
  const store = createStore(collection);
  const next = random(3);

  for (let step = 0; step < 60; step++) {
    const from = Math.floor(next() * 1000);
    const statuses = new Set(step % 3 ? [] : ["confirmed"]);
    store.set({ from, to: from + Math.floor(next() * 300), undated: step % 2 === 0, statuses });

    const expected = shownEvents(collection, store.get());
    assertEquals([...store.shown()], [...expected]);
    assertEquals(store.count(), expected.reduce((sum, one) => sum + one, 0));
    assertEquals([...store.passing()], [...shownEvents(collection, store.get(), "window")]);
  }
});

Deno.test("a filter stops what the window would show, dated or not", () => {
  const some = events([{ earliest: 0, latest: 9 }, { earliest: 5, latest: 5 }, {}, {}]);
  const days = readDays(collectionOf(some).columns);

  const { shown, count } = inWindow(days, Uint8Array.of(1, 0, 1, 0), {
    from: 5,
    to: 5,
    undated: true,
  });

  assertEquals([[...shown], count], [[1, 0, 1, 0], 2]);
});

Deno.test("what stands for several events counts as many", () => {
  const some = events([{ earliest: 0, latest: 9, weight: 300 }, { earliest: 5, weight: 20 }]);
  const store = createStore(collectionOf(some, { first: 0, last: 9 }));

  const all = store.count();
  store.set({ from: 0, to: 4 });

  assertEquals([all, store.count()], [320, 300]);
});

/** @param {number} length @returns {import("mapgen/payload.js").HistoricalEvent[]} */
function scatter(length) {
  const next = random(length);
  return events(Array.from({ length }, () => {
    const earliest = Math.floor(next() * 1000);
    const latest = earliest + Math.floor(next() * 40);
    const status = next() < 0.5 ? "confirmed" : "reported";
    const kinds = [{ earliest, latest }, { earliest: -Infinity, latest }, { earliest }, {}];
    return { status, ...kinds[Math.floor(next() * 8)] ?? kinds[0] };
  }));
}
