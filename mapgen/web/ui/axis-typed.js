/** The two boxes where a reader types the window; a wrong date changes nothing and is told. */

import { readTyped } from "mapgen/core/typed-date.js";
import { element } from "mapgen/ui/element.js";

/** @typedef {"from" | "to"} End */
/** @typedef {import("mapgen/ui/axis-view.js").View} View */

/** @typedef {{day: number} | {error: string}} Reading */

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {View} view
 * @returns {HTMLElement}
 */
export function axisTyped({ words: { axis }, store }, view) {
  const boxes = { from: box("from", axis.from), to: box("to", axis.to) };

  function fill() {
    const { from, to } = store.get();
    boxes.from.input.value = view.text.start(from);
    boxes.to.input.value = view.text.end(to);
    for (const one of [boxes.from, boxes.to]) complain(one, "");
  }

  /** Reads both, so that a start that had to wait for its end counts then. @param {End} changed */
  function commit(changed) {
    const [from, to] = [read("from"), read("to")];
    complain(boxes.from, "error" in from ? from.error : "");
    complain(boxes.to, "error" in to ? to.error : "");
    if ("error" in from || "error" in to) return;
    if (from.day > to.day) return complain(boxes[changed], axis.reversed);
    store.set({ from: from.day, to: to.day });
    fill();
  }

  /** @param {End} end @returns {Reading} */
  function read(end) {
    const typed = readTyped(boxes[end].input.value);
    if (typed.kind === "wrong") return { error: axis.wrong };
    if (typed.kind === "ambiguous") return { error: between(axis.ambiguous, typed.readings) };
    const { from, to } = typed.reading;
    const { all } = view;
    if (from > all.to || to < all.from) {
      return { error: between(axis.outside, [all.from, all.to]) };
    }
    return { day: end === "from" ? Math.max(from, all.from) : Math.min(to, all.to) };
  }

  /** @param {string} pattern @param {[number, number]} days */
  function between(pattern, [a, b]) {
    return pattern.replace("{a}", view.text.day(a)).replace("{b}", view.text.day(b));
  }

  for (const end of /** @type {const} */ (["from", "to"])) {
    const { input } = boxes[end];
    input.addEventListener("change", () => commit(end));
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") fill();
      if (key === "Enter") commit(end);
    });
  }
  store.subscribe((state, before) => {
    if (state.from !== before.from || state.to !== before.to) fill();
  });
  fill();
  return element("div", { class: "axis-typed" }, boxes.from.made, boxes.to.made);
}

/** @param {End} end @param {string} name */
function box(end, name) {
  const input = element("input", {
    class: "axis-typed-input",
    id: `axis-typed-${end}`,
    type: "text",
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `axis-typed-${end}-error`,
  });
  const error = element("span", {
    class: "axis-typed-error",
    id: `axis-typed-${end}-error`,
    role: "alert",
  });
  const label = element("label", { class: "axis-typed-label", for: input.id }, name);
  const field = element("div", { class: "axis-typed-field" }, label, input);
  const made = element("div", { class: "axis-typed-box" }, field, error);
  return { made, input, error };
}

/** @param {{input: HTMLInputElement, error: HTMLElement}} box @param {string} text  "" for none */
function complain({ input, error }, text) {
  if (error.textContent === text) return;
  error.textContent = text;
  if (text) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}
