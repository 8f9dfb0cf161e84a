/** The headings of the story: the name of a period, or the years. */

import { dateElement } from "mapgen/ui/date.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/core/groups.js").Group} Group */
/** @typedef {import("mapgen/core/words.js").Words} Words */

/**
 * Puts the heading of a group over a card, or takes it away.
 *
 * @param {HTMLElement} item
 * @param {Group | null} group  null for a card that goes on with the group before it
 * @param {boolean} again  whether the group was begun before
 * @param {Words} words
 */
export function storyHeading(item, group, again, words) {
  const key = group ? `${group.key}${again}` : "";
  if ((item.dataset.heading ?? "") === key) return;
  item.dataset.heading = key;
  item.querySelector(".story-heading")?.remove();
  if (group) item.prepend(heading(group, again, words));
}

/** @param {Group} group @param {boolean} again @param {Words} words */
function heading({ period, years }, again, words) {
  const name = period?.title ?? (years ? yearsIn(years, words) : words.event.undated);
  const note = again ? words.story.continued : period?.date;
  return element(
    "h2",
    { class: "story-heading" },
    dateElement(name),
    note ? " " : null,
    note ? dateElement(note, { class: "story-heading-note" }) : null,
  );
}

/** @param {import("mapgen/core/groups.js").Years} years @param {Words} words */
function yearsIn({ year, step, bce }, { year: format, story }) {
  const [begin, end] = [Math.max(1, year), year + step - 1];
  const named = step === 1
    ? format(year)
    : step === 10 && year > 0
    ? story.decade.replace("{year}", format(year))
    : bce
    ? `${format(end)}–${format(begin)}`
    : `${format(begin)}–${format(end)}`;
  return bce ? story.bce.replace("{years}", named) : named;
}
