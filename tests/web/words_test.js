import { assertEquals } from "./assert.js";
import { words as wordsOf } from "./catalogues.js";

Deno.test("events are counted in the words of each language", () => {
  /** @param {Parameters<typeof wordsOf>[0]} language @param {number[]} numbers */
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
  assertEquals(wordsOf("en").number(1_234_567), "1,234,567");
  assertEquals(wordsOf("fr").number(0.5), "0,5");
  assertEquals(wordsOf("ar").number(1234.5), "١٬٢٣٤٫٥");
  assertEquals(wordsOf("ar").year(1946), "١٩٤٦");
});
