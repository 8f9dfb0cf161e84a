/** Reads each payload of the document, makes its store, and hangs every room on it. */

import { wordsOf } from "mapgen/core/words.js";
import { hangMap } from "mapgen/map/map.js";
import { readPayload } from "mapgen/payload.js";
import { createStore } from "mapgen/store.js";
import { key } from "mapgen/ui/key.js";
import { mark, markSize } from "mapgen/ui/mark.js";
import { layOut } from "mapgen/ui/page.js";
import { placeCard } from "mapgen/ui/place-card.js";

/** @param {HTMLElement} script  the element that holds the payload, and the names of its map */
function start(script) {
  const collection = readPayload(script.textContent ?? "");
  const words = wordsOf(collection.map.language);
  const { map, layer, kind } = script.dataset;
  const rooms = /** @type {Record<string, any>} */ (globalThis);
  if (kind === "page") layOut(rooms[map ?? ""].getContainer(), collection, words);
  hangMap({
    map: rooms[map ?? ""],
    layer: rooms[layer ?? ""],
    collection,
    words,
    store: createStore(),
    draw: {
      mark: (events) => mark(events, new Intl.NumberFormat(words.locale).format(events.length)),
      markSize,
      card: (place) => placeCard(place, words),
      key: (open) => key(collection, words, open),
    },
  });
}

for (const script of document.querySelectorAll("script.mapgen")) {
  start(/** @type {HTMLElement} */ (script));
}
document.documentElement.dataset.mapgen = "ready";
performance.mark("mapgen:ready");
