/** Writes the events of a page to a file: at once where all texts are there, else block by block. */

import { breathing } from "mapgen/core/steps.js";

/** @typedef {import("mapgen/core/export.js").FileFormat} FileFormat */

/**
 * @param {import("mapgen/payload.js").Collection} collection
 * @param {Uint8Array} chosen  1 for each event that is written
 * @param {FileFormat} format
 * @param {(share: number) => void} tell  hears how much of it is done, from 0 to 1
 * @returns {Promise<Blob>}
 */
export async function writeFile({ texts, eventsOf }, chosen, format, tell) {
  const { type, begin, between, end } = format;
  const blocks = Array.from({ length: texts.length }, (_, block) => block).filter((block) =>
    chosen.subarray(block * texts.size, (block + 1) * texts.size).includes(1)
  );
  /** @type {Blob[]} a copy of a large text would take long; one of these is none */
  const written = [];
  for (const block of blocks) {
    const events = (await eventsOf(block)).filter(({ index }) => chosen[index] === 1);
    const lines = await breathing(writing(events, format));
    written.push(new Blob([written.length > 0 ? between : "", lines.join(between)]));
    tell(written.length / blocks.length);
  }
  return new Blob([begin, ...written, end], { type });
}

/**
 * @param {import("mapgen/payload.js").HistoricalEvent[]} events
 * @param {FileFormat} format
 * @returns {Generator<void, string[]>}
 */
function* writing(events, { write }) {
  const lines = [];
  for (const event of events) {
    lines.push(write(event));
    yield;
  }
  return lines;
}
