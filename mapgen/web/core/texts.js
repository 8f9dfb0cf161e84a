/**
 * The texts of the events, in blocks that are read when one of their events is shown.
 *
 * @typedef {"id" | "title" | "date" | "edtf" | "time" | "end_time" | "description" | "source_url"
 *   | "image" | "image_alt" | "image_credit"} TextColumn
 *
 * @typedef {Partial<Record<TextColumn, string[]>> & {extra?: string[][]}} Block  a column that is
 *   not there is blank
 */

import { jsonFrom } from "mapgen/core/inflate.js";

export class Texts {
  /** @type {(Block | undefined)[]} those that have been read */
  #blocks = [];
  /** @type {Map<number, Promise<void>>} those that are being read */
  #coming = new Map();
  #size;
  #sources;
  #coding;

  /**
   * @param {number} size  events in a block
   * @param {(() => string)[]} sources  each gives a block
   * @param {import("mapgen/core/inflate.js").Coding} coding  of the blocks
   */
  constructor(size, sources, coding) {
    this.#size = size;
    this.#sources = sources;
    this.#coding = coding;
  }

  /** @returns {boolean} whether the page holds so few events that all texts are there from the start */
  get whole() {
    return this.#sources.length < 2;
  }

  /** @returns {number} of blocks */
  get length() {
    return this.#sources.length;
  }

  /** @returns {number} events in a block */
  get size() {
    return this.#size;
  }

  /** @param {number} index  of an event @returns {boolean} whether its texts have been read */
  has(index) {
    return this.#blocks[Math.floor(index / this.#size)] !== undefined;
  }

  /**
   * @param {number} index  of an event
   * @param {TextColumn} column
   * @returns {string} "" while it has not been read
   */
  read(index, column) {
    return this.#blocks[Math.floor(index / this.#size)]?.[column]?.[index % this.#size] ?? "";
  }

  /**
   * @param {number} index  of an event
   * @param {number} column  of those that mapgen does not know
   * @returns {string}
   */
  readExtra(index, column) {
    const block = this.#blocks[Math.floor(index / this.#size)];
    return block?.extra?.[column][index % this.#size] ?? "";
  }

  /**
   * @param {number} block
   * @returns {Promise<Block>} the block, which is not kept
   */
  async open(block) {
    return this.#blocks[block] ?? await jsonFrom(this.#sources[block](), this.#coding);
  }

  /** @param {number} block @returns {Promise<Texts>} of which this block alone has been read */
  async only(block) {
    const texts = new Texts(this.#size, this.#sources, this.#coding);
    texts.#blocks[block] = await this.open(block);
    return texts;
  }

  /**
   * Reads the texts of some events, for good.
   *
   * @param {Iterable<number>} indices
   * @returns {Promise<void>}
   */
  async need(indices) {
    await Promise.all(this.#missing(indices).map((block) => this.#fetch(block)));
  }

  /**
   * Acts at once where the texts are there, else when they have been read.
   *
   * @param {Iterable<number>} indices
   * @param {() => void} act
   */
  when(indices, act) {
    const missing = this.#missing(indices);
    if (missing.length === 0) act();
    else Promise.all(missing.map((block) => this.#fetch(block))).then(act);
  }

  /** @param {Iterable<number>} indices @returns {number[]} blocks */
  #missing(indices) {
    const blocks = new Set();
    for (const index of indices) blocks.add(Math.floor(index / this.#size));
    return [...blocks].filter((block) => block in this.#sources && !this.#blocks[block]);
  }

  /** @param {number} block @returns {Promise<void>} */
  #fetch(block) {
    const coming = this.#coming.get(block) ??
      this.open(block).then((read) => {
        this.#blocks[block] = read;
        this.#coming.delete(block);
      });
    this.#coming.set(block, coming);
    return coming;
  }
}
