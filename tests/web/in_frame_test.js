import { assertEquals } from "./assert.js";
import { inFrame } from "mapgen/ui/in-frame.js";

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
