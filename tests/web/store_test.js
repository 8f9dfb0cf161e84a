import { assertEquals } from "./assert.js";
import { createStore } from "mapgen/store.js";

Deno.test("a listener is told what is and what was", () => {
  const store = createStore();
  /** @type {number[][]} */
  const told = [];
  store.subscribe((state, before) => told.push([state.place, before.place]));

  store.set({ place: 3 });

  assertEquals(told, [[3, -1]]);
  assertEquals(store.get(), { place: 3 });
});

Deno.test("a change that changes nothing is told to nobody", () => {
  const store = createStore();
  let told = 0;
  store.subscribe(() => told += 1);

  store.set({ place: -1 });

  assertEquals(told, 0);
});
