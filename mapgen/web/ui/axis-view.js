/** What the parts of the axis share: the time that it shows, how wide that is, and how it is said. */

import { dateText } from "mapgen/core/date-text.js";
import { showing, wholeDomain } from "mapgen/core/scale.js";
import { pointerStep, stepFor } from "mapgen/core/ticks.js";
import { civil } from "mapgen/core/time.js";

/**
 * @typedef {import("mapgen/core/scale.js").Domain} Domain
 * @typedef {import("mapgen/core/scale.js").Span} Span
 * @typedef {import("mapgen/core/ticks.js").Step} Step
 *
 * @typedef {object} View
 * @property {Span} all  every day of the collection
 * @property {Domain} whole  the most that can be shown
 * @property {import("mapgen/core/date-text.js").DateText} text
 * @property {() => Domain} domain  what is shown
 * @property {(domain: Domain) => void} show
 * @property {() => number} width  pixels
 * @property {(width: number, rem: number) => void} resize  both in pixels
 * @property {() => Step} step  from tick to tick
 * @property {() => Step} finest  what a pointer can tell apart
 * @property {(listener: () => void) => void} subscribe  to what is shown, and how wide
 */

const MOST_TICKS = 11;
const TICK_ROOM = { day: 5.25, month: 5.75, year: 3.375, era: 5.25 }; // rem
const FIRST_PLAIN_YEAR = 1000; // earlier ones are said with their era

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @returns {View}
 */
export function createView({ collection: { first, last }, words, store }) {
  const all = { from: first, to: last };
  const whole = wholeDomain(all);
  let domain = whole;
  let width = 800;
  let rem = 16;
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((listener) => listener());
  const days = () => domain.end - domain.start;

  /** @param {Domain} wanted */
  function show(wanted) {
    if (wanted.start === domain.start && wanted.end === domain.end) return;
    domain = wanted;
    tell();
  }

  store.subscribe((state, before) => {
    const { from, to } = state;
    if (from === before.from && to === before.to) return;
    const both = from !== before.from && to !== before.to;
    if (both && to + 1 - from > days()) {
      const start = Math.max(whole.start, Math.min(domain.start, from));
      return show({ start, end: Math.min(whole.end, Math.max(domain.end, to + 1)) });
    }
    const end = to !== before.to ? showing(domain, whole, to + 1) : domain;
    show(from !== before.from ? showing(end, whole, from) : end);
  });

  return {
    all,
    whole,
    text: dateText(words.dates),
    domain: () => domain,
    show,
    width: () => width,
    resize: (...size) => {
      if (size[0] === 0 || (size[0] === width && size[1] === rem)) return;
      [width, rem] = size;
      tell();
    },
    step: () => tickStep(domain, width / rem),
    finest: () => pointerStep(days() / width),
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** @param {Domain} domain @param {number} width  rem @returns {Step} the shortest whose names have room */
function tickStep({ start, end }, width) {
  const hasEras = civil(Math.floor(start)).year < FIRST_PLAIN_YEAR;
  const rooms = { ...TICK_ROOM, year: hasEras ? TICK_ROOM.era : TICK_ROOM.year };
  const units = /** @type {const} */ (["day", "month", "year"]);
  const steps = units.map((unit) => {
    const most = Math.max(2, Math.min(MOST_TICKS, Math.floor(width / rooms[unit])));
    return stepFor(end - start, most);
  });
  return steps.find((step, i) => step.unit === units[i]) ?? steps[2];
}
