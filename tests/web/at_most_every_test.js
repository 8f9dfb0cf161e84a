import { assertEquals } from "./assert.js";
import { atMostEvery } from "mapgen/ui/at-most-every.js";

/** @param {number} milliseconds */
const passing = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

Deno.test("what is asked for often is done at once, then once in a while, the last time too", async () => {
  let now = 0;
  /** @type {number[]} */
  const done = [];
  const ask = atMostEvery(50, () => done.push(now));

  for (now = 1; now <= 5; now++) {
    ask();
    await passing(5);
  }
  await passing(60);

  assertEquals([done[0], done.at(-1), done.length < 5], [1, 6, true]);
});
