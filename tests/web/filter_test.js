import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { shownEvents } from "mapgen/core/filter.js";

const NOTHING = {
  from: -Infinity,
  to: Infinity,
  undated: true,
  categories: new Set(),
  statuses: new Set(),
  tags: new Set(),
  query: "",
  event: -1,
  place: -1,
};

Deno.test("open ends are in every window on their side", () => {
  const open = collectionOf(events([{ earliest: 100 }, { latest: 100 }]));

  assertEquals([...shownEvents(open, { ...NOTHING, from: 500, to: 600 })], [1, 0]);
  assertEquals([...shownEvents(open, { ...NOTHING, from: -600, to: -500 })], [0, 1]);
});

Deno.test("a filter can be left out, to count what it would let through", () => {
  const two = collectionOf(events([{ status: "reported" }, { status: "confirmed" }]));
  const state = { ...NOTHING, statuses: new Set(["reported"]) };

  assertEquals([...shownEvents(two, state)], [1, 0]);
  assertEquals([...shownEvents(two, state, "statuses")], [1, 1]);
});

Deno.test("a search looks at title, text, place, source and tags, accents and case ignored", () => {
  const found = collectionOf(events([
    { title: "Élysée" },
    { description: "<p>Émigrés &amp; exiles</p>" },
    { source: "ELYSEE" },
    { tags: ["élysée"] },
    { title: "other" },
  ]));

  assertEquals([...shownEvents(found, { ...NOTHING, query: "elysee" })], [1, 0, 1, 1, 0]);
  assertEquals([...shownEvents(found, { ...NOTHING, query: "EMIGRES exiles" })], [0, 1, 0, 0, 0]);
});
