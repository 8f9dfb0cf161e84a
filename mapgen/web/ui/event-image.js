/** The image of an event: shown at once if it is in the page, else when the reader asks. */

import { element, outward } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/core/words.js").Words} Words */
/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

/**
 * @param {HistoricalEvent} event
 * @param {Words} words
 * @returns {HTMLElement | null} null where the event has none
 */
export function picture(event, words) {
  if (!event.image) return null;
  const figure = element("figure", { class: "event-image", tabindex: "-1" });
  const host = hostOf(event.image);
  figure.append(shown(event, words, host, figure));
  if (event.image_credit) {
    figure.append(element("figcaption", { dir: "auto" }, event.image_credit));
  }
  return figure;
}

/**
 * @param {HistoricalEvent} event
 * @param {Words} words
 * @param {string} host  "" for an image inside the page
 * @param {HTMLElement} figure
 */
function shown(event, words, host, figure) {
  if (host || event.sensitive) return button(event, words, host, figure);
  return image(event);
}

/** @param {string} address @returns {string} "" where it has none */
function hostOf(address) {
  try {
    return new URL(address).host;
  } catch {
    return "";
  }
}

/** @param {HistoricalEvent} event */
function image({ image, image_alt }) {
  return element("img", { src: image, alt: image_alt, loading: "lazy", decoding: "async" });
}

/**
 * @param {HistoricalEvent} event
 * @param {Words} words
 * @param {string} host
 * @param {HTMLElement} figure  gets the focus of the button that goes
 */
function button(event, words, host, figure) {
  const { showSensitive, showImage, imageMissing } = words.story;
  const name = event.sensitive ? showSensitive : showImage;
  const told = host ? `${name} (${host})` : name;
  const made = element("button", { class: "more-button", type: "button" }, told);
  made.addEventListener("click", () => {
    const asked = image(event);
    asked.addEventListener("error", () => {
      asked.replaceWith(element("p", {}, `${imageMissing} `, away(event, words)));
    });
    made.replaceWith(asked);
    figure.focus({ preventScroll: true });
  });
  return made;
}

/** @param {HistoricalEvent} event @param {Words} words */
function away({ image, image_alt }, words) {
  const { newTab, image: label } = words.event;
  return outward(image, newTab, `${label} `, element("bdi", {}, image_alt || image));
}
