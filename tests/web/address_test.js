import { assertEquals } from "./assert.js";
import { collectionOf, events } from "./events.js";
import { checkOf } from "mapgen/core/columns.js";
import { embedAddress, embedOf, readAddress, writeAddress } from "mapgen/core/address.js";

/** @typedef {import("mapgen/payload.js").Collection} Collection */

const FIRST = -18993; // 1918-01-01
const LAST = 15705; // 2012-12-31
const PLACES = [["Damascus", "Syria"], ["Tripoli", "Libya"], ["Tripoli", "Lebanon"], ["حماة", ""]];

const IDS = ["coup", "tlas-flees", "سقوط/&=#+ %"];

const collection = /** @type {Collection} */ (/** @type {unknown} */ ({
  first: FIRST,
  last: LAST,
  event: (/** @type {number} */ index) => IDS.map((id) => ({ id }))[index],
  columns: { check: Int32Array.from(IDS, checkOf) },
  places: PLACES.map(([name, country], index) => ({ name, country, index })),
  categories: [{ name: "French rule", index: 0 }, { name: "حكم، وسلطة", index: 1 }],
}));

/** @type {import("mapgen/store.js").State} */
const first = {
  from: FIRST,
  to: LAST,
  undated: true,
  categories: new Set(),
  statuses: new Set(),
  tags: new Set(),
  query: "",
  event: -1,
  place: -1,
};

/** @param {Partial<import("mapgen/store.js").State>} change @param {string} view */
const write = (change, view = "") => writeAddress({ ...first, ...change }, view, collection);

/** @param {string} address */
const read = (address) => readAddress(address, collection);

/** @param {import("mapgen/store.js").State} state */
const plain = (state) =>
  Object.entries(state).map(([name, value]) => [name, value instanceof Set ? [...value] : value]);

Deno.test("the first view needs no address", () => {
  assertEquals(write({}), "");
  assertEquals(plain(read("").state), plain(first));
});

Deno.test("an address is short and can be read", () => {
  const change = { event: 1, from: -18263, categories: new Set([0]), tags: new Set(["army"]) };

  assertEquals(
    write(change, "4.5/36.2/20.1"),
    "event=tlas-flees&from=1920-01-01&category=French%20rule&tag=army&map=4.5/36.2/20.1",
  );
});

Deno.test("every part of a state comes back from its address, in any script", () => {
  const state = {
    ...first,
    event: 2,
    place: 3,
    from: -735_000, // before the year 1
    to: 0,
    undated: false,
    categories: new Set([0, 1]),
    statuses: new Set(["disputed", "reported"]),
    tags: new Set(["a&b=c", "ثورة"]),
    query: "حماة + 100 % #1",
  };

  const visit = read(`#${writeAddress(state, "2/-33.5/170", collection)}`);

  assertEquals(plain(visit.state), plain(state));
  assertEquals(visit.view, "2/-33.5/170");
});

Deno.test("days long before and after our time come back", () => {
  for (const from of [-5_102_000, -719_529, -719_528, -1]) {
    assertEquals(read(write({ from })).state.from, from);
  }
  assertEquals(read(write({ to: 3_000_000 })).state.to, 3_000_000);
});

Deno.test("two places of one name are told apart by their countries", () => {
  assertEquals(write({ place: 2 }), "place=Tripoli,%20Lebanon");
  assertEquals([0, 1, 2, 3].map((place) => read(write({ place })).state.place), [0, 1, 2, 3]);
});

Deno.test("an event that is no longer there leads to the whole map, and is said", () => {
  const visit = read("#event=gone&from=1946-01-01&map=4/1/1");

  assertEquals(visit.lost, true);
  assertEquals(visit.view, "");
  assertEquals(plain(visit.state), plain(first));
});

Deno.test("a link leads on where the row of its event was changed, or had no mark yet", () => {
  const rows = events([{ id: "raid-1914~ab12", title: "Raid" }, { id: "siege", title: "Siege" }]);
  const small = collectionOf(rows, { first: 0, last: 9 });

  for (const id of ["raid-1914~ab12", "raid-1914~zz99", "raid-1914"]) {
    assertEquals(readAddress(`event=${id}`, small).state.event, 0);
  }
  assertEquals(readAddress("event=raid", small).lost, true);
});

Deno.test("a link that may mean one of several events opens none, and shows them all", () => {
  const twins = ["raid-1914~ab12", "raid-1914~cd34"].map((id) => ({ id, title: "Raid" }));
  const small = collectionOf(events(twins), { first: 0, last: 9 });

  const visit = readAddress("event=raid-1914", small);

  assertEquals([visit.state.event, visit.state.query, visit.lost], [-1, "Raid", false]);
  assertEquals(readAddress("event=raid-1914~cd34", small).state.event, 1);
});

Deno.test("what cannot be understood is left out", () => {
  const address = "from=1920-02-31&to=soon&category=none&place=Nowhere&map=here&x=%E0%A4%A";

  assertEquals(plain(read(address).state), plain(first));
  assertEquals(read(address).view, "");
});

Deno.test("a window that ends before it begins is left out", () => {
  assertEquals(plain(read("from=1946-01-01&to=1920-01-01").state), plain(first));
});

Deno.test("half a character in a search does not break the address", () => {
  assertEquals(write({ query: "a\ud83d" }), "q=a%EF%BF%BD");
});

Deno.test("an address can ask for the map and its time axis alone, and keeps asking", () => {
  const visit = read("#embed=map&event=coup");

  assertEquals([visit.embed, visit.state.event, visit.lost], ["map", 0, false]);
  assertEquals(writeAddress(visit.state, "", collection, visit.embed), "embed=map&event=coup");
  assertEquals(read("embed=map&event=gone").embed, "map");
});

Deno.test("a page that is asked for a part it does not have shows all of itself", () => {
  assertEquals(["", "#event=coup", "embed=", "embed=story"].map(embedOf), ["", "", "", ""]);
});

Deno.test("the address of an embedded page begins with the view, its event or everything", () => {
  const here = "#event=tlas-flees&from=1920-01-01&tag=a%26event=b";
  const write = (/** @type {"view" | "event" | "whole"} */ begin) => [
    embedAddress(here, { embed: "", begin }),
    embedAddress(`#embed=map&${here.slice(1)}`, { embed: "map", begin }),
  ];

  assertEquals(write("view"), [here.slice(1), `embed=map&${here.slice(1)}`]);
  assertEquals(write("event"), ["event=tlas-flees", "embed=map&event=tlas-flees"]);
  assertEquals(write("whole"), ["", "embed=map"]);
});
