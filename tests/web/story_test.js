import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { countingAll, countingFacets } from "mapgen/core/facets.js";
import { grouping } from "mapgen/core/groups.js";
import { finished } from "mapgen/core/steps.js";
import { dayNumber } from "mapgen/core/time.js";
import { before, neighbours, shownIndices } from "mapgen/core/walk.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

/** @param {number} first  year @param {number} last  year */
const years = (first, last) => ({
  earliest: dayNumber(first),
  latest: dayNumber(last, 12, 31),
});

/** @param {HistoricalEvent[]} given @param {number} first @param {number} last */
const keys = (given, first, last) =>
  given.map(grouping(collectionOf(given).periods, dayNumber(first), dayNumber(last))).map((
    { key },
  ) => key);

Deno.test("an event belongs to the shortest period that holds its begin", () => {
  const given = events([
    { ...years(1920, 1946), kind: "period" },
    { ...years(1940, 1941), kind: "period" },
    years(1940, 1950),
    years(1943, 1943),
  ]);

  assertEquals(keys(given, 1920, 1950), ["period 0", "period 1", "period 1", "period 0"]);
});

Deno.test("an event outside every period belongs to its year, decade, century or millennium", () => {
  assertEquals(keys(events([years(1946, 1946)]), 1940, 1950), ["1946"]);
  assertEquals(keys(events([years(1946, 1946)]), 1800, 1950), ["1940"]);
  assertEquals(keys(events([years(1946, 1946)]), 1, 1950), ["1900"]);
  assertEquals(keys(events([years(1946, 1946)]), -9000, 1950), ["1000"]);
});

Deno.test("years before the common era are counted back from it", () => {
  assertEquals(keys(events([years(-43, -43)]), -50, -40), ["-44"]);
  assertEquals(keys(events([years(-43, -43)]), -100, 0), ["-40"]);
});

Deno.test("an event with an open start stands where it ended, an undated one apart", () => {
  const given = events([{ earliest: -Infinity, latest: dayNumber(1946) }, {}]);

  assertEquals(keys(given, 1940, 1950), ["1946", "undated"]);
});

Deno.test("a period without an end holds what came later", () => {
  const given = events([
    { earliest: dayNumber(2000), latest: Infinity, kind: "period" },
    years(2012, 2012),
  ]);

  assertEquals(keys(given, 2000, 2012), ["period 0", "period 0"]);
});

const STATE = {
  from: dayNumber(1900),
  to: dayNumber(2000),
  undated: true,
  categories: new Set(),
  statuses: new Set(),
  tags: new Set(),
  query: "",
  event: -1,
  place: -1,
};
const TOLD = events([
  { ...years(1920, 1920), tags: ["war", "exile"] },
  { ...years(1940, 1940), tags: ["war"], status: "disputed" },
  { ...years(2010, 2010), tags: ["exile"] },
]);

Deno.test("a count follows the window and the other filters, but not its own", () => {
  const counts = finished(countingFacets(collectionOf(TOLD), { ...STATE, tags: new Set(["war"]) }));

  assertEquals([...counts.tags], [["war", 2], ["exile", 1]]);
  assertEquals([...counts.statuses], [["confirmed", 1], ["disputed", 1]]);
});

Deno.test("a filter by status offers what is said, and nothing where no status is", () => {
  const some = events([{ status: "" }, { status: "disputed" }, { status: "" }]);
  const none = events([{ status: "" }, { status: "" }]);

  const [said, unsaid] = [some, none].map((given) =>
    finished(countingAll(collectionOf(given), compare)).statuses
  );

  assertEquals([...said], [["disputed", 1]]);
  assertEquals(unsaid.size, 0);
});

const { compare } = new Intl.Collator("fr");

Deno.test("the filters offer every value, the most frequent first", () => {
  assertEquals([...finished(countingAll(collectionOf(TOLD), compare)).statuses], [
    ["confirmed", 2],
    [
      "disputed",
      1,
    ],
  ]);
  assertEquals([...finished(countingAll(collectionOf(TOLD), compare)).categories], []);
});

Deno.test("values that are equally frequent stand by name, as the language sorts them", () => {
  const given = events([{ tags: ["zone", "été", "Exil", "guerre"] }, { tags: ["guerre"] }]);

  assertEquals([...finished(countingAll(collectionOf(given), compare)).tags.keys()], [
    "guerre",
    "été",
    "Exil",
    "zone",
  ]);
});

Deno.test("the way through the story leads only to what is shown", () => {
  const shown = shownIndices(Uint8Array.of(1, 0, 1, 0, 1));

  assertEquals([...shown], [0, 2, 4]);
  assertEquals(neighbours(shown, 2), { previous: 0, next: 4 });
  assertEquals(neighbours(shown, 3), { previous: 2, next: 4 });
  assertEquals(neighbours(shown, -1), { previous: -1, next: 0 });
  assertEquals(neighbours(shown, 4), { previous: 2, next: -1 });
  assertEquals(neighbours([], 4), { previous: -1, next: -1 });
  assertEquals([0, 3, 9].map((index) => before(shown, index)), [0, 2, 3]);
});
