/** Draws a mark of the map as its events are shown now, and names it. */

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/pins.js").Pin} mark
 * @param {import("mapgen/core/tallies.js").Tally} shown  its events that are
 * @param {boolean} stopped  whether the filters stop all its events
 */
export function drawMark({ words, draw }, mark, shown, stopped) {
  const { element, members: { length }, title } = mark;
  const names = [title.name, title.number, words.count(words.event.events, shown.length)];
  element.replaceChildren(draw.mark(shown, length > 1));
  element.setAttribute("aria-label", names.filter((each) => each !== "").join(", "));
  element.setAttribute("tabindex", shown.length > 0 ? "0" : "-1");
  element.classList.toggle("place-faded", shown.length === 0);
  element.hidden = stopped;
  fadeLabel(mark);
}

/** @param {import("mapgen/map/pins.js").Pin} mark  whose name is as pale as itself */
export function fadeLabel({ element, label }) {
  if (!label) return;
  label.classList.toggle("label-faded", element.classList.contains("place-faded"));
  label.hidden = element.hidden;
}
