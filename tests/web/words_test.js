import { assertEquals } from "./assert.js";
import { AXIS } from "mapgen/core/words/axis.js";
import { DIALOGS } from "mapgen/core/words/dialogs.js";
import { EVENT } from "mapgen/core/words/event.js";
import { MAP } from "mapgen/core/words/map.js";
import { STORY } from "mapgen/core/words/story.js";
import { wordsOf } from "mapgen/core/words.js";

Deno.test("events are counted in the words of each language", () => {
  /** @param {import("mapgen/core/words.js").Language} language @param {number[]} numbers */
  const counted = (language, numbers) => {
    const { count, event } = wordsOf(language);
    return numbers.map((n) => count(event.events, n));
  };

  assertEquals(counted("en", [0, 1, 2]), ["0 events", "1 event", "2 events"]);
  assertEquals(counted("fr", [0, 1, 2]), ["0 événement", "1 événement", "2 événements"]);
  assertEquals(counted("ar", [0, 1, 2, 3, 11]), [
    "لا أحداث",
    "حدث واحد",
    "حدثان",
    "٣ أحداث",
    "١١ حدثًا",
  ]);
});

Deno.test("large numbers have the separators and digits of the language", () => {
  assertEquals(wordsOf("en").number(33000), "33,000");
  assertEquals(wordsOf("fr").number(33000), "33\u202f000");
  assertEquals(wordsOf("ar").number(33000), "٣٣٬٠٠٠");
});

for (const [room, words] of Object.entries({ AXIS, DIALOGS, EVENT, MAP, STORY })) {
  Deno.test(`every language has every word of ${room}, and none is blank`, () => {
    const [en, fr, ar] = [words.en, words.fr, words.ar].map((each) => Object.entries(each));

    assertEquals(fr.map(([name]) => name).sort(), en.map(([name]) => name).sort());
    assertEquals(ar.map(([name]) => name).sort(), en.map(([name]) => name).sort());
    assertEquals([...en, ...fr, ...ar].filter(([, word]) => word === ""), []);
  });
}
