import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { countSources } from "mapgen/core/sources.js";
import { MANY } from "mapgen/core/table-columns.js";

Deno.test("a source is told once for each of its addresses, the one of most events first", () => {
  const [book, page, other] = [
    { source: "Book" },
    { source: "Archive", source_url: "https://a.example" },
    { source: "Archive", source_url: "https://b.example", weight: 3 },
  ];

  assertEquals(
    countSources(collectionOf(events([book, page, other, page]))),
    [
      { ...other, count: 3 },
      { ...page, count: 2 },
      { ...book, source_url: "", count: 1 },
    ].map(({ source, source_url, count }) => ({ source, source_url, count })),
  );
});

Deno.test("of many events a source is told once, whatever its addresses", () => {
  const many = Array.from({ length: MANY + 1 }, (_, i) => ({
    source: i % 3 ? "Archive" : "Book",
    source_url: `https://${i}.example`,
  }));

  assertEquals(countSources(collectionOf(events(many))), [
    { source: "Archive", source_url: "", count: 13_334 },
    { source: "Book", source_url: "", count: 6_667 },
  ]);
});
