import { tell, wordsOf } from "mapgen/preview/telling.js";
import { assertEquals } from "./assert.js";
import { CATALOGUES } from "./catalogues.js";

/** @typedef {import("mapgen/preview/telling.js").Note} Note */

const WORDS = wordsOf(CATALOGUES.en);

/** @type {Note} */
const ERROR = {
  severity: "error",
  file: "a.csv",
  line: 14,
  column: "date",
  message: "has month 13",
  cure: "write it as 1982-12",
};

Deno.test("a problem says where it is, what was met and the cure", () => {
  const told = tell([ERROR], WORDS, true);

  assertEquals(told.parts, [{
    heading: "1 error",
    items: [{ where: "a.csv:14: date", message: "Has month 13", cure: "Write it as 1982-12" }],
    more: "",
  }]);
});

Deno.test("a problem of a whole file, and one of no file, leave out what they do not know", () => {
  const notes = [{ ...ERROR, line: null, column: null }, {
    ...ERROR,
    file: undefined,
    column: null,
  }];

  const [{ items }] = tell(notes.map((note) => ({ ...note, cure: "" })), WORDS, true).parts;

  assertEquals(items.map(({ where }) => where), ["a.csv", ""]);
});

Deno.test("errors come before warnings, and each kind is counted", () => {
  const warning = { ...ERROR, severity: /** @type {const} */ ("warning") };

  const told = tell([warning, ERROR, warning], WORDS, true);

  assertEquals(told.tally, "1 error, 2 warnings");
  assertEquals(told.urgent, true);
});

Deno.test("decisions stand between errors and warnings, and leave the page as it is drawn", () => {
  /** @type {Note[]} */
  const notes = [{ ...ERROR, severity: "warning" }, { ...ERROR, severity: "decision" }];

  const told = tell(notes, WORDS, true);

  assertEquals([told.tally, told.urgent], ["1 decision, 1 warning", false]);
});

Deno.test("warnings alone leave the page as it is drawn", () => {
  const told = tell([{ ...ERROR, severity: "warning" }], WORDS, true);

  assertEquals([told.urgent, told.note], [false, ""]);
});

Deno.test("a fault is not the author's to correct", () => {
  const told = tell([{ severity: "fault", message: "KeyError" }], WORDS, true);

  assertEquals(told.note, `${WORDS.asBefore} ${WORDS.faulty}`);
});

Deno.test("of very many problems the first hundred are told, and the number of the others", () => {
  const [{ items, more }] = tell(Array(1234).fill(ERROR), WORDS, false).parts;

  assertEquals([items.length, more], [100, "1,134 more in the terminal"]);
});
