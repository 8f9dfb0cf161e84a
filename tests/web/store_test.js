import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { createStore } from "mapgen/store.js";

const EVENTS = events([
  { earliest: 0, latest: 9, status: "confirmed", tags: ["army"] },
  { earliest: 10, latest: 19, status: "reported" },
  { status: "disputed" },
]);
const store = () => createStore(collectionOf(EVENTS, { first: 0, last: 19 }));

Deno.test("a new store shows every event and has nothing selected", () => {
  const { get, shown } = store();

  assertEquals([...shown()], [1, 1, 1]);
  assertEquals([get().event, get().place], [-1, -1]);
});

Deno.test("a listener is told what is and what was", () => {
  const { set, subscribe } = store();
  /** @type {number[][]} */
  const told = [];
  subscribe((state, before) => told.push([state.place, before.place]));

  set({ place: 3 });

  assertEquals(told, [[3, -1]]);
});

Deno.test("a change that changes nothing is told to nobody", () => {
  const { set, subscribe } = store();
  let told = 0;
  subscribe(() => told += 1);

  set({ place: -1, tags: new Set() });

  assertEquals(told, 0);
});

Deno.test("an event is in the window if one day of it is", () => {
  const { set, shown, count } = store();

  set({ from: 9, to: 9, undated: false });

  assertEquals([...shown()], [1, 0, 0]);
  assertEquals(count(), 1);
});

Deno.test("events without a date have a switch of their own", () => {
  const { set, shown } = store();

  set({ undated: false });

  assertEquals([...shown()], [1, 1, 0]);
});

Deno.test("filters of different kinds must all let an event through", () => {
  const { set, shown } = store();

  set({ statuses: new Set(["confirmed", "disputed"]), tags: new Set(["army"]) });

  assertEquals([...shown()], [1, 0, 0]);
});

Deno.test("a reset shows everything and keeps what is selected", () => {
  const { set, reset, shown, get } = store();
  set({ query: "nothing has this", from: 5, event: 1 });

  reset();

  assertEquals([...shown()], [1, 1, 1]);
  assertEquals(get().event, 1);
});
