/** The part of the share dialog that gives the events as files. */

import { INSIDE } from "mapgen/core/columns.js";
import { csvFormat, fileName, geoJsonFormat } from "mapgen/core/export.js";
import { writeFile } from "mapgen/core/write-file.js";
import { part } from "mapgen/ui/dialog.js";
import { element } from "mapgen/ui/element.js";
import { button, choice } from "mapgen/ui/form.js";

const KEPT_MS = 60_000; // how long a browser may take to save a file that it has been given

/** @param {import("mapgen/ui/page.js").Page} page */
export function download({ collection, store, words }) {
  const { map, count, columns } = collection;
  const { sharing } = words.dialogs;
  const counts = [store.count(), collection.total].map(words.number);
  const [shown, all] = choice("share-events", [
    sharing.shown.replace("{n}", counts[0]),
    sharing.all.replace("{n}", counts[1]),
  ]);
  const others = collection.event(0)?.extra.map(([header]) => header) ?? [];
  const status = element("span", { class: "share-status", role: "status" });
  const progress = element("progress", { "aria-label": sharing.writing });
  progress.hidden = true;

  /** @param {import("mapgen/core/export.js").FileFormat} format */
  async function give(format) {
    if (!progress.hidden) return; // one is being written
    progress.hidden = collection.texts.whole;
    status.textContent = progress.hidden ? "" : sharing.writing;
    const chosen = all.field.checked ? new Uint8Array(count).fill(1) : store.shown();
    try {
      const file = await writeFile(collection, chosen, format, (share) => progress.value = share);
      save(file, fileName(map.title, format.ending));
    } finally {
      progress.hidden = true;
      status.textContent = "";
    }
  }

  const inside = columns.flags.some((flags) => (flags & INSIDE) > 0);
  return part(
    sharing.download,
    element("div", { class: "share-row" }, shown.label, all.label),
    element(
      "div",
      { class: "share-row" },
      button(sharing.format.replace("{format}", "CSV"), () => give(csvFormat(others))),
      button(sharing.format.replace("{format}", "GeoJSON"), () => give(geoJsonFormat(map.title))),
      status,
      progress,
    ),
    inside ? element("p", { class: "share-note" }, sharing.inside) : null,
  );
}

/** @param {Blob} file @param {string} name */
function save(file, name) {
  const address = URL.createObjectURL(file);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
