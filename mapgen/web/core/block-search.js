/** Searches a page of many blocks: in the tables first, then block by block in the order of time. */

import { breathe } from "mapgen/core/breathe.js";
import { fold, plainText, wordsIn } from "mapgen/core/search.js";

/** @typedef {import("mapgen/payload.js").Collection} Collection */
/** @typedef {import("mapgen/core/texts.js").Block} Block */

const AHEAD = 3; // blocks that are read while one is searched
const SLICE = 8; // milliseconds of work before the browser may draw

/**
 * @param {Collection} collection
 * @param {string} query  every word of it must be found, in any order
 * @param {(hits: Uint8Array) => boolean} tell  hears after each block what has been found so far,
 *   in the same array: 1 for each event that has; false ends the search
 */
export async function searchBlocks(collection, query, tell) {
  const { texts, count } = collection;
  const hits = new Uint8Array(count);
  const words = wordsIn(query);
  const inTables = tableSearch(collection, words);
  const coming = Array.from({ length: AHEAD }, (_, block) => open(texts, block));
  let began = performance.now();
  for (let block = 0; block < texts.length; block++) {
    const read = await /** @type {Promise<Block>} */ (coming.shift());
    coming.push(open(texts, block + AHEAD));
    const start = block * texts.size;
    const end = Math.min(start + texts.size, hits.length);
    for (let index = start; index < end; index++) {
      const missing = inTables(index);
      if (missing.length === 0 || holds(read, index - start, missing)) hits[index] = 1;
    }
    if (!tell(hits)) return;
    if (performance.now() - began < SLICE) continue;
    await breathe();
    began = performance.now();
  }
}

/** @param {Collection["texts"]} texts @param {number} block @returns {Promise<Block>} */
const open = (texts, block) => block < texts.length ? texts.open(block) : Promise.resolve({});

/** @param {Block} block @param {number} at @param {string[]} words */
function holds({ title, date, description }, at, words) {
  const parts = [title?.[at] ?? "", date?.[at] ?? "", plainText(description?.[at] ?? "")];
  const text = fold(parts.join("\n"));
  return words.every((word) => text.includes(word));
}

/**
 * @param {Collection} collection
 * @param {string[]} words
 * @returns {(index: number) => string[]} the words that none of an event's places, its category,
 *   tags and source have
 */
function tableSearch({ columns, places, categories, strings }, words) {
  const tests = words.map((word) => ({
    word,
    place: having(word, (i) => `${places[i].name}\n${places[i].country}`, places.length),
    to: having(word, (i) => places[i].name, places.length),
    string: having(word, (i) => strings[i], strings.length),
    category: having(word, (i) => categories[i].name, categories.length),
  }));
  return (index) => {
    const { place, to, category, source, tags, tagsEnd } = columns;
    const missing = tests.filter((test) => {
      if (test.place(place[index]) || test.to(to[index]) || test.category(category[index])) {
        return false;
      }
      if (test.string(source[index])) return false;
      for (let tag = index > 0 ? tagsEnd[index - 1] : 0; tag < tagsEnd[index]; tag++) {
        if (test.string(tags[tag])) return false;
      }
      return true;
    });
    return missing.length === 0 ? NONE : missing.map(({ word }) => word);
  };
}

/** @type {string[]} */
const NONE = [];

/**
 * @param {string} word
 * @param {(index: number) => string} textOf
 * @param {number} length  of the texts
 * @returns {(index: number) => boolean} whether a text has the word; each is looked at once, when it
 *   is asked about, and -1 has none
 */
function having(word, textOf, length) {
  const known = new Uint8Array(length); // 0 for one nobody has asked about, 1 for no, 2 for yes
  return (index) => {
    if (index < 0) return false;
    if (known[index] === 0) known[index] = fold(textOf(index)).includes(word) ? 2 : 1;
    return known[index] === 2;
  };
}
