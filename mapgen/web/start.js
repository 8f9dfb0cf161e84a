/** Makes a store for each payload of the document, and hangs every room of the page on it. */

import { candidates } from "mapgen/core/address.js";
import { breathe } from "mapgen/core/breathe.js";
import { wordsOf } from "mapgen/core/words.js";
import { hangMap } from "mapgen/map/map.js";
import { readPayload } from "mapgen/payload.js";
import { createStore } from "mapgen/store.js";
import { keepAddress } from "mapgen/ui/address.js";
import { showPart } from "mapgen/ui/embedded.js";
import { key } from "mapgen/ui/key.js";
import { mark, markSize } from "mapgen/ui/mark.js";
import { layOut } from "mapgen/ui/page.js";
import { preparePrint } from "mapgen/ui/print.js";
import { placeCard } from "mapgen/ui/place-card.js";
import { placeList } from "mapgen/ui/place-list.js";
import { restoreTheme } from "mapgen/ui/theme.js";

const PART = "script:is([type='application/json'], [type='application/octet-stream']):not(.mapgen)";

/**
 * @typedef {import("mapgen/payload.js").Parts} Parts
 * @typedef {(script: HTMLElement) => Parts | Promise<Parts>} Find  what a payload's element shows
 */

/**
 * Starts nothing where listing.js has found that the browser is too old: the list of events stands.
 *
 * @param {Find} find
 */
export async function startAll(find) {
  const { dataset } = document.documentElement;
  if (dataset.mapgen === "broken") return;
  dataset.mapgen = "starting";
  try {
    for (const script of document.querySelectorAll("script.mapgen")) {
      await start(/** @type {HTMLElement} */ (script), find);
    }
    document.querySelector(".listing")?.remove();
    dataset.mapgen = "ready";
  } finally {
    if (dataset.mapgen === "starting") dataset.mapgen = "broken";
  }
  performance.mark("mapgen:ready");
}

/** @param {HTMLElement} script  the head; the other parts stand behind it @returns {Parts} */
export function partsFrom(script) {
  /** @type {Element[][]} */
  const parts = [];
  for (const element of partsAfter(script)) {
    if (element.hasAttribute("data-more")) parts.at(-1)?.push(element);
    else parts.push([element]);
  }
  const [tables, numbers, ...blocks] = parts.map((elements) => () =>
    elements.map(({ textContent }) => textContent ?? "").join("")
  );
  return { head: script.textContent ?? "", tables: tables(), numbers: numbers(), blocks };
}

/**
 * @param {HTMLElement} script  the element that holds the payload, and the names of its map
 * @param {Find} find
 */
async function start(script, find) {
  const { map, layer, kind } = script.dataset;
  if (kind === "page") {
    restoreTheme();
    showPart(location.hash);
  }
  await breathe(); // after the modules
  const collection = await readPayload(await find(script));
  await collection.texts.need([
    ...collection.periods.map(({ index }) => index), // they are bands of the axis and headings of the story
    ...candidates(location.hash, collection),
  ]);
  await breathe();
  const words = wordsOf(collection.words);
  const rooms = /** @type {Record<string, any>} */ (globalThis);
  const store = createStore(collection);
  if (kind === "page") {
    await layOut(rooms[map ?? ""].getContainer(), { collection, words, store });
    await breathe();
  }
  const view = await hangMap({
    map: rooms[map ?? ""],
    layer: rooms[layer ?? ""],
    collection,
    words,
    store,
    draw: {
      mark: (events, several) => mark(events, words.number(events.length), several),
      markSize,
      card: (place, grown) => placeCard(place, collection, words, grown),
      list: (name, places, choose, heading) => placeList(name, places, words, choose, heading),
      key: (open) => key(collection, words, open),
    },
    embedded: kind === "page" && globalThis.self !== globalThis.top,
  });
  if (kind !== "page") return;
  preparePrint({ collection, words, store });
  keepAddress({ collection, words, store }, view);
}

/** @param {Element} script */
function* partsAfter({ nextElementSibling: next }) {
  for (; next?.matches(PART); next = next.nextElementSibling) {
    yield next;
  }
}
