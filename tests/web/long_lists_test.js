import { greatest, least } from "mapgen/core/extremes.js";
import { toMarkdown } from "mapgen/core/markdown.js";
import { assertEquals } from "./assert.js";

const LONG = 300_000; // numbers; a call takes no more than half as many arguments

Deno.test("the extremes of a list longer than a call takes arguments are found", () => {
  const numbers = Float64Array.from({ length: LONG }, (_, i) => i - 7);

  assertEquals([greatest(numbers), least(numbers)], [LONG - 8, -7]);
});

Deno.test("nothing is the greatest of an empty list but what was asked for", () => {
  assertEquals([greatest([], 1), greatest([-3], 0), least([])], [1, 0, Infinity]);
});

Deno.test("a code with very many backticks becomes Markdown", () => {
  const ticks = "` ".repeat(LONG);

  assertEquals(toMarkdown(`<p><code>${ticks}</code></p>`).startsWith("``"), true);
});
