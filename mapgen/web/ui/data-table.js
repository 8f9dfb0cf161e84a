/** The dialog with every column of every event, to be sorted and searched by eye. */

import { MANY, tableColumns } from "mapgen/core/table-columns.js";
import { inOrder } from "mapgen/core/table-order.js";
import { everyIndex, shownIndices } from "mapgen/core/walk.js";
import { appendAll, element, outward } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */
/** @typedef {import("mapgen/core/table-columns.js").TableColumn} TableColumn */

const BLOCK = 100; // rows that are asked for at once
const STEP = 34; // rows that are drawn in one frame

/** @param {Page} page @param {() => void} close */
export function dataTable(page, close) {
  const { collection, store, words } = page;
  /** @type {Uint32Array | undefined} */
  let everything;
  const columns = tableColumns(collection);
  let sorted = columns.findIndex(({ name }) => name === "date_text");
  let descending = false;
  const count = element("span", { role: "status" });
  const only = element("input", { type: "checkbox" });
  const { body, more, show } = blocks(columns, page, close);
  const many = collection.count > MANY;
  const heads = columns.map((column, i) => {
    const sort = many && i !== sorted ? null : () => sortBy(i);
    return head(headerOf(column, page), sort);
  });

  const draw = () => {
    everything ??= everyIndex(collection.count);
    const chosen = only.checked ? shownIndices(store.shown()) : everything;
    const { [sorted]: column } = columns;
    show(column ? inOrder(collection, chosen, column, descending, words.locale) : chosen);
    const events = only.checked ? store.count() : collection.total;
    count.textContent = words.count(words.event.events, events);
    const order = descending ? "descending" : "ascending";
    heads.forEach((cell, i) => cell.ariaSort = i === sorted ? order : null);
  };
  /** @param {number} column */
  const sortBy = (column) => {
    descending = sorted === column && !descending;
    sorted = column;
    draw();
  };

  only.addEventListener("change", draw);
  if (many) requestAnimationFrame(draw); // the columns took a part of this frame
  else draw();
  const table = element(
    "table",
    { class: "data-table-table" },
    element("caption", { class: "data-table-caption" }, count),
    element("thead", {}, element("tr", {}, heads)),
    body,
  );
  return [...notes(page, only), table, more];
}

/** @param {Page} page @param {HTMLElement} only  shows only the events that the map shows */
function notes({ collection, store, words }, only) {
  const { onlyShown, byTime } = words.dialogs.table;
  const choice = element("label", {}, only, ` ${onlyShown}`);
  const note = byTime.replace("{n}", words.number(MANY));
  return [
    collection.count > MANY ? element("p", { class: "data-table-choice" }, note) : null,
    store.count() < collection.total ? element("p", { class: "data-table-choice" }, choice) : null,
  ];
}

/**
 * The rows, a block at a time.
 *
 * @param {TableColumn[]} columns
 * @param {Page} page
 * @param {() => void} close
 */
function blocks(columns, page, close) {
  const { collection, words } = page;
  const { event, texts } = collection;
  const body = element("tbody");
  const more = element("button", { class: "data-table-more", type: "button" });
  /** @type {ArrayLike<number>} indices of events */
  let rows = [];
  let end = 0; // of those that are drawn, or are going to be
  const fill = () => {
    if (body.rows.length < end) return;
    const [all, start] = [rows, end];
    end = Math.min(start + BLOCK, all.length);
    const block = Array.from({ length: end - start }, (_, i) => all[start + i]);
    body.ariaBusy = "true";
    const many = collection.count > MANY; // whose order took a part of this frame
    texts.when(block, () => many ? requestAnimationFrame(() => add(all, block)) : add(all, block));
  };
  /** @param {ArrayLike<number>} all @param {number[]} block  those of them that are to be drawn */
  const add = (all, block) => {
    if (all !== rows) return; // in another order by now
    const events = block.slice(0, STEP).flatMap((index) => event(index) ?? []);
    appendAll(body, events.map((event) => row(event, columns, page, close)));
    if (block.length > STEP) return requestAnimationFrame(() => add(all, block.slice(STEP)));
    body.ariaBusy = null;
    const left = Math.min(BLOCK, rows.length - end);
    more.hidden = left === 0;
    more.textContent = words.count(words.dialogs.table.more, left);
  };
  /** @param {ArrayLike<number>} indices */
  const show = (indices) => {
    rows = indices;
    end = 0;
    body.replaceChildren();
    fill();
  };
  more.addEventListener("click", fill);
  return { body, more, show };
}

/** @param {TableColumn} column @param {Page} page @returns {string} */
function headerOf({ name }, { words }) {
  return Object.hasOwn(words.dialogs.columns, name)
    ? words.dialogs.columns[/** @type {import("mapgen/core/export.js").Column} */ (name)]
    : name;
}

/** @param {string} text @param {(() => void) | null} sort  null where it cannot be sorted by */
function head(text, sort) {
  if (!sort) return element("th", { scope: "col" }, element("span", { dir: "auto" }, text));
  const button = element("button", { class: "data-table-sort", type: "button", dir: "auto" }, text);
  button.addEventListener("click", sort);
  return element("th", { scope: "col" }, button);
}

/**
 * @param {HistoricalEvent} event
 * @param {TableColumn[]} columns
 * @param {Page} page
 * @param {() => void} close
 */
function row(event, columns, page, close) {
  const [first, ...others] = columns;
  const link = element("a", { href: `#event=${event.id}`, dir: "auto" }, first.text(event));
  link.addEventListener("click", (click) => {
    click.preventDefault();
    close();
    page.store.set({ event: event.index, place: -1 });
  });
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, link),
    others.map((column) => element("td", kindOf(column), content(event, column, page))),
  );
}

/** @param {TableColumn} column @returns {Record<string, string>} */
function kindOf({ name }) {
  return { class: `data-table-${["description", "lat", "lon"].includes(name) ? name : "text"}` };
}

/**
 * @param {HistoricalEvent} event
 * @param {TableColumn} column
 * @param {Page} page
 */
function content(event, { name, text }, { words }) {
  if (name === "status") return [event.status && words.event.status[event.status]];
  if (name === "kind") return [words.dialogs.table.kind[event.kind]];
  if (name === "sensitive") return [event.sensitive ? words.dialogs.table.yes : ""];
  const shown = text(event);
  if (name !== "source_url" || shown === "") return [element("bdi", {}, shown)];
  return [outward(shown, words.event.newTab, element("bdi", {}, shown))];
}
