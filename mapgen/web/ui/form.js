/** Buttons and choices of a dialog. */

import { element } from "mapgen/ui/element.js";

/** @param {string} text @param {() => void} act */
export function button(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} name  of the choice
 * @param {string[]} texts  the first is chosen
 * @param {() => void} [changed]
 */
export function choice(name, texts, changed) {
  return texts.map((text, i) => {
    const field = element("input", { type: "radio", name });
    field.checked = i === 0;
    if (changed) field.addEventListener("change", changed);
    return { field, label: element("label", { class: "share-choice" }, field, ` ${text}`) };
  });
}
