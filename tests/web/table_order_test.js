import { assertEquals } from "./assert.js";
import { inOrder, tableColumns } from "mapgen/core/table-order.js";

const TITLES = ["Élan", "zebra", "Item 10", "Item 9"];
const LATS = [-3.5, 33, null, 4];

const FILLED = ["title", "date", "edtf"];

/** @type {any[]} */
const EVENTS = TITLES.map((title, index) => ({
  index,
  title,
  edtf: index < 3 ? `19${index}0` : "",
  date: index < 3 ? `19${index}0` : "",
  dated: index < 3,
  place: LATS[index] === null
    ? null
    : { name: "", country: "Syria", area: false, lat: LATS[index], lon: 1 },
  to: null,
  category: null,
  tags: [],
  ...{ kind: "", status: "", description: "", source: "", source_url: "", id: "" },
  ...{ image: "", image_alt: "", image_credit: "" },
  extra: [["Box", index === 1 ? "7" : ""], ["Blank", ""]],
}));

/** @param {string} name @param {boolean} descending */
function sorted(name, descending) {
  const column = tableColumns(EVENTS, FILLED).find((each) => each.name === name);
  return column ? inOrder(EVENTS, column, descending, "fr").map(({ title }) => title) : [];
}

Deno.test("columns that say nothing are left out, and the author's own come last", () => {
  const names = tableColumns(EVENTS, FILLED).map(({ name }) => name);

  assertEquals(names, ["title", "date_text", "country", "date", "lat", "lon", "Box"]);
});

Deno.test("titles are in the order of the alphabet, and numbers in them are numbers", () => {
  assertEquals(sorted("title", false), ["Élan", "Item 9", "Item 10", "zebra"]);
});

Deno.test("coordinates are in the order of numbers, and blank cells come last either way", () => {
  assertEquals(sorted("lat", false), ["Élan", "Item 9", "zebra", "Item 10"]);
  assertEquals(sorted("lat", true), ["zebra", "Item 9", "Élan", "Item 10"]);
});

Deno.test("dates are in the order of time, and events without one come last either way", () => {
  assertEquals(sorted("date_text", false), TITLES);
  assertEquals(sorted("date", true), ["Item 10", "zebra", "Élan", "Item 9"]);
});
