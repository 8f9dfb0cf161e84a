/** Play: the window moves forward until it reaches the end, smoothly where the reader likes motion. */

import { shifted } from "mapgen/core/scale.js";
import { axisButton } from "mapgen/ui/axis-button.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/axis-view.js").View} View */

const SPEEDS = [0.5, 1, 2, 4];
const WHOLE = 24; // seconds from the first day to the last, at speed 1
const SHARE = 0.1; // of everything; the window that plays where all was chosen
const LONGEST = 0.25; // seconds of one frame; a page that was hidden does not leap
const PLAY = "M4.5 2.5L12.5 8L4.5 13.5Z";
const PAUSE = "M4.5 3V13M11.5 3V13";

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {View} view
 * @returns {{button: HTMLElement, speed: HTMLElement}}
 */
export function axisPlay({ words, store }, view) {
  const { all } = view;
  const button = axisButton("play", words.axis.play, PLAY);
  const speed = speedSelect(words);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let start = store.get(); // the window that began to move, and how far it has come in days
  let gone = 0;
  let last = store.get();
  let stop = () => {};
  let playing = false;

  button.addEventListener("click", () => playing ? pause() : play());
  store.subscribe((state, before) => {
    if (!playing || (state.from === before.from && state.to === before.to)) return;
    if (state.from === all.from && state.to === all.to) pause();
  });

  function play() {
    const { from, to } = store.get();
    if (to >= all.to || to - from >= all.to - all.from) store.set(opening(from, to, all));
    start = last = store.get();
    gone = 0;
    playing = true;
    label(words.axis.pause, PAUSE);
    stop = ticking(calm.matches, step);
  }

  function pause() {
    playing = false;
    stop();
    label(words.axis.play, PLAY);
  }

  /** @param {number} seconds */
  function step(seconds) {
    const now = store.get();
    if (now.from !== last.from || now.to !== last.to) [start, gone] = [now, 0]; // moved by the reader
    gone += seconds * Number(speed.value) * (all.to - all.from + 1) / WHOLE;
    store.set(shifted(start, all, gone, view.finest()));
    last = store.get();
    if (last.to >= all.to) pause();
  }

  /** @param {string} name @param {string} picture */
  function label(name, picture) {
    button.setAttribute("aria-label", name);
    button.title = name;
    button.querySelector("path")?.setAttribute("d", picture);
  }

  return { button, speed };
}

/**
 * @param {number} from
 * @param {number} to
 * @param {import("mapgen/core/scale.js").Span} all
 * @returns {import("mapgen/core/scale.js").Span} where to begin: at the first day
 */
function opening(from, to, all) {
  const whole = all.to - all.from;
  const length = to - from >= whole ? Math.floor(whole * SHARE) : to - from;
  return { from: all.from, to: all.from + length };
}

/**
 * @param {boolean} calm  whether to step once a second, else in every frame
 * @param {(seconds: number) => void} step
 * @returns {() => void} stops it
 */
function ticking(calm, step) {
  if (calm) {
    const timer = setInterval(() => step(1), 1000);
    return () => clearInterval(timer);
  }
  let before = performance.now();
  let stopped = false;
  /** @param {number} now */
  const frame = (now) => {
    if (stopped) return;
    const seconds = Math.max(0, Math.min(LONGEST, (now - before) / 1000));
    before = now;
    step(seconds);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => stopped = true;
}

/** @param {import("mapgen/core/words.js").Words} words */
function speedSelect(words) {
  const options = SPEEDS.map((speed) =>
    element("option", { value: String(speed) }, `${words.number(speed)}×`)
  );
  const attributes = { class: "axis-speed", "aria-label": words.axis.speed };
  const made = element("select", { ...attributes, title: words.axis.speed }, options);
  made.value = "1";
  return made;
}
