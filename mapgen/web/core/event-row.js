/** An event as the rooms of the page see it: a row number that looks its values up in the columns. */

import { APPROXIMATE, INSIDE, SAID, SENSITIVE, UNCERTAIN, WORDED } from "mapgen/core/columns.js";

/**
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} Source  what the rows of a page have in common
 * @property {import("mapgen/core/columns.js").Columns} columns
 * @property {import("mapgen/core/texts.js").Texts} texts
 * @property {import("mapgen/payload.js").Place[]} places
 * @property {import("mapgen/payload.js").Category[]} categories
 * @property {string[]} strings
 * @property {string[]} headers  of the columns that mapgen does not know
 */

/** The events of a page, each made when somebody asks for it, and then always the same. */
export class Rows {
  /** @type {EventRow[]} with holes */
  #made = [];
  #source;

  /** @param {Source} source @param {number} length */
  constructor(source, length) {
    this.#source = source;
    this.length = length;
  }

  /** @param {number} index @returns {HistoricalEvent | undefined} */
  at(index) {
    return index >= 0 && index < this.length ? this.#at(index) : undefined;
  }

  /** @param {Iterable<number>} indices @returns {HistoricalEvent[]} */
  some(indices) {
    return Array.from(indices, (index) => this.#at(index));
  }

  /** @param {number} block @returns {Promise<HistoricalEvent[]>} its events, which are not kept */
  async of(block) {
    const texts = await this.#source.texts.only(block);
    const start = block * texts.size;
    const length = Math.min(texts.size, this.length - start);
    return Array.from({ length }, (_, i) => new EventRow({ ...this.#source, texts }, start + i));
  }

  /** @param {number} index */
  #at(index) {
    return this.#made[index] ??= new EventRow(this.#source, index);
  }
}

/** @implements {HistoricalEvent} */
class EventRow {
  #source;

  /** @param {Source} source @param {number} index */
  constructor(source, index) {
    this.#source = source;
    this.index = index;
  }

  get id() {
    return this.#source.texts.read(this.index, "id");
  }
  get title() {
    return this.#source.texts.read(this.index, "title");
  }
  get date() {
    return this.#source.texts.read(this.index, "date");
  }
  get edtf() {
    return this.#source.texts.read(this.index, "edtf");
  }
  get time() {
    return this.#source.texts.read(this.index, "time");
  }
  get end_time() {
    return this.#source.texts.read(this.index, "end_time");
  }
  get description() {
    return this.#source.texts.read(this.index, "description");
  }
  get source_url() {
    return this.#source.texts.read(this.index, "source_url");
  }
  get image() {
    return this.#source.texts.read(this.index, "image");
  }
  get image_alt() {
    return this.#source.texts.read(this.index, "image_alt");
  }
  get image_credit() {
    return this.#source.texts.read(this.index, "image_credit");
  }
  get extra() {
    const { headers, texts } = this.#source;
    return headers.map((
      header,
      column,
    ) => /** @type {[string, string]} */ ([header, texts.readExtra(this.index, column)]));
  }

  get earliest() {
    return this.#source.columns.earliest[this.index];
  }
  get latest() {
    return this.#source.columns.latest[this.index];
  }
  get dated() {
    return this.earliest !== -Infinity || this.latest !== Infinity;
  }
  get approximate() {
    return (this.#source.columns.flags[this.index] & APPROXIMATE) > 0;
  }
  get uncertain() {
    return (this.#source.columns.flags[this.index] & UNCERTAIN) > 0;
  }
  get sensitive() {
    return (this.#source.columns.flags[this.index] & SENSITIVE) > 0;
  }
  get worded() {
    return (this.#source.columns.flags[this.index] & WORDED) > 0;
  }
  get said() {
    return (this.#source.columns.flags[this.index] & SAID) > 0;
  }
  get inside() {
    return (this.#source.columns.flags[this.index] & INSIDE) > 0;
  }

  get place() {
    return this.#source.places[this.#source.columns.place[this.index]] ?? null;
  }
  get to() {
    return this.#source.places[this.#source.columns.to[this.index]] ?? null;
  }
  get category() {
    return this.#source.categories[this.#source.columns.category[this.index]] ?? null;
  }
  get kind() {
    const { columns, strings } = this.#source;
    return /** @type {import("mapgen/payload.js").Kind} */ (strings[columns.kind[this.index]]);
  }
  get status() {
    const { columns, strings } = this.#source;
    return /** @type {import("mapgen/payload.js").Status} */ (strings[columns.status[this.index]]);
  }
  get source() {
    return this.#source.strings[this.#source.columns.source[this.index]];
  }
  get tags() {
    const { columns: { tags, tagsEnd }, strings } = this.#source;
    const own = tags.subarray(tagsEnd[this.index - 1] ?? 0, tagsEnd[this.index]);
    return Array.from(own, (tag) => strings[tag]);
  }
  get line() {
    return this.#source.columns.line[this.index];
  }
  get weight() {
    return this.#source.columns.weight?.[this.index] ?? 1;
  }
}
