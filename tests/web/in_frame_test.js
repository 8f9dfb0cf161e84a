import { assertEquals } from "./assert.js";
import { inFrame, inFrames } from "mapgen/ui/in-frame.js";

/** @type {(() => void)[]} */
let frames = [];
const world = /** @type {any} */ (globalThis);
world.requestAnimationFrame = (/** @type {() => void} */ callback) => frames.push(callback);

function paint() {
  const [...asked] = frames;
  frames = [];
  for (const callback of asked) callback();
}

Deno.test("work is done once a frame, however often it is asked for", () => {
  let done = 0;
  const ask = inFrame(() => done += 1);

  ask();
  ask();
  assertEquals(done, 0);
  paint();
  assertEquals(done, 1);

  ask();
  paint();
  assertEquals(done, 2);
});

Deno.test("after long work the rest waits for the next frame", () => {
  /** @type {string[]} */
  const done = [];
  const long = inFrame(() => {
    const end = performance.now() + 20;
    while (performance.now() < end);
    done.push("long");
  });
  const short = inFrame(() => done.push("short"));

  long();
  short();
  paint();
  assertEquals(done, ["long"]);

  paint();
  assertEquals(done, ["long", "short"]);
});

Deno.test("work in steps goes on in the next frames, and once more for who asked meanwhile", () => {
  /** @type {number[]} */
  const done = [];
  let begun = 0;
  const ask = inFrames(function* () {
    begun += 1;
    for (const step of [1, 2]) {
      const end = performance.now() + 20;
      while (performance.now() < end);
      done.push(step);
      yield;
    }
  });

  ask();
  ask();
  paint();
  assertEquals(done, [1]);

  ask();
  while (frames.length > 0) paint();
  assertEquals([begun, ...done], [2, 1, 2, 1, 2]);
});

Deno.test("short work in steps is done in one frame", () => {
  let done = 0;
  const ask = inFrames(function* () {
    for (; done < 9; done++) yield;
  });

  ask();
  paint();
  assertEquals(done, 9);
});
