import { assertEquals } from "./assert.js";
import { breathing, finished, wanted } from "mapgen/core/steps.js";

/** @param {number} steps @param {number} lasting  milliseconds of each */
function* counting(steps, lasting) {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + lasting;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

Deno.test("work in steps is done in one go, or between other tasks", async () => {
  let others = 0;
  const timer = setInterval(() => others += 1);

  const made = await breathing(counting(5, 5));
  clearInterval(timer);

  assertEquals(made, 5);
  assertEquals(others > 0, true);
  assertEquals(finished(counting(5, 0)), 5);
});

Deno.test("work that is not wanted any more ends before its next step", () => {
  let done = 0;
  const work = (function* () {
    for (;;) {
      done += 1;
      yield;
    }
  })();

  finished(wanted(work, () => done < 3));

  assertEquals(done, 3);
});
