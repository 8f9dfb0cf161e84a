/** The button that says whether the page is light, dark or as the system is, and keeps the choice. */

import { element, svg } from "mapgen/ui/element.js";

/** @typedef {"system" | "light" | "dark"} Theme */

const THEMES = /** @type {Theme[]} */ (["system", "light", "dark"]);
const KEPT_AS = "mapgen-theme";
const CIRCLE = "M10 3.5a6.5 6.5 0 0 1 0 13a6.5 6.5 0 0 1 0-13z";
const PICTURES = {
  system: [CIRCLE, "M10 3.5a6.5 6.5 0 0 1 0 13z"],
  light: [
    "M10 6.5a3.5 3.5 0 0 1 0 7a3.5 3.5 0 0 1 0-7z",
    "M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
  ],
  dark: ["M8 3.2a7 7 0 1 0 8.8 8.8a5.8 5.8 0 0 1-8.8-8.8z"],
};

/** Takes the theme that the reader chose at an earlier visit, before anything is drawn. */
export function restoreTheme() {
  const kept = THEMES.find((theme) => theme === storage()?.getItem(KEPT_AS));
  if (kept) wear(kept);
}

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @returns {HTMLElement} a button that goes from one theme to the next, and what says so
 */
export function theme({ words: { dialogs } }) {
  const status = element("span", { class: "theme-status", role: "status" });
  const button = element("button", { class: "theme-button", type: "button" });
  const show = () => {
    const name = dialogs.theme[worn()];
    button.replaceChildren(picture(worn()));
    button.setAttribute("aria-label", name);
    button.title = name;
  };
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(worn()) + 1) % THEMES.length];
    wear(next);
    keep(next);
    show();
    status.textContent = dialogs.theme[next];
  });
  show();
  return element("div", { class: "theme" }, button, status);
}

/** @returns {Theme} */
function worn() {
  return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? "system";
}

/** @param {Theme} theme */
function wear(theme) {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  colorFrame(theme);
}

/** Gives the browser's own frame, which looks at the system alone, the colour of the theme. */
function colorFrame(/** @type {Theme} */ theme) {
  const metas = [...document.querySelectorAll("meta[name=theme-color]")];
  for (const meta of metas) meta.setAttribute("media", scheme(meta) ?? "");
  for (const meta of theme === "system" ? [] : metas) {
    meta.setAttribute("media", scheme(meta)?.includes(theme) ? "all" : "not all");
  }
}

/** @type {WeakMap<Element, string>} */
const schemes = new WeakMap();

/** @param {Element} meta @returns {string | undefined} the media that it had at first */
function scheme(meta) {
  if (!schemes.has(meta)) schemes.set(meta, meta.getAttribute("media") ?? "");
  return schemes.get(meta);
}

/** @param {Theme} theme */
function keep(theme) {
  try {
    storage()?.setItem(KEPT_AS, theme);
  } catch { // the browser keeps nothing for this page: the theme lasts for the visit
  }
}

/** @returns {Storage | null} null where a page may keep nothing, as in a frame without an origin */
function storage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** @param {Theme} theme */
function picture(theme) {
  const box = { width: 20, height: 20, viewBox: "0 0 20 20" };
  const [outline, ...others] = PICTURES[theme].map((d) => svg("path", { d }));
  if (theme === "system") others[0].setAttribute("class", "theme-half");
  return svg("svg", { ...box, "aria-hidden": "true", focusable: "false" }, outline, others);
}
