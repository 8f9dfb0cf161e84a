import { assertEquals } from "./assert.js";
import { fileOf, partFrom, partOf } from "mapgen/site/part.js";

Deno.test("the address asks for a part by its number, and for none by anything else", () => {
  const asked = ["?part=17", "?x=1&part=3", "", "?part=", "?part=0", "?part=-1", "?part=../x"];

  assertEquals(asked.map(partOf), [17, 3, 0, 0, 0, 0, 0]);
});

Deno.test("the files of parts sort by their numbers", () => {
  assertEquals([fileOf(7), fileOf(12345)], ["parts/0007.json", "parts/12345.json"]);
});

Deno.test("a part is drawn on the outlines of the page, and speaks its words", () => {
  const part = { number: 1, name: "1900 · Here", earlier: 0, later: 2 };
  const file = {
    part,
    head: { count: 1 },
    tables: { strings: ["a"] },
    numbers: "n",
    blocks: ["b"],
  };
  const page = {
    head: "",
    tables: '{"strings":[],"outlines":{"arcs":[]},"words":{"map":{}}}',
    numbers: "",
    blocks: [],
  };

  const { parts } = partFrom(file, page);

  assertEquals(JSON.parse(parts.head), { count: 1 });
  assertEquals(JSON.parse(parts.tables), {
    strings: ["a"],
    outlines: { arcs: [] },
    words: { map: {} },
  });
  assertEquals([parts.numbers, parts.blocks[0]()], ["n", "b"]);
});
