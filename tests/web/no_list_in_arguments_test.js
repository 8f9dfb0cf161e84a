import plugin from "../lint/no_list_in_arguments.js";
import { assertEquals } from "./assert.js";

const found = (/** @type {string} */ source) =>
  /** @type {any} */ (Deno).lint.runPlugin(plugin, "mapgen/web/ui/tried.js", source).length;

Deno.test("a list that is spread into the arguments of a call is told", () => {
  assertEquals(found("list.append(...rows);"), 1);
  assertEquals(found("Math.max(1, ...counts) - Math.min(...counts);"), 2);
  assertEquals(found("new Kept(...rows);"), 1);
  assertEquals(found("rows.push.apply(rows, others);"), 1);
});

Deno.test("a list in a list, and what an object holds, are spread as they like", () => {
  assertEquals(found("const all = [...rows, { ...options }]; f(all, [...all]);"), 0);
  assertEquals(found("function f(...rest) { return rest; }"), 0);
});
