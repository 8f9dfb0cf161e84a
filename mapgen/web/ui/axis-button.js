/** Buttons with a picture and a name. */

import { element, svg } from "mapgen/ui/element.js";

/**
 * @param {string} name  its own part of the class
 * @param {string} label
 * @param {string} picture  path in a square of 16
 * @param {boolean} [said]  whether the label is text where there is room
 * @returns {HTMLButtonElement}
 */
export function axisButton(name, label, picture, said = false) {
  const drawing = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  drawing.append(svg("path", { d: picture }));
  const made = element("button", { class: `axis-button axis-button-${name}`, type: "button" });
  made.append(drawing);
  if (said) made.append(element("span", { class: "axis-button-text" }, label));
  else made.setAttribute("aria-label", label);
  made.title = label;
  return made;
}
