import { assertEquals } from "./assert.js";
import {
  COLUMNS,
  csvFormat,
  embedCode,
  fileName,
  geoJsonFormat,
  guarded,
} from "mapgen/core/export.js";
import { cut } from "mapgen/core/shape.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

/**
 * @param {Record<string, unknown>} [change]
 * @returns {HistoricalEvent}
 */
function event(change = {}) {
  const plain = {
    index: 0,
    id: "one",
    title: "One",
    date: "April 1946",
    edtf: "1946-04",
    dated: true,
    earliest: -8676,
    latest: -8647,
    approximate: false,
    uncertain: false,
    place: null,
    to: null,
    kind: /** @type {const} */ ("event"),
    category: null,
    tags: [],
    status: /** @type {const} */ ("confirmed"),
    description: "",
    source: "",
    source_url: "",
    image: "",
    image_alt: "",
    image_credit: "",
    sensitive: false,
    line: 2,
    extra: [],
  };
  return { .../** @type {any} */ (plain), ...change };
}

const DAMASCUS = {
  name: "Damascus",
  ownName: "Damascus",
  country: "Syria",
  code: "SYR",
  area: false,
  lat: 33.5,
  lon: 36.3,
  ownLon: 36.3,
};
const SYRIA = { ...DAMASCUS, name: "Syria", area: true };

/** @param {HistoricalEvent[]} events */
function toCsv(events) {
  const { begin, write } = csvFormat(events[0].extra.map(([header]) => header));
  return begin + events.map(write).join("");
}

/** @param {HistoricalEvent} event @returns {any} its feature */
const featureOf = (event) => JSON.parse(geoJsonFormat("Map").write(event));

/** @param {Record<string, unknown>} change @returns {string[]} the cells of its row, split simply */
function row(change) {
  return toCsv([event(change)]).split("\r\n")[1].split(",");
}

/** @param {string} name */
const at = (name) => COLUMNS.findIndex((column) => column === name);

Deno.test("a CSV begins with a byte order mark and the names of mapgen's columns", () => {
  const [header] = toCsv([event()]).split("\r\n");

  const names = COLUMNS.map((name) => name === "date" ? "date_edtf" : name);
  assertEquals(header, `\ufeff${names.join(",")}`);
});

Deno.test("a column of the author's keeps its name beside that of the dates", () => {
  const [header] = toCsv([event({ extra: [["date_edtf", "x"]] })]).split("\r\n");

  assertEquals(header, `\ufeff${COLUMNS.join(",")},date_edtf`);
});

Deno.test("a date is written in EDTF, beside the words of the author alone", () => {
  const dates = (/** @type {string[]} */ cells) => [cells[at("date")], cells[at("date_text")]];

  assertEquals(dates(row({})), ["1946-04", ""]);
  assertEquals(dates(row({ said: true, date: "spring 1946" })), ["spring 1946", ""]);
  assertEquals(dates(row({ worded: true, date: "Easter 1946" })), ["1946-04", "Easter 1946"]);
});

Deno.test("a place that is called after its country has no name of its own", () => {
  const cells = row({ place: { ...DAMASCUS, name: "Syria", ownName: "" } });

  assertEquals(cells.slice(at("place"), at("lat")), ["", "Syria"]);
});

Deno.test("commas, quotes, line breaks and blanks at the ends are quoted, and nothing else", () => {
  const texts = ["a,b", 'say "x"', "two\nlines", " x", "plain", "=1+1", "-2", "@x"];

  const written = texts.map((title) =>
    toCsv([event({ title })]).split("\r\n").slice(1).join("\r\n")
  )
    .map((line) => line.slice(0, line.indexOf(",1946-04")));

  assertEquals(written, [
    '"a,b"',
    '"say ""x"""',
    '"two\nlines"',
    '" x"',
    "plain",
    "'=1+1",
    "-2",
    "'@x",
  ]);
});

Deno.test("a whole country has no place and no coordinates in the CSV", () => {
  const cells = row({ place: SYRIA });

  assertEquals(cells.slice(at("place"), at("lon") + 1), ["", "Syria", "", ""]);
});

Deno.test("an image inside the page has no address to write down", () => {
  const image = (/** @type {string} */ address) => row({ image: address })[at("image")];

  assertEquals(image("data:image/webp;base64;AA"), "");
  assertEquals(image("https://a.org/b.png"), "https://a.org/b.png");
});

Deno.test("the author's other columns follow those of mapgen", () => {
  const csv = toCsv([event({ extra: [["Archive box", "12"]] })]).split("\r\n");

  assertEquals(csv.map((line) => line.split(",").slice(COLUMNS.length)), [
    ["Archive box"],
    ["12"],
    [],
  ]);
});

Deno.test("GeoJSON has the longitude first and the days of the date", () => {
  const one = featureOf(event({ place: DAMASCUS }));

  assertEquals(one.geometry, { type: "Point", coordinates: [36.3, 33.5] });
  assertEquals([one.id, one.properties.earliest, one.properties.latest], [
    "one",
    "1946-04-01",
    "1946-04-30",
  ]);
});

const SUVA = {
  ...DAMASCUS,
  name: "Suva",
  ownName: "Suva",
  country: "Fiji",
  lat: -18,
  lon: 178,
  ownLon: 178,
};
const APIA = {
  ...DAMASCUS,
  name: "Apia",
  ownName: "Apia",
  country: "Samoa",
  lat: -14,
  lon: 188,
  ownLon: -172,
};

Deno.test("a movement is a line from where it began", () => {
  const { geometry } = featureOf(event({ place: DAMASCUS, to: { ...DAMASCUS, ownLon: 2 } }));

  assertEquals(geometry, { type: "LineString", coordinates: [[36.3, 33.5], [2, 33.5]] });
});

Deno.test("a movement over the 180th meridian is two lines that meet there", () => {
  const { geometry, properties } = featureOf(event({ place: SUVA, to: APIA }));

  assertEquals(geometry, {
    type: "MultiLineString",
    coordinates: [[[178, -18], [180, -17.2]], [[-180, -17.2], [-172, -14]]],
  });
  assertEquals(properties.to_lon, "-172");
});

Deno.test("an end on the 180th meridian is on the side of the other end", () => {
  assertEquals(cut([180, 0], [-170, 10]), [[[-180, 0], [-170, 10]]]);
  assertEquals(cut([170, 10], [-180, 0]), [[[170, 10], [180, 0]]]);
  assertEquals(cut([10, 0], [-170, 0]), [[[10, 0], [-170, 0]]]);
});

Deno.test("a place is taken away with the longitude of its table", () => {
  assertEquals(row({ place: APIA })[at("lon")], "-172");
});

Deno.test("a whole country has no geometry, but its code", () => {
  const one = featureOf(event({ place: SYRIA }));

  assertEquals([one.geometry, one.properties.country_code], [null, "SYR"]);
});

Deno.test("an open end and a blank cell are no properties, and tags are a list", () => {
  const open = event({ latest: Infinity, tags: ["a", "b"] });

  const { properties } = featureOf(open);

  assertEquals(["latest", "source"].filter((name) => name in properties), []);
  assertEquals(properties.tags, ["a", "b"]);
});

Deno.test("the embedding code cannot be broken by a title", () => {
  const code = embedCode({
    address: "https://a.org/?a=1&b=2#event=x",
    title: 'A "B" <C>',
    width: "100%",
    height: "640",
  });

  assertEquals(
    code,
    '<iframe src="https://a.org/?a=1&amp;b=2#event=x" title="A &quot;B&quot; &lt;C>" width="100%" ' +
      'height="640" loading="lazy" style="border:0" allowfullscreen></iframe>',
  );
});

Deno.test("a file is named by the words of the title, in any script", () => {
  assertEquals(
    ["France & Syria: 1920/46", "سورية وفرنسا", "...", ""].map((title) => fileName(title, ".csv")),
    ["France-Syria-1920-46.csv", "سورية-وفرنسا.csv", "map.csv", "map.csv"],
  );
});

Deno.test("what a spreadsheet would run has an apostrophe before it, and numbers have none", () => {
  const run = ["=1", "+49 30", "-0043-03-15", "'=x", "''-1", "\t=1", "－1", "-"];
  const plain = ["-0043", "-12.5", "+5", "'tis", "a=b", ""];

  assertEquals([...run, ...plain].map(guarded), [...run.map((text) => `'${text}`), ...plain]);
});
