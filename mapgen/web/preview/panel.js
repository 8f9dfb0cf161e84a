/**
 * The panel of problems: a button says how many there are, and shows or hides them. Errors show
 * themselves; nothing takes the focus.
 */

import { appendAll, element } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/preview/telling.js").Told} Told */
/** @typedef {import("mapgen/preview/telling.js").Item} Item */

/**
 * @param {import("mapgen/preview/telling.js").Words} words
 * @returns {{show: (told: Told) => void}}
 */
export function hangPanel(words) {
  const parts = build(words);
  const { badge, panel, hide } = parts;
  /** @type {Told | null} */
  let before = null;

  /** @param {boolean} on */
  function open(on) {
    panel.hidden = !on;
    badge.setAttribute("aria-expanded", String(on));
    if (on) place(panel);
  }

  function close() {
    const held = panel.contains(document.activeElement);
    open(false);
    if (held) badge.focus();
  }

  badge.addEventListener("click", () => open(panel.hidden === true));
  hide.addEventListener("click", close);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // it would close the dialog around the panel
    close();
  });
  addEventListener("resize", () => place(panel));
  open(false);

  return {
    show: (told) => {
      if (JSON.stringify(told) === JSON.stringify(before)) return;
      const mended = before?.urgent && !told.urgent;
      before = told;
      hang(badge, panel);
      fill(parts, told, mended ? words.mended : "");
      if (told.urgent || mended || !told.tally) open(told.urgent);
    },
  };
}

/** @param {import("mapgen/preview/telling.js").Words} words */
function build(words) {
  const parts = {
    badge: element("button", {
      class: "preview-badge",
      type: "button",
      "aria-controls": "preview-panel",
    }),
    panel: element("section", {
      class: "preview-panel",
      id: "preview-panel",
      "aria-label": words.name,
    }),
    head: element("div", { class: "preview-head" }),
    hide: element("button", { class: "preview-hide", type: "button" }, words.hide),
    body: element("div", { class: "preview-body", role: "group", tabindex: "0" }),
    alert: element("div", { class: "preview-spoken", role: "alert" }),
    status: element("div", { class: "preview-spoken", role: "status" }),
    alone: document.querySelector(".preview-main"), // where there is no page yet
  };
  const { panel, head, body, alert, status, alone } = parts;
  panel.append(head, body);
  (alone ?? document.body).append(panel, alert, status);
  return parts;
}

/**
 * @param {ReturnType<typeof build>} parts
 * @param {Told} told
 * @param {string} mended  what is said where errors are gone
 */
function fill({ badge, panel, head, hide, body, alert, status, alone }, told, mended) {
  const { urgent, tally, parts } = told;
  const heading = alone ? "h2" : "h3";
  badge.hidden = !tally;
  badge.textContent = parts[0]?.heading ?? "";
  for (const each of [badge, panel]) each.classList.toggle("preview-urgent", urgent);
  const title = element(alone ? "h1" : "h2", { class: "preview-title" }, tally);
  head.replaceChildren(element("div", {}, title, note(told)), hide);
  body.setAttribute("aria-label", tally);
  body.replaceChildren();
  appendAll(body, parts.flatMap((part) => listed(part, parts.length > 1 ? heading : null)));
  alert.textContent = urgent ? `${tally}. ${told.note}` : "";
  status.textContent = mended;
}

/** @param {Told} told */
const note = ({ note }) => element("p", { class: "preview-note" }, note);

/** @param {Told["parts"][number]} part @param {"h2" | "h3" | null} tag  of its heading */
function listed({ heading, items, more }, tag) {
  return [
    tag ? element(tag, { class: "preview-heading" }, heading) : "",
    element("ol", { class: "preview-list", role: "list" }, items.map(line)),
    more ? element("p", { class: "preview-more" }, more) : "",
  ];
}

/** @param {Item} item */
function line({ where, message, cure }) {
  return element(
    "li",
    { lang: "en", dir: "ltr" },
    where ? element("p", { class: "preview-where" }, where) : null,
    element("p", { class: "preview-message", dir: "auto" }, message),
    cure ? element("p", { class: "preview-cure", dir: "auto" }, cure) : null,
  );
}

/**
 * Puts the button among those of the page, and the panel where the reader is: a dialog that is open
 * leaves nothing else of the page in reach.
 *
 * @param {HTMLElement} badge
 * @param {HTMLElement} panel
 */
function hang(badge, panel) {
  const buttons = document.querySelector(".dialogs");
  if (buttons && !buttons.contains(badge)) buttons.prepend(badge);
  const dialog = document.querySelector("dialog[open]");
  if (!dialog || dialog.contains(panel)) return;
  dialog.append(panel);
  dialog.addEventListener("close", () => document.body.append(panel), { once: true });
}

/** @param {HTMLElement} panel  goes under the head of the page */
function place(panel) {
  const bottom = document.querySelector(".header")?.getBoundingClientRect().bottom ?? 0;
  panel.style.setProperty("--preview-top", `${bottom}px`);
}
