import { assertEquals } from "./assert.js";
import { searchBlocks } from "mapgen/core/block-search.js";

/** @param {string[]} titles @param {number} size  of a block */
function collection(titles, size) {
  const count = titles.length;
  const none = () => new Int32Array(count).fill(-1);
  const blocks = Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
    title: titles.slice(i * size, (i + 1) * size),
  }));
  return /** @type {any} */ ({
    count,
    texts: {
      size,
      length: blocks.length,
      open: (/** @type {number} */ i) => Promise.resolve(blocks[i]),
    },
    places: [{ name: "Élysée", country: "France" }],
    categories: [{ name: "Rule" }],
    strings: ["archive", "letters"],
    columns: {
      place: new Int32Array(count),
      to: none(),
      category: none(),
      source: new Int32Array(count),
      tags: Int32Array.of(1),
      tagsEnd: new Int32Array(count).map((_, i) => i < 2 ? 0 : 1),
    },
  });
}

/** @param {string} query @returns {Promise<string[]>} what is known after each block */
async function found(query) {
  /** @type {string[]} */
  const told = [];
  await searchBlocks(collection(["one", "two", "Three", "one"], 2), query, (hits) => {
    told.push(hits.join(""));
    return true;
  });
  return told;
}

Deno.test("hits come block by block", async () => {
  assertEquals(await found("one"), ["1000", "1001"]);
  assertEquals(await found("THREE"), ["0000", "0010"]);
});

Deno.test("words are found in places, sources and tags too, each wherever it stands", async () => {
  assertEquals(await found("elysee one"), ["1000", "1001"]);
  assertEquals(await found("archive france"), ["1100", "1111"]);
  assertEquals(await found("letters"), ["0000", "0010"]);
  assertEquals(await found("rule"), ["0000", "0000"]);
});

Deno.test("a search ends when nobody listens any more", async () => {
  let told = 0;

  await searchBlocks(collection(["one", "two", "one"], 1), "one", () => (told += 1) < 2);

  assertEquals(told, 2);
});
