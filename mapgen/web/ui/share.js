/** The dialog to take the map away: a link, code to embed it, its events as files, on paper. */

import { embedAddress } from "mapgen/core/address.js";
import { embedCode } from "mapgen/core/export.js";
import { part } from "mapgen/ui/dialog.js";
import { download } from "mapgen/ui/download.js";
import { element } from "mapgen/ui/element.js";
import { button, choice } from "mapgen/ui/form.js";
import { whenPrintable } from "mapgen/ui/print.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

const EXAMPLE = "https://example.org/"; // where a page that is on no server might be
const onServer = /^https?:$/.test(location.protocol);

/** @param {Page} page @param {() => void} close */
export function share(page, close) {
  return [link(page), embed(page), download(page), paper(page, close)];
}

/** @param {Page} page */
function link({ words: { dialogs: { sharing } } }) {
  const field = element("input", {
    class: "share-text",
    type: "text",
    readonly: "",
    dir: "ltr",
    "aria-label": sharing.link,
  });
  field.value = location.href;
  return part(
    sharing.link,
    element("p", { class: "share-note" }, sharing.linkNote),
    element("div", { class: "share-row" }, field, copier(field, sharing.copyLink, sharing)),
  );
}

/** @param {Page} page */
function embed({ collection: { map }, words: { dialogs: { sharing } }, store }) {
  const code = element("textarea", { class: "share-text", readonly: "", rows: "4", dir: "ltr" });
  /** @type {("view" | "event" | "whole")[]} */
  const beginnings = store.get().event < 0 ? ["view", "whole"] : ["view", "event", "whole"];
  const names = { view: sharing.view, event: sharing.selected, whole: sharing.whole };
  const choices = choice("share-embed", beginnings.map((each) => names[each]), () => write());
  const mapOnly = element("input", { type: "checkbox" });
  mapOnly.addEventListener("change", () => write());
  const width = size("100%", () => write());
  const height = size("640", () => write());
  const write = () => {
    const address = publicAddress();
    const begin = beginnings[choices.findIndex(({ field }) => field.checked)];
    address.hash = embedAddress(address.hash, { embed: mapOnly.checked ? "map" : "", begin });
    const sizes = { width: width.value, height: height.value };
    code.value = embedCode({ address: address.href, title: map.title, ...sizes });
  };
  write();
  return part(
    sharing.embed,
    onServer ? null : element("p", { class: "share-note" }, sharing.embedNote),
    element(
      "div",
      { class: "share-row" },
      choices.map(({ label }) => label),
    ),
    element(
      "div",
      { class: "share-row" },
      element("label", { class: "share-choice" }, mapOnly, ` ${sharing.mapOnly}`),
      element("label", {}, `${sharing.width} `, width),
      element("label", {}, `${sharing.height} `, height),
    ),
    element("label", { class: "share-code" }, sharing.embedCode, code),
    element("div", { class: "share-row" }, copier(code, sharing.copyCode, sharing)),
  );
}

/** @returns {URL} of this view; where the page is no web page, as it might be on a server */
function publicAddress() {
  const here = new URL(location.href);
  if (onServer) return here;
  const made = new URL(here.pathname.split("/").at(-1) ?? "", EXAMPLE);
  made.hash = here.hash;
  return made;
}

/** @param {Page} page @param {() => void} close */
function paper(page, close) {
  const { sharing } = page.words.dialogs;
  const print = () => {
    close();
    whenPrintable(page, () => globalThis.print());
  };
  return part(
    sharing.print,
    element("p", { class: "share-note" }, sharing.printNote),
    element("div", { class: "share-row" }, button(sharing.print, print)),
  );
}

/** @param {string} value @param {() => void} changed */
function size(value, changed) {
  const field = element("input", { class: "share-size", type: "text", dir: "ltr", value });
  field.addEventListener("input", changed);
  return field;
}

/**
 * @param {Field} field
 * @param {string} text
 * @param {{copied: string}} words
 * @returns {HTMLElement[]} a button that copies the field, and the place where it says so
 */
function copier(field, text, { copied }) {
  const status = element("span", { class: "share-status", role: "status" });
  const copy = async () => {
    status.textContent = "";
    if (await copyText(field)) status.textContent = copied;
  };
  return [button(text, copy), status];
}

/** @param {Field} field @returns {Promise<boolean>} whether its text is in the clipboard now */
async function copyText(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch { // no permission, as in many frames: select the text, which can be copied by hand too
    field.select();
    return document.execCommand("copy");
  }
}
