/** The way through the story: two buttons that say the date and title they lead to. */

import { neighbours, shownIndices } from "mapgen/core/walk.js";
import { directionOf } from "mapgen/ui/date.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */

/**
 * @param {Page} page
 * @returns {{element: HTMLElement, update: () => void}}
 */
export function storyWalk(page) {
  const { words: { story }, store } = page;
  let mask = store.shown();
  let shown = shownIndices(mask);
  const previous = step(page, story.previous, story.atStart);
  const next = step(page, story.next, story.atEnd);
  return {
    element: element("div", { class: "story-walk" }, previous.button, next.button),
    update() {
      if (mask !== store.shown()) {
        mask = store.shown();
        shown = shownIndices(mask);
      }
      const ways = neighbours(shown, store.get().event);
      previous.lead(ways.previous);
      next.lead(ways.next);
    },
  };
}

/**
 * A button that stays, and keeps the focus, where it leads nowhere.
 *
 * @param {Page} page
 * @param {string} label
 * @param {string} nowhere
 */
function step({ collection, words, store }, label, nowhere) {
  const date = element("bdi", { class: "story-walk-date" });
  const title = element("bdi", { class: "story-walk-title" });
  const button = element(
    "button",
    { type: "button" },
    element("span", { class: "story-walk-label" }, label),
    " ",
    date,
    " ",
    title,
  );
  let goal = -2;
  button.addEventListener("click", () => {
    if (goal >= 0) store.set({ event: goal, place: -1 });
  });
  /** @param {number} index  of an event, -1 for none */
  const lead = (index) => {
    if (index === goal) return;
    goal = index;
    const event = collection.event(goal);
    button.setAttribute("aria-disabled", String(!event));
    collection.texts.when(event ? [index] : [], () => {
      if (index !== goal) return;
      date.textContent = event ? event.date || words.event.undated : "";
      date.dir = directionOf(date.textContent);
      title.textContent = event ? event.title : nowhere;
    });
  };
  return { button, lead };
}
