import { assertEquals } from "./assert.js";
import { sharedLand } from "mapgen/core/shared-land.js";

const WORLD = {
  "150": { "155": "AUT CHE DEU FRA", "039": "ESP ITA PRT" },
  "142": { "145": "IRQ SYR TUR", "034": "IND IRN" },
};

/** @param {string[]} codes */
const shared = (...codes) => sharedLand(new Set(codes), WORLD);

Deno.test("places in one country share it, whatever region it is in", () => {
  assertEquals([shared("FRA"), shared("IND", "IND"), shared("ATA")], ["FRA", "IND", "ATA"]);
});

Deno.test("places in several countries share their region, or else their continent", () => {
  assertEquals(shared("FRA", "CHE", "DEU"), "155");
  assertEquals(shared("SYR", "TUR"), "145");
  assertEquals(shared("FRA", "ITA"), "150");
  assertEquals(shared("SYR", "IRN"), "142");
});

Deno.test("places on two continents, or one of them in no country, share nothing", () => {
  assertEquals([shared("ESP", "TUR"), shared("FRA", ""), shared(""), shared()], ["", "", "", ""]);
  assertEquals(shared("FRA", "ATA"), "");
});
