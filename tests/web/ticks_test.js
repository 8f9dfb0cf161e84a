import { assertEquals } from "./assert.js";
import { after, before, ceilTo, floorTo, keySteps, stepFor, ticks } from "mapgen/core/ticks.js";
import { civil, dayNumber, isoDay } from "mapgen/core/time.js";

const MOST = 12;

/** @param {number} start @param {number} end */
function isoTicks(start, end) {
  return ticks(start, end, stepFor(end - start, MOST)).map(isoDay);
}

Deno.test("one day has its own tick and the next day's", () => {
  const day = dayNumber(2012, 7, 6);

  assertEquals(isoTicks(day, day + 1), ["2012-07-06", "2012-07-07"]);
});

Deno.test("a month is told by its first, fifth, tenth and so on", () => {
  assertEquals(isoTicks(dayNumber(2012, 2), dayNumber(2012, 3)), [
    "2012-02-01",
    "2012-02-05",
    "2012-02-10",
    "2012-02-15",
    "2012-02-20",
    "2012-02-25",
    "2012-03-01",
  ]);
});

Deno.test("two years are told by quarters", () => {
  const found = isoTicks(dayNumber(2011), dayNumber(2013));

  assertEquals(found.slice(0, 5), [
    "2011-01-01",
    "2011-04-01",
    "2011-07-01",
    "2011-10-01",
    "2012-01-01",
  ]);
  assertEquals(found.length, 9);
});

Deno.test("a century is told by decades", () => {
  const found = isoTicks(dayNumber(1915), dayNumber(2015));

  assertEquals(found[0], "1920-01-01");
  assertEquals(found.length, 10);
});

Deno.test("twelve millennia are told by thousands of years before our era and in it", () => {
  const found = ticks(dayNumber(-11_999), dayNumber(2000), stepFor(14_000 * 365.2425, MOST));

  assertEquals(found.map((day) => civil(day).year), [
    -11_999,
    -9999,
    -7999,
    -5999,
    -3999,
    -1999,
    1,
    2000,
  ]);
});

Deno.test("ticks are few and round however long the axis is", () => {
  for (let days = 1; days < 12_000 * 366; days = Math.ceil(days * 1.07)) {
    for (const start of [dayNumber(-11_999), dayNumber(-300, 5, 3), dayNumber(1969, 12, 31)]) {
      const step = stepFor(days, MOST);
      const found = ticks(start, start + days, step);
      if (found.length > MOST) throw new Error(`${found.length} ticks for ${days} days`);
      assertEquals(found.map((day) => floorTo(day, step)), found);
    }
  }
});

Deno.test("the round day before and after a day lead there and back", () => {
  const steps = /** @type {const} */ (["day", "month", "year"])
    .flatMap((unit) => [1, 2].map((size) => ({ unit, size })));
  for (const step of steps) {
    const day = ceilTo(dayNumber(-1, 11, 12), step);

    assertEquals(before(after(day, step), step), day);
  }
});

Deno.test("a tick is never closer to the next month than half its step", () => {
  const step = { unit: /** @type {const} */ ("day"), size: 2 };

  assertEquals(ticks(dayNumber(2011, 2, 26), dayNumber(2011, 3, 2), step).map(isoDay), [
    "2011-02-27",
    "2011-03-01",
  ]);
});

Deno.test("arrow keys go a part of a tick, page keys a whole one", () => {
  const year = /** @type {const} */ ("year");

  assertEquals(keySteps({ unit: year, size: 10 }), {
    small: { unit: year, size: 1 },
    large: { unit: year, size: 10 },
  });
  assertEquals(keySteps({ unit: "month", size: 3 }).small, { unit: "month", size: 1 });
});
