/**
 * On a phone, the story as a sheet over the map: three heights, by its buttons and by dragging.
 *
 * What it covers of the map is told as `--mapgen-covered-bottom` of the document, in pixels; where
 * the story stands beside the map that is 0.
 */

import { element, svg } from "mapgen/ui/element.js";
import { inFrame } from "mapgen/ui/in-frame.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {"peek" | "half" | "full"} Height */
/** @typedef {{story: HTMLElement, map: HTMLElement, axis: HTMLElement}} Rooms */

const HEIGHTS = /** @type {Height[]} */ (["peek", "half", "full"]);
const PHONE = "(max-width: 760px) and (orientation: portrait), (max-width: 560px)"; // as in CSS
const THROW = 150; // milliseconds that a sheet goes on at the speed it was let go with
const TAP = 6; // pixels within which a finger has not dragged

/**
 * @param {Page} page
 * @param {Rooms} rooms
 * @returns {() => void} to be called when the rooms are in the document
 */
export function sheet({ words, store }, { story, map, axis }) {
  const phone = matchMedia(PHONE);
  const less = button(words.story.less, "M5 8l5 5l5-5", () => step(-1));
  const more = button(words.story.more, "M5 12l5-5l5 5", () => step(1));
  const handle = element("div", { class: "sheet-handle" }, less, grip(), more);
  /** @type {Height} */
  let height = "half";

  /** @param {Height} wanted */
  function set(wanted) {
    height = wanted;
    story.dataset.sheet = axis.dataset.sheet = height;
    more.setAttribute("aria-disabled", String(height === "full"));
    less.setAttribute("aria-disabled", String(height === "peek"));
    for (const each of [less, more]) each.setAttribute("aria-expanded", String(height !== "peek"));
    settle();
  }

  /** @param {number} by */
  function step(by) {
    set(HEIGHTS[Math.max(0, Math.min(2, HEIGHTS.indexOf(height) + by))]);
  }

  /** Says how much is covered, at the height where the sheet comes to rest. */
  function settle() {
    const full = phone.matches && height === "full";
    map.inert = axis.inert = full;
    for (const part of [story, axis]) {
      part.style.setProperty("--sheet-peek", `${pixels(story, "peek")}px`);
    }
    const covered = phone.matches ? panels(full ? "half" : height) : 0;
    document.documentElement.style.setProperty("--mapgen-covered-bottom", `${covered}px`);
  }

  /** @param {Height} height @returns {number} pixels of the axis and the story below the map */
  function panels(height) {
    const under = parseFloat(getComputedStyle(axis).paddingBlockEnd) || 0; // the sheet's corners
    return axis.offsetHeight - under + pixels(story, height);
  }

  story.prepend(handle);
  drag(handle, { story, axis, let: (pixels) => set(nearest(story, pixels)), tap: () => step(1) });
  phone.addEventListener("change", settle);
  const resized = new ResizeObserver(inFrame(settle));
  for (const part of [axis, story.lastElementChild]) if (part) resized.observe(part);
  store.subscribe(({ event, place }, before) => {
    if (!phone.matches) return;
    if (place !== before.place && place >= 0) set("peek");
    else if (event !== before.event && height === "full") set("half");
  });
  set(height);
  return settle;
}

/** @param {string} name @param {string} path @param {() => void} press */
function button(name, path, press) {
  const made = element(
    "button",
    { type: "button", "aria-label": name, "aria-controls": "story-scroller" },
    svg(
      "svg",
      { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" },
      svg("path", { d: path }),
    ),
  );
  made.addEventListener("click", press);
  return made;
}

const grip = () => element("div", { class: "sheet-grip" });

/** @param {HTMLElement} story @param {Height} height @returns {number} pixels, as in sheet.css */
function pixels(story, height) {
  const walk = /** @type {HTMLElement} */ (story.lastElementChild);
  const handle = /** @type {HTMLElement} */ (story.firstElementChild);
  const safe = parseFloat(getComputedStyle(story).paddingBlockEnd) || 0;
  const peek = handle.offsetHeight + 2 + walk.offsetHeight + safe;
  const full = story.parentElement?.clientHeight ?? innerHeight;
  return { peek, half: Math.max(peek, 0.4 * innerHeight), full }[height];
}

/** @param {HTMLElement} story @param {number} wanted  pixels @returns {Height} */
function nearest(story, wanted) {
  /** @param {Height} height */
  const away = (height) => Math.abs(pixels(story, height) - wanted);
  return HEIGHTS.reduce((best, height) => away(height) < away(best) ? height : best);
}

/**
 * Lets a finger or mouse draw the sheet up and down; a tap counts too.
 *
 * @param {HTMLElement} handle
 * @param {object} sheet
 * @param {HTMLElement} sheet.story
 * @param {HTMLElement} sheet.axis
 * @param {(pixels: number) => void} sheet.let  where it was let go
 * @param {() => void} sheet.tap
 */
function drag(handle, sheet) {
  let [start, tall, last, time, speed] = [NaN, 0, 0, 0, 0];
  const parts = [sheet.story, sheet.axis];
  handle.addEventListener("pointerdown", (event) => {
    if (event.button || /** @type {Element} */ (event.target).closest("button")) return;
    handle.setPointerCapture(event.pointerId);
    [start, tall, last, time, speed] = [
      event.clientY,
      sheet.story.offsetHeight,
      event.clientY,
      event.timeStamp,
      0,
    ];
  });
  handle.addEventListener("pointermove", ({ clientY, timeStamp }) => {
    if (Number.isNaN(start) || Math.abs(clientY - start) < TAP) return;
    speed = (last - clientY) / Math.max(1, timeStamp - time);
    [last, time] = [clientY, timeStamp];
    for (const part of parts) {
      part.classList.add("sheet-dragged");
      part.style.setProperty("--sheet-height", `${tall + start - clientY}px`);
    }
  });
  /** @param {boolean} tapped */
  const end = (tapped) => {
    if (Number.isNaN(start)) return;
    const dragged = sheet.story.classList.contains("sheet-dragged");
    for (const part of parts) {
      part.classList.remove("sheet-dragged");
      part.style.removeProperty("--sheet-height");
    }
    if (dragged) sheet.let(tall + start - last + speed * THROW);
    else if (tapped) sheet.tap();
    start = NaN;
  };
  handle.addEventListener("pointerup", () => end(true));
  handle.addEventListener("pointercancel", () => end(false));
}
