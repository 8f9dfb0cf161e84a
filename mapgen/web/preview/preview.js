/**
 * Follows `mapgen preview`: shows what is wrong with the table beside the page, and loads the page
 * again when there is another one. No page that mapgen writes holds this.
 */

import { hangPanel } from "mapgen/preview/panel.js";
import { tell, wordsOf } from "mapgen/preview/telling.js";
import { keepView, restoreView } from "mapgen/preview/view.js";

const AGAIN = 2000; // milliseconds until a browser that gave up is sent to ask again

const here = document.querySelector('meta[name="mapgen-state"]')?.getAttribute("content");
const words = wordsOf(
  JSON.parse(document.querySelector("script.preview-words")?.textContent ?? ""),
);
const panel = hangPanel(words);

/** @type {import("mapgen/preview/telling.js").Note[]} */
let known = [];

/** @param {typeof known} notes */
function show(notes) {
  panel.show(tell(notes, words, document.body.classList.contains("page")));
}

function follow() {
  const source = new EventSource("/events");
  source.addEventListener("message", ({ data }) => {
    const { state, notes } = JSON.parse(data);
    show(known = notes);
    if (state === here) return;
    source.close();
    keepView();
    location.reload();
  });
  source.addEventListener("error", () => {
    show([...known, { severity: "ended", message: words.endedNote }]);
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, AGAIN);
  });
}

await restoreView();
follow();
