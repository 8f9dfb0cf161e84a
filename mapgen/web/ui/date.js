/** Dates as they are read: years in figures of Arabic run from right to left, beside letters or alone. */

import { element } from "mapgen/ui/element.js";

/**
 * @param {string} text  a date in words, or what is told in its place
 * @param {Record<string, string>} attributes
 */
export function dateElement(text, attributes = {}) {
  return element("bdi", { ...attributes, dir: directionOf(text) }, text);
}

/**
 * WebKit leaves figures alone in a block as they are typed, where it finds no direction.
 *
 * @param {string} text
 */
export const directionOf = (text) =>
  /[\u0660-\u0669]/.test(text) && !/\p{L}/u.test(text) ? "rtl" : "auto";
