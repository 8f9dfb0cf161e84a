/** Searches a page whose texts are not all read: the first hits are shown at once, then the rest. */

import { searchBlocks } from "mapgen/core/block-search.js";

const PAUSE = 400; // milliseconds from the first time that hits are shown to the next, and then doubled

/** @param {import("mapgen/ui/page.js").Page} page */
export function findInBlocks({ collection, store }) {
  if (collection.texts.whole) return;
  const everything = new Uint8Array(collection.count).fill(1);
  let asked = "";

  /** @param {string} query */
  async function search(query) {
    let next = 0; // when hits are shown
    let pause = PAUSE;
    let left = collection.texts.length;
    await searchBlocks(collection, query, (hits) => {
      if (query !== asked) return false;
      left -= 1;
      const now = performance.now();
      if (left === 0 || (now > next && hits.includes(1))) {
        store.set({ hits: hits.slice() });
        next = performance.now() + pause;
        pause *= 2;
      }
      return true;
    });
  }

  store.set({ hits: everything });
  store.subscribe(({ query }) => {
    if (query === asked) return;
    asked = query;
    if (query) search(query);
    else store.set({ hits: everything });
  });
}
