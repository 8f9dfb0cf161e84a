/** @typedef {Node | string | null} Child  null is left out */

/**
 * Makes an element; text is always text, never HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Child | readonly Child[])[]} children  a list may be of any length
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  appendAll(made, children.flat());
  return made;
}

/**
 * Appends a list of any length: the arguments of append() end at some ten thousands.
 *
 * @param {ParentNode} parent
 * @param {readonly Child[]} children
 */
export function appendAll(parent, children) {
  for (const child of children) if (child !== null) parent.append(child);
}

/**
 * Makes an element of SVG.
 *
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | readonly Node[])[]} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  appendAll(made, children.flat());
  return made;
}

/**
 * Makes a link that leaves the page. What is no address of http, https or mailto stays text: it might
 * run.
 *
 * @param {string} address
 * @param {string} title
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function outward(address, title, ...children) {
  if (!/^(?:https?|mailto):/i.test(address)) return element("span", {}, children);
  const away = { href: address, target: "_blank", rel: "noopener noreferrer", title };
  return element("a", away, children);
}

/**
 * Makes an element of prose that Python has cleaned: the one place where HTML is read.
 *
 * @param {string} html
 * @param {string} className
 * @returns {HTMLElement}
 */
export function prose(html, className) {
  const made = element("div", { class: className, dir: "auto" });
  made.innerHTML = html;
  return made;
}
