import { assertEquals } from "./assert.js";
import { fold, hits } from "mapgen/core/search.js";

/** @param {string} text @param {string} query */
const found = (text, query) => hits(text, query).map(([begin, end]) => text.slice(begin, end));

Deno.test("case, accents and Arabic vowel signs make no difference", () => {
  assertEquals(fold("Élysée"), "elysee");
  assertEquals(fold("دِمَشْق"), "دمشق");
  assertEquals(fold("أُمّة"), "امه");
});

Deno.test("a hit is the text as it is written, accents and all", () => {
  assertEquals(found("The Élysée in Paris", "elysee"), ["Élysée"]);
  assertEquals(found("Cafe\u0301s and cafés", "cafe"), ["Cafe\u0301", "café"]);
  assertEquals(found("زار دِمَشْق أمس", "دمشق"), ["دِمَشْق"]);
});

Deno.test("every word is found wherever it stands", () => {
  assertEquals(found("Paris, then Hama, then Paris", "paris hama"), ["Paris", "Hama", "Paris"]);
});

Deno.test("hits that overlap or touch are one", () => {
  assertEquals(found("defection", "defect ection"), ["defection"]);
  assertEquals(found("aaaa", "aa"), ["aaaa"]);
});

Deno.test("characters of two units before a hit do not shift it", () => {
  assertEquals(hits("👩🏽‍🚀 Damas", "damas"), [[8, 13]]);
});

Deno.test("nothing asked finds nothing", () => {
  assertEquals(hits("Paris", " "), []);
});
