/** The buttons of the header: the theme, and those that open dialogs: share, data table, about. */

import { MANY } from "mapgen/core/table-columns.js";
import { about } from "mapgen/ui/about.js";
import { dataTable } from "mapgen/ui/data-table.js";
import { openDialog } from "mapgen/ui/dialog.js";
import { element } from "mapgen/ui/element.js";
import { share } from "mapgen/ui/share.js";
import { theme } from "mapgen/ui/theme.js";

/**
 * @typedef {import("mapgen/ui/page.js").Page} Page
 * @typedef {(page: Page, close: () => void) => (Node | null)[]} Content
 */

/** @param {Page} page @returns {HTMLElement} */
export function dialogs(page) {
  const { share: sharing, data, about: aboutMap } = page.words.dialogs;
  return element(
    "div",
    { class: "dialogs" },
    opener(sharing, "share", share, page),
    opener(data, "data-table", dataTable, page),
    opener(aboutMap, "about", about, page),
    theme(page),
  );
}

/** @param {Page} page @returns {Iterable<number>} the events whose texts a dialog can count on */
const toRead = ({ collection: { count, columns } }) => count > MANY ? [] : columns.place.keys();

/**
 * @param {string} title
 * @param {string} className
 * @param {Content} content
 * @param {Page} page
 */
function opener(title, className, content, page) {
  const button = element(
    "button",
    { class: "dialogs-button", type: "button", "aria-haspopup": "dialog" },
    title,
  );
  const { close } = page.words.dialogs;
  const open = () =>
    openDialog({ title, close, className, opener: button }, (shut) => content(page, shut));
  button.addEventListener("click", () => page.collection.texts.when(toRead(page), open));
  return button;
}
