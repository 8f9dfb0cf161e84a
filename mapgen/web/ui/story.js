/** The story: its introduction, every shown event as a card in time order, and the way through. */

import { atMostEvery } from "mapgen/ui/at-most-every.js";
import { appendAll, element, prose } from "mapgen/ui/element.js";
import { summary } from "mapgen/ui/find-summary.js";
import { inFrame } from "mapgen/ui/in-frame.js";
import { storyCards } from "mapgen/ui/story-cards.js";
import { storyWalk } from "mapgen/ui/story-walk.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

const MANY = 1000; // events; of more, all cards are others when the window has moved a little
const PAUSE = 250; // milliseconds from one such move that the story follows to the next

/** @param {Page} page @returns {HTMLElement} */
export function story(page) {
  const { collection, words, store } = page;
  const { subtitle, introduction, credits } = collection.map;
  const scroller = element("div", {
    class: "story-scroller",
    id: "story-scroller",
    tabindex: "-1",
  });
  const cards = storyCards(page, scroller);
  const nothing = empty(page, scroller);
  appendAll(scroller, [
    subtitle ? element("p", { class: "story-subtitle", dir: "auto" }, subtitle) : null,
    introduction ? prose(introduction, "story-introduction") : null,
    nothing,
    cards.element,
    credits ? prose(credits, "story-credits") : null,
  ]);
  const walk = storyWalk(page);
  const update = () => {
    cards.update();
    walk.update();
    nothing.hidden = store.count() > 0;
  };
  update();
  const follow = inFrame(update);
  const followRarely = atMostEvery(PAUSE, follow);
  store.subscribe((state, before) => {
    const moves = state.event === before.event && state.query === before.query;
    if (moves && collection.count > MANY) followRarely();
    else follow();
  });
  return element(
    "section",
    { class: "story", "aria-label": words.story.name },
    summary(page, scroller),
    scroller,
    walk.element,
  );
}

/** @param {Page} page @param {HTMLElement} scroller  gets the focus of the button that goes */
function empty({ words, store }, scroller) {
  const all = element("button", { type: "button" }, words.story.showAll);
  all.addEventListener("click", () => {
    store.reset();
    scroller.focus({ preventScroll: true });
  });
  return element("div", { class: "story-empty" }, element("p", {}, words.story.nothing), all);
}
