/** One filter: a check box for each of its values, the most frequent first, the others on demand. */

import { fold } from "mapgen/core/search.js";
import { appendAll, element } from "mapgen/ui/element.js";
import { findRows } from "mapgen/ui/find-row.js";

/** @typedef {import("mapgen/core/facets.js").Facet} Facet */
/** @typedef {import("mapgen/ui/find-row.js").Value} Value */

const FEW = 12; // values that are shown at once
const MANY = 40; // values that can be searched
const MOST = 1000; // values that are shown at all, beside the chosen ones; a search finds the others

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {Facet} facet
 * @param {Value[]} values  the most frequent first
 * @returns {{group: HTMLElement, update: (counts: import("mapgen/core/facets.js").Counts) => void}}
 */
export function findGroup(page, facet, values) {
  const { story, number } = page.words;
  const rows = findRows(page, facet);
  const list = element("div", { class: "find-group-list", id: `find-group-${facet}` });
  const nothing = element("p", { class: "find-group-nothing", role: "status" });
  const all = values.length > FEW ? opener(list.id) : null;
  const narrow = values.length > MANY ? box(story.narrow[facet]) : null;
  const legend = element("legend", {}, story.facets[facet]);
  const group = element("fieldset", { class: "find-group" }, legend, narrow, list, nothing, all);

  const isOpen = () => all?.getAttribute("aria-expanded") !== "false";
  const wanted = () => fold(narrow?.value.trim() ?? "");
  /** @param {Value} value @param {number} i */
  const isFirst = (value, i) => i < FEW || rows.isChosen(value);

  function draw() {
    const text = wanted();
    const found = text
      ? values.filter((value) => fold(rows.nameOf(value)).includes(text))
      : values.filter((value, i) => isOpen() || isFirst(value, i));
    list.replaceChildren();
    const shown = found.filter((value, i) => i < MOST || rows.isChosen(value));
    appendAll(list, shown.map(rows.labelOf));
    const part = shown.length < found.length
      ? `${number(shown.length)} / ${number(found.length)}`
      : "";
    nothing.textContent = found.length > 0 ? part : story.nothing;
    group.classList.toggle("find-group-open", found.length > FEW);
    if (!all) return;
    all.hidden = text !== "";
    const count = number(values.length);
    all.textContent = isOpen() ? story.fewerValues : story.allValues.replace("{n}", count);
  }

  all?.addEventListener("click", () => {
    all.setAttribute("aria-expanded", String(!isOpen()));
    draw();
  });
  narrow?.addEventListener("input", draw);
  draw();
  return {
    group,
    update: (counts) => {
      rows.update(counts);
      if (wanted()) return;
      const missing = values.filter(isFirst).map(rows.labelOf).filter((each) => !each.isConnected);
      appendAll(list, missing); // what is there stays there, so that the focus does too
    },
  };
}

/** @param {string} list  id of what it opens */
const opener = (list) =>
  element("button", {
    class: "find-group-all more-button",
    type: "button",
    "aria-expanded": "false",
    "aria-controls": list,
  });

/** @param {string} name @returns {HTMLInputElement} Escape empties it before it closes anything */
function box(name) {
  const made = element("input", {
    class: "find-group-narrow",
    type: "search",
    "aria-label": name,
    placeholder: name,
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
  });
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && made.value !== "") event.stopPropagation();
  });
  return made;
}
