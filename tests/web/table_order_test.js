import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { tableColumns } from "mapgen/core/table-columns.js";
import { inOrder } from "mapgen/core/table-order.js";
import { everyIndex } from "mapgen/core/walk.js";

const TITLES = ["Élan", "zebra", "Item 10", "Item 9"];
const LATS = [-3.5, 33, null, 4];

const FILLED = ["title", "date", "edtf"];

/** @type {any[]} */
const PLACES = LATS.filter((lat) => lat !== null)
  .map((lat, index) => ({
    index,
    name: "",
    ownName: "",
    country: "Syria",
    area: false,
    lat,
    lon: 1,
  }));

function table() {
  const made = events(TITLES.map((title, i) => ({
    title,
    edtf: i < 3 ? `19${i}0` : "",
    date: i < 3 ? `19${i}0` : "",
    ...(i < 3 ? { earliest: i, latest: i } : {}),
    place: PLACES.find(({ lat }) => lat === LATS[i]) ?? null,
    .../** @type {any} */ ({ kind: "", status: "", id: "" }),
    extra: [["Box", i === 1 ? "7" : ""], ["Blank", ""]],
  })));
  return collectionOf(made, { places: PLACES, filled: FILLED });
}

/** @param {import("mapgen/payload.js").Collection} collection */
const names = (collection) => tableColumns(collection).map(({ name }) => name);

/** @param {string} name @param {boolean} descending */
function sorted(name, descending) {
  const collection = table();
  const column = tableColumns(collection).find((each) => each.name === name);
  const all = everyIndex(collection.count);
  const rows = column ? inOrder(collection, all, column, descending, "fr") : [];
  return Array.from(rows, (index) => TITLES[index]);
}

Deno.test("columns that say nothing are left out, and the author's own come last", () => {
  assertEquals(names(table()), ["title", "date_text", "country", "date", "lat", "lon", "Box"]);
});

Deno.test("where something moved is told only of what did, and of a country only its name", () => {
  const area = /** @type {any} */ ({ ...PLACES[0], index: 3, name: "Syria", area: true });
  const made = collectionOf(events([{ to: area }]), { places: [...PLACES, area], filled: [] });

  assertEquals(names(made), ["status", "to_country", "kind"]);
});

Deno.test("an image inside the page has no address to show", () => {
  /** @param {boolean} inside */
  const images = (inside) => collectionOf(events([{ image: "x", inside }]), { filled: ["image"] });

  assertEquals(names(images(false)), ["status", "kind", "image"]);
  assertEquals(names(images(true)), ["status", "kind"]);
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
