import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { random } from "./random.js";
import { calendarOf, countingBins, skyline } from "mapgen/core/bins.js";
import { orderOf } from "mapgen/core/order.js";
import { lanesOf } from "mapgen/core/lanes.js";
import {
  including,
  moved,
  shifted,
  showing,
  stretched,
  wholeDomain,
  zoomed,
} from "mapgen/core/scale.js";
import { finished } from "mapgen/core/steps.js";
import { dayNumber, isoDay } from "mapgen/core/time.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

const ALL = { from: 0, to: 99 };
const DAY = { unit: /** @type {const} */ ("day"), size: 1 };
const YEAR = { unit: /** @type {const} */ ("year"), size: 1 };

/**
 * @param {Partial<HistoricalEvent>[]} given
 * @param {{start: number, end: number}} domain
 * @param {number} bins
 * @param {Uint8Array} [passing]
 */
function count(given, domain, bins, passing = new Uint8Array(given.length).fill(1)) {
  const calendar = calendarOf(collectionOf(events(given)));
  const { all, shown, firm } = finished(countingBins(calendar, passing, domain, bins));
  return { all: [...all], shown: [...shown], firm: [...firm] };
}

Deno.test("a bin counts every event that goes on in it, endless ones too", () => {
  const given = [{ earliest: 0, latest: 9 }, { earliest: 5, latest: 5 }, { latest: 3 }];

  const { all } = count([...given, { earliest: 12 }], { start: 0, end: 20 }, 4);

  assertEquals(all, [2, 2, 1, 1]);
});

Deno.test("bins count as a loop over all events and bins would", () => {
  const given = Array.from({ length: 300 }, (_, i) => {
    const earliest = i * 37 % 500;
    return { earliest, latest: earliest + i * 7 % 40 };
  });
  const domain = { start: 13.5, end: 411.25 };
  const length = (domain.end - domain.start) / 97;
  const passing = Uint8Array.from(given, (_, index) => Number(index % 3 > 0));

  const { all, shown } = count(given, domain, 97, passing);

  const inBin =
    (/** @type {typeof given} */ some) => (/** @type {unknown} */ _, /** @type {number} */ bin) => {
      const left = domain.start + bin * length;
      return some.filter(({ earliest, latest }) => earliest < left + length && latest + 1 > left)
        .length;
    };
  assertEquals(all, all.map(inBin(given)));
  assertEquals(shown, all.map(inBin(given.filter((_, index) => passing[index]))));
});

Deno.test("an event that fills a bin to its edges is in no other", () => {
  const weeks = Array.from({ length: 286 }, (_, i) => i);
  const given = weeks.map((week) => ({ earliest: 7 * week, latest: 7 * week + 6 }));

  assertEquals(count(given, { start: 0, end: 7 * 286 }, 286).all, weeks.map(() => 1));
});

Deno.test("periods and undated events are not in the histogram", () => {
  const { all } = count([{ earliest: 0, latest: 9, kind: "period" }, {}], { start: 0, end: 10 }, 1);

  assertEquals(all, [0]);
});

Deno.test("events that fail the filters, and those of vague date, are told apart", () => {
  const day = { earliest: 0, latest: 0 };
  const given = [day, { ...day, approximate: true }, day, { ...day, uncertain: true }];

  const { all, shown, firm } = count(given, { start: 0, end: 1 }, 1, Uint8Array.of(1, 1, 0, 1));

  assertEquals([all, shown, firm], [[4], [3], [1]]);
});

Deno.test("a bin counts as many as an event stands for", () => {
  const given = [{ earliest: 0, latest: 0, weight: 300 }, { earliest: 5, latest: 6 }];

  assertEquals(count(given, { start: 0, end: 10 }, 2).all, [300, 1]);
});

Deno.test("days are put in order as a comparison would, endless ones and wide spans too", () => {
  for (const span of [10, 100_000, 1e9, 1e12]) {
    const next = random(span % 1000 + 7);
    const days = Float64Array.from(
      { length: 2999 },
      (_, i) => [Infinity, -Infinity][i % 50] ?? Math.floor((next() - 0.5) * span),
    );
    const expected = [...days.keys()].sort((a, b) =>
      days[a] < days[b] ? -1 : days[a] > days[b] ? 1 : a - b
    );

    assertEquals([...orderOf(days)], expected);
  }
});

Deno.test("the skyline leaves out what is empty, and one event is never flat", () => {
  assertEquals(skyline([0, 1, 0], 1), "M1 1V0.000h1V1z");
  assertEquals(Number(/V([\d.]+)/.exec(skyline([1], 10_000))?.[1]) < 0.95, true);
});

Deno.test("periods that overlap lie in lanes of their own, others share one", () => {
  const spans = [{ from: 0, to: 10 }, { from: 5, to: 7 }, { from: 8, to: 20 }, {
    from: 21,
    to: Infinity,
  }];

  assertEquals(lanesOf(spans, 1), [0, 1, 1, 0]);
});

Deno.test("a short period keeps the room of its button free", () => {
  assertEquals(lanesOf([{ from: 0, to: 1 }, { from: 5, to: 6 }], 8), [0, 1]);
});

Deno.test("the axis begins before the first day and ends after the last, both at round years", () => {
  const { start, end } = wholeDomain({ from: dayNumber(1918), to: dayNumber(2012, 7, 31) });

  assertEquals([start, end].map(isoDay), ["1915-01-01", "2015-01-01"]);
});

Deno.test("one single day has an axis too", () => {
  const { start, end } = wholeDomain({ from: 0, to: 0 });

  assertEquals(start < 0 && end > 1, true);
});

Deno.test("zooming keeps the day under the pointer and never leaves the whole", () => {
  const whole = { start: 0, end: 100 };

  assertEquals(zoomed(whole, whole, 0.5, 20), { start: 10, end: 60 });
  assertEquals(zoomed({ start: 10, end: 60 }, whole, 4, 20), whole);
  assertEquals(zoomed(whole, whole, 1e-9, 99.9).end <= 100, true);
});

Deno.test("the axis moves no further than it must to show a day", () => {
  assertEquals(showing({ start: 10, end: 20 }, { start: 0, end: 100 }, 25), { start: 15, end: 25 });
});

Deno.test("a window that is moved keeps its length and stays within the collection", () => {
  assertEquals(moved({ from: 10, to: 19 }, ALL, 5), { from: 15, to: 24 });
  assertEquals(moved({ from: 10, to: 19 }, ALL, 500), { from: 90, to: 99 });
});

Deno.test("whole years stay whole years when they are moved", () => {
  const years = { from: dayNumber(1920), to: dayNumber(1924) - 1 };
  const all = { from: dayNumber(1900), to: dayNumber(2000) };

  const { from, to } = shifted(years, all, 365, YEAR);

  assertEquals([from, to].map(isoDay), ["1921-01-01", "1924-12-31"]);
});

Deno.test("the ends of the window never cross", () => {
  assertEquals(stretched({ from: 10, to: 20 }, ALL, "from", 50, DAY), { from: 20, to: 20 });
  assertEquals(stretched({ from: 10, to: 20 }, ALL, "to", 3, DAY), { from: 10, to: 10 });
});

Deno.test("a selected event outside the window brings the window along", () => {
  const window = { from: 10, to: 19 };

  assertEquals(including(window, ALL, { from: 15, to: 40 }), window);
  assertEquals(including(window, ALL, { from: 30, to: 32 }), { from: 23, to: 32 });
  assertEquals(including(window, ALL, { from: 3, to: 4 }), { from: 3, to: 12 });
  assertEquals(including(window, ALL, { from: 30, to: Infinity }), { from: 30, to: 99 });
});
