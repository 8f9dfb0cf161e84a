/** The periods as bands over the histogram; each is a button that makes it the window. */

import { greatest } from "mapgen/core/extremes.js";
import { lanesOf } from "mapgen/core/lanes.js";
import { fractionOf } from "mapgen/core/scale.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */
/** @typedef {import("mapgen/ui/axis-view.js").View} View */

/**
 * @typedef {object} Band
 * @property {HistoricalEvent} event
 * @property {HTMLElement} button
 * @property {number} room  the day up to which its title may run: where the next in its lane begins
 */

const PALETTE_SIZE = 8;
const LEAST_WIDTH = 28; // pixels: a band's target
const TYPICAL_WIDTH = 900; // pixels of an axis, to keep short bands apart

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {View} view
 * @returns {HTMLElement | null} null without periods
 */
export function axisBands({ collection, words, store }, view) {
  const periods = collection.periods.filter(({ dated }) => dated);
  if (periods.length === 0) return null;
  const least = (view.whole.end - view.whole.start) * LEAST_WIDTH / TYPICAL_WIDTH;
  const spans = periods.map(({ earliest, latest }) => ({ from: earliest, to: latest }));
  const lanes = lanesOf(spans, least);
  const bands = periods.map((event, i) => {
    const button = band(event, lanes[i]);
    button.addEventListener("click", () => {
      store.set(isPressed(button) ? view.all : windowOf(event, view.all));
    });
    const next = spans.findIndex((_, other) => other > i && lanes[other] === lanes[i]);
    return { event, button, room: spans[next]?.from ?? Infinity };
  });
  const draw = () => bands.forEach((one) => place(one, view));
  const press = () => {
    const { from, to } = store.get();
    for (const { event, button } of bands) {
      const window = windowOf(event, view.all);
      const pressed = String(window.from === from && window.to === to);
      if (button.ariaPressed !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  };
  view.subscribe(draw);
  store.subscribe(press);
  draw();
  press();
  const made = element(
    "div",
    { class: "axis-bands", role: "group", "aria-label": words.axis.periods },
    element("div", { class: "axis-bands-lanes" }, bands.map(({ button }) => button)),
  );
  made.style.setProperty("--axis-lanes", String(greatest(lanes) + 1));
  return made;
}

/** @param {HTMLElement} button */
const isPressed = (button) => button.ariaPressed === "true";

/** @param {HistoricalEvent} event @param {import("mapgen/core/scale.js").Span} all */
function windowOf({ earliest, latest }, all) {
  return { from: Math.max(earliest, all.from), to: Math.min(latest, all.to) };
}

/** @param {HistoricalEvent} event @param {number} lane */
function band({ title, date, category }, lane) {
  const name = `${title}, ${date}`;
  const palette = category ? `category-${category.index % PALETTE_SIZE}` : "category-none";
  const button = element(
    "button",
    { class: `axis-band ${palette}`, type: "button", "aria-label": name, title: name },
    element("bdi", { class: "axis-band-title" }, title),
  );
  if (category?.color) button.style.setProperty("--category", category.color);
  button.style.setProperty("--axis-lane", String(lane));
  return button;
}

/** @param {Band} band @param {View} view */
function place({ button, event, room }, view) {
  const { earliest, latest, approximate, uncertain } = event;
  const domain = view.domain();
  const [start, end] = [fractionOf(domain, earliest), fractionOf(domain, latest + 1)];
  const soft = approximate || uncertain;
  button.hidden = end <= 0 || start >= 1;
  button.style.setProperty("--axis-start", String(Math.max(0, start)));
  button.style.setProperty("--axis-end", String(Math.min(1, end)));
  button.style.setProperty("--axis-room", String(Math.min(1, fractionOf(domain, room))));
  button.classList.toggle("axis-band-soft-start", soft || earliest === -Infinity);
  button.classList.toggle("axis-band-soft-end", soft || latest === Infinity);
}
