import { assertEquals } from "./assert.js";
import { events } from "./events.js";
import { csvFormat, geoJsonFormat } from "mapgen/core/export.js";
import { writeFile } from "mapgen/core/write-file.js";

const SIZE = 2; // events in a block
const TITLES = ["one", "two", "three", "four", "five"];

/** @type {number[]} */
const read = [];
const given = events(TITLES.map((title) => ({ title })));
/** @type {any} */
const collection = {
  texts: { size: SIZE, length: Math.ceil(given.length / SIZE) },
  eventsOf: (/** @type {number} */ block) => {
    read.push(block);
    return Promise.resolve(given.slice(block * SIZE, (block + 1) * SIZE));
  },
};

/** @param {number[]} chosen @param {import("mapgen/core/export.js").FileFormat} format */
async function written(chosen, format) {
  read.length = 0;
  /** @type {number[]} */
  const told = [];
  const mask = Uint8Array.from(TITLES, (_, i) => Number(chosen.includes(i)));
  const file = await writeFile(collection, mask, format, (share) => told.push(share));
  return { text: await file.text(), type: file.type, told };
}

Deno.test("a CSV has a row for each chosen event, whatever block it comes from", async () => {
  const { text, type, told } = await written([1, 2, 4], csvFormat([]));

  const titles = text.split("\r\n").map((line) => line.split(",")[0]);
  assertEquals(titles, ["title", "two", "three", "five", ""]);
  assertEquals([type, ...told], ["text/csv", 1 / 3, 2 / 3, 1]);
});

Deno.test("GeoJSON of several blocks is one collection, and so is that of none", async () => {
  const { text, type } = await written([0, 1, 3], geoJsonFormat('A "map"'));
  const none = await written([], geoJsonFormat("Map"));

  const { name, features } = JSON.parse(text);
  assertEquals([name, type], ['A "map"', "application/geo+json"]);
  assertEquals(features.map((/** @type {any} */ { properties }) => properties.title), [
    "one",
    "two",
    "four",
  ]);
  assertEquals(JSON.parse(none.text).features, []);
});

Deno.test("blocks without a chosen event are not read", async () => {
  await written([4], csvFormat([]));

  assertEquals(read, [2]);
});
