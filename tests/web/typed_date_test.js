import { assertEquals } from "./assert.js";
import { words as wordsOf } from "./catalogues.js";
import { dateText } from "mapgen/core/date-text.js";
import { dayNumber, isoDay } from "mapgen/core/time.js";
import { readTyped } from "mapgen/core/typed-date.js";

/** @type {Record<string, [string, string]>} */
const DATES = {
  "1920": ["1920-01-01", "1920-12-31"],
  "1920-04": ["1920-04-01", "1920-04-30"],
  "1920-04-17": ["1920-04-17", "1920-04-17"],
  "-0043": ["-0043-01-01", "-0043-12-31"],
  "Y-12000": ["Y-12000-01-01", "Y-12000-12-31"],
  "1920~": ["1920-01-01", "1920-12-31"],
  "192X": ["1920-01-01", "1929-12-31"],
  "-01XX": ["-0199-01-01", "-0100-12-31"],
  "1920/1946": ["1920-01-01", "1946-12-31"],
  "44 BC": ["-0043-01-01", "-0043-12-31"],
  "44 B.C.E.": ["-0043-01-01", "-0043-12-31"],
  "12000 BC": ["Y-11999-01-01", "Y-11999-12-31"],
  "12,000 BCE": ["Y-11999-01-01", "Y-11999-12-31"],
  "12 000 av. J.-C.": ["Y-11999-01-01", "Y-11999-12-31"],
  "1 BCE": ["0000-01-01", "0000-12-31"],
  "AD 79": ["0079-01-01", "0079-12-31"],
  "15 March 44 BC": ["-0043-03-15", "-0043-03-15"],
  "July 2012": ["2012-07-01", "2012-07-31"],
  "6 July 2012": ["2012-07-06", "2012-07-06"],
  "July 6th, 2012": ["2012-07-06", "2012-07-06"],
  "1er juillet 2012": ["2012-07-01", "2012-07-01"],
  "février 1900": ["1900-02-01", "1900-02-28"],
  "c. 1920": ["1920-01-01", "1920-12-31"],
  "١٩٢٠": ["1920-01-01", "1920-12-31"],
  "٦ تموز ٢٠١٢": ["2012-07-06", "2012-07-06"],
  "كانون الثاني ١٩٢٠": ["1920-01-01", "1920-01-31"],
  "٦ يوليو 2012": ["2012-07-06", "2012-07-06"],
  "٤٤ ق.م": ["-0043-01-01", "-0043-12-31"],
  "13/04/1946": ["1946-04-13", "1946-04-13"],
  "04/13/1946": ["1946-04-13", "1946-04-13"],
  "18XX": ["1800-01-01", "1899-12-31"],
  "القرن 19": ["1800-01-01", "1899-12-31"],
  "القرن الـ١٩": ["1800-01-01", "1899-12-31"],
  "القرن التاسع عشر": ["1800-01-01", "1899-12-31"],
  "القرن الحادي والعشرين": ["2000-01-01", "2099-12-31"],
  "القرن الأول قبل الميلاد": ["-0099-01-01", "0000-12-31"],
  "أواخر القرن التاسع عشر": ["1867-01-01", "1899-12-31"],
  "أربعينيات القرن العشرين": ["1940-01-01", "1949-12-31"],
  "الأربعينات من القرن العشرين": ["1940-01-01", "1949-12-31"],
  "عقد ١٩٢٠": ["1920-01-01", "1929-12-31"],
  "أوائل ١٩٤٦": ["1946-01-01", "1946-04-30"],
  "ربيع 1946": ["1946-03-01", "1946-05-31"],
  "شتاء عام ١٩٤٦": ["1946-12-01", "1947-02-28"],
  "حوالي ١٩٤٠": ["1940-01-01", "1940-12-31"],
  "١٩٤٠؟": ["1940-01-01", "1940-12-31"],
  "19ème siècle": ["1800-01-01", "1899-12-31"],
  "dix-neuvième siècle": ["1800-01-01", "1899-12-31"],
  "IIe millénaire av. J.-C.": ["-1999-01-01", "-1000-12-31"],
  "printemps 1946": ["1946-03-01", "1946-05-31"],
  "1920–1946": ["1920-01-01", "1946-12-31"],
  "1946-21/1946-23": ["1946-03-01", "1946-11-30"],
};

for (const [text, days] of Object.entries(DATES)) {
  Deno.test(`${text} is read`, () => {
    const typed = readTyped(text);

    if (typed.kind !== "date") throw new Error(typed.kind);
    assertEquals([typed.reading.from, typed.reading.to].map(isoDay), days);
  });
}

for (
  const text of [
    ...["", "soon", "44", "1920-13", "31/02/1946", "30 February 1920", "0 BC", "1946/1920"],
    ...["20s", "1900s", "1920-42", "spring", "spring 46", "spring 1946-47", "winter 1944-46"],
    ...["century", "0th century", "101st century", "iiii siècle", "late spring 1946", "late"],
    ...["الأربعينيات", "القرن", "ربيع الأول ١٣٤٠ هـ"],
  ]
) {
  Deno.test(`${JSON.stringify(text)} is no date`, () => {
    assertEquals(readTyped(text).kind, "wrong");
  });
}

const TRUTH_LINE = /^(?:"((?:[^"]|"")*)"|([^,]*)),([^,]*),([^,]*),([^,]*),/;
/** Lists of dates, years with few significant digits, and times of day. */
const REFUSED = /[[{]|^\.\.(?!\/)|\dS\d|\d:\d/;

/** @returns {{text: string, days: (number | null)[], refused: boolean}[]} what Python reads */
function truth() {
  return Deno.readTextFileSync("tests/date_truth.csv").trim().split("\n").slice(1).map((line) => {
    const [, quoted, plain, earliest, latest, precision] = TRUTH_LINE.exec(line) ?? [];
    const days = [earliest, latest].map((end) => end === "" ? null : dayOf(end));
    return { text: quoted ?? plain, days, refused: precision === "refused" };
  });
}

/** @param {string} end  a day of the years 1 to 9999, or its number @returns {number} */
function dayOf(end) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(end) ?? [];
  return year ? dayNumber(Number(year), Number(month), Number(day)) : Number(end);
}

/** @param {import("mapgen/core/typed-date.js").Typed} typed @returns {string} its days, or none */
function daysOf(typed) {
  if (typed.kind !== "date") return "refused";
  const { from, to } = typed.reading;
  return [from, to].map((day) => Number.isFinite(day) ? day : "").join("/");
}

Deno.test("each text of the truth table is read as the days that Python reads", () => {
  const table = truth();

  const others = table.map(({ text, days, refused }) => {
    const expected = refused || REFUSED.test(text) ? "refused" : days.join("/");
    return { text, expected, read: daysOf(readTyped(text)) };
  }).filter(({ expected, read }) => expected !== read);

  assertEquals(table.length >= 300, true);
  assertEquals(others, []);
});

Deno.test("an open end is open", () => {
  const ends = ["before 1920", "1920/..", "حتى ١٩٤٦"].map((text) => {
    const typed = readTyped(text);
    return typed.kind === "date" && [typed.reading.from > -Infinity, typed.reading.to < Infinity];
  });

  assertEquals(ends, [[false, true], [true, false], [false, true]]);
});

Deno.test("a text without end is refused at once", () => {
  const started = performance.now();

  const kinds = [
    "x".repeat(1e6),
    "mid ".repeat(240) + "1920",
    "1940 to ".repeat(120),
    "(?)".repeat(330),
  ]
    .map((text) => readTyped(text).kind);

  assertEquals(kinds, ["wrong", "wrong", "wrong", "wrong"]);
  assertEquals(performance.now() - started < 2000, true);
});

Deno.test("a day and a month that could be either are refused with both readings", () => {
  const typed = readTyped("03/04/1946");

  if (typed.kind !== "ambiguous") throw new Error(typed.kind);
  assertEquals(typed.readings.map(isoDay), ["1946-04-03", "1946-03-04"]);
});

for (const language of /** @type {const} */ (["en", "fr", "ar"])) {
  Deno.test(`what the boxes show in ${language} reads back to the same day`, () => {
    const words = wordsOf(language);
    const text = dateText(words.dates);
    for (let day = -4_400_000; day < 60_000; day += day % 5 ? 1 : 4001) {
      const [from, to] = [readTyped(text.start(day)), readTyped(text.end(day))];
      if (from.kind !== "date" || to.kind !== "date") throw new Error(text.day(day));
      assertEquals([from.reading.from, to.reading.to], [day, day]);
    }
  });
}

Deno.test("days are said in the words of each language, early years with their era", () => {
  const said = (/** @type {"en" | "fr" | "ar"} */ language, /** @type {number} */ day) => {
    const words = wordsOf(language);
    return dateText(words.dates).day(day);
  };

  assertEquals(said("en", 15_527), "6 July 2012");
  assertEquals(said("ar", 15_527), "٦ تموز ٢٠١٢");
  assertEquals(said("en", -735_160), "15 March 44 BCE");
  assertEquals(said("fr", -735_160), "15 mars 44 av. J.-C.");
  assertEquals(said("fr", 15_522), "1er juillet 2012");
  assertEquals(said("en", dayNumber(12_345, 2, 3)), "3 February 12,345");
  assertEquals(said("fr", dayNumber(-123_455, 2, 3)), "3 février 123\u202f456 av. J.-C.");
  assertEquals(said("ar", dayNumber(12_345, 2, 3)), "٣ شباط ١٢٬٣٤٥");
});

Deno.test("the axis names years, months and days, each with its year where one begins", () => {
  /** @type {[number, string, boolean][]} */
  const ticks = [
    [dayNumber(2012, 9), "month", true],
    [dayNumber(2012, 10), "month", false],
    [dayNumber(2013, 1), "month", false],
    [dayNumber(2013, 1), "day", false],
    [dayNumber(2013, 1, 2), "day", false],
    [dayNumber(987, 1), "year", false],
  ];
  const said = (/** @type {"en" | "fr" | "ar"} */ language) => {
    const { tick } = dateText(wordsOf(language).dates);
    return ticks.map((each) => tick(...each));
  };

  assertEquals(said("en"), ["Sept 2012", "Oct", "Jan 2013", "1 Jan 2013", "2 Jan", "987 CE"]);
  assertEquals(said("fr")[3], "1er janv. 2013");
  assertEquals(said("ar")[4], "٢ كانون الثاني");
});
