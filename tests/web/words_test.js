import { assertEquals } from "./assert.js";
import { wordsOf } from "mapgen/core/words.js";

Deno.test("events are counted in the words of each language", () => {
  assertEquals([0, 1, 2].map(wordsOf("en").events), ["0 events", "1 event", "2 events"]);
  assertEquals([0, 1, 2].map(wordsOf("fr").events), [
    "0 événement",
    "1 événement",
    "2 événements",
  ]);
  assertEquals([0, 1, 2, 3].map(wordsOf("ar").events).slice(0, 3), [
    "لا أحداث",
    "حدث واحد",
    "حدثان",
  ]);
});

Deno.test("every language has every word", () => {
  const [en, fr, ar] = ["en", "fr", "ar"].map((language) => Object.keys(wordsOf(language)).sort());

  assertEquals(fr, en);
  assertEquals(ar, en);
});
