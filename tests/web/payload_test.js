import { assertEquals } from "./assert.js";
import { checkOf, readColumns } from "mapgen/core/columns.js";
import { bytesFrom } from "mapgen/core/inflate.js";
import { Texts } from "mapgen/core/texts.js";

/** @param {...number[]} columns @returns {Uint8Array} as the page carries integers */
function planes(...columns) {
  const bytes = columns.flatMap((column) =>
    [0, 8, 16, 24].flatMap((shift) => column.map((value) => (value >> shift) & 255))
  );
  return new Uint8Array(bytes);
}

/** @param {unknown} value @returns {Promise<string>} base64 of deflated JSON */
async function deflated(value) {
  const stream = new Blob([JSON.stringify(value)]).stream();
  const packed = new Response(stream.pipeThrough(new CompressionStream("deflate-raw")));
  return btoa(String.fromCharCode(...new Uint8Array(await packed.arrayBuffer())));
}

/** @param {string[][]} titles  of each block */
async function textsOf(titles) {
  const parts = await Promise.all(titles.map((title) => deflated({ title })));
  /** @type {number[]} */
  const opened = [];
  const sources = parts.map((part, i) => () => {
    opened.push(i);
    return part;
  });
  return { texts: new Texts(2, sources, "deflate-raw"), opened };
}

Deno.test("days and lines add up, and open ends are infinite", () => {
  const [least, most] = [-(2 ** 31), 2 ** 31 - 1];
  const zeros = [0, 0];
  const numbers = planes(
    [least, 10 - least],
    [most - least, 5],
    ...[zeros, [-1, 3], zeros, zeros, zeros, zeros],
    ...[[9, -5], [0, 5], [1, 2], [0, 1], [7]],
  );

  const columns = readColumns(numbers, 2, "Int32");

  assertEquals([...columns.earliest], [-Infinity, 10]);
  assertEquals([...columns.latest], [Infinity, 15]);
  assertEquals([...columns.to], [-1, 3]);
  assertEquals([...columns.line], [9, 4]);
  assertEquals([...columns.tagsEnd, ...columns.tags], [0, 1, 7]);
});

Deno.test("a weight comes last where the head tells of one", () => {
  const zeros = Array.from({ length: 11 }, () => [0, 0]);
  const numbers = planes(...zeros, [0, 1], [7], [300, 1]);

  const [plain, weighted] = [false, true].map((is) => readColumns(numbers, 2, "Int32", is));

  assertEquals([...weighted.tags, ...weighted.weight ?? []], [7, 300, 1]);
  assertEquals(plain.weight, undefined);
});

Deno.test("the check of an id is that of zlib", () => {
  assertEquals(checkOf("123456789"), 0xcbf43926 & 0xffff);
  assertEquals(checkOf(""), 0);
});

Deno.test("a block is read when one of its events is needed, once", async () => {
  const { texts, opened } = await textsOf([["a", "b"], ["c", "d"]]);

  await Promise.all([texts.need([2, 3]), texts.need([3])]);

  assertEquals(opened, [1]);
  assertEquals([0, 1, 2, 3].map((index) => texts.read(index, "title")), ["", "", "c", "d"]);
});

Deno.test("what needs no reading happens at once", async () => {
  const { texts } = await textsOf([["a"]]);
  /** @type {string[]} */
  const told = [];

  texts.when([0], () => told.push("later"));
  texts.when([], () => told.push("at once"));
  await texts.need([0]);
  texts.when([0], () => told.push("known"));

  assertEquals(told, ["at once", "later", "known"]);
});

Deno.test("what is not deflated is read as it stands", async () => {
  const texts = new Texts(2, [() => '{"title":["a","b"]}'], "identity");

  await texts.need([1]);

  assertEquals(texts.read(1, "title"), "b");
  assertEquals([...await bytesFrom(btoa("\x01\x02"), "identity")], [1, 2]);
});
