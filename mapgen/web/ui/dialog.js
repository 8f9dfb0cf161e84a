/** A dialog over the page: Escape, its button and a click beside it close it. */

import { appendAll, element } from "mapgen/ui/element.js";

let made = 0;

/**
 * Opens a dialog that holds the focus; when it closes, the focus goes back and the dialog is gone.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.close  name of the button that closes it
 * @param {string} options.className
 * @param {HTMLElement} options.opener  what gets the focus back
 * @param {(close: () => void) => (Node | null)[]} content
 * @returns {void}
 */
export function openDialog({ title, close, className, opener }, content) {
  const id = `dialog-title-${made += 1}`;
  const heading = element("h2", { class: "dialog-title", id, tabindex: "-1" }, title);
  heading.autofocus = true;
  const button = element("button", { class: "dialog-close", type: "button" }, close);
  const body = element(
    "div",
    { class: "dialog-body", tabindex: "0", role: "group", "aria-labelledby": id },
  );
  const dialog = element(
    "dialog",
    { class: `dialog ${className}`, "aria-labelledby": id },
    element("div", { class: "dialog-head" }, heading, button),
    body,
  );
  appendAll(body, content(() => dialog.close()));
  button.addEventListener("click", () => dialog.close());
  closeBeside(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (document.activeElement === document.body) opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {HTMLDialogElement} dialog  closed by a press and release outside of it */
function closeBeside(dialog) {
  let pressed = false;
  dialog.addEventListener("pointerdown", ({ target }) => pressed = target === dialog);
  dialog.addEventListener("click", ({ target }) => {
    if (pressed && target === dialog) dialog.close();
  });
}

/**
 * @param {string} title
 * @param {(import("mapgen/ui/element.js").Child | HTMLElement[])[]} children
 * @returns {HTMLElement} a part of a dialog under a heading of its own
 */
export function part(title, ...children) {
  return element(
    "section",
    { class: "dialog-part" },
    element("h3", { class: "dialog-heading" }, title),
    children.flat(),
  );
}
