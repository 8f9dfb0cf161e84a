/**
 * Fetches a part of a site: what stands in parts/, as mapgen/site/parts.py writes it.
 *
 * @typedef {import("mapgen/payload.js").Parts} Parts
 *
 * @typedef {object} Part  where a part stands among the others
 * @property {number} number  from 1
 * @property {string} name  its time and its place
 * @property {number} earlier  the part before it in the same place, 0 for none
 * @property {number} later
 *
 * @typedef {object} File
 * @property {Part} part
 * @property {object} head
 * @property {object} tables  without outlines and words, which are in the page
 * @property {string} numbers
 * @property {string[]} blocks
 */

const NUMBER = /^[1-9]\d{0,8}$/;

/**
 * @param {string} query  of the address
 * @returns {number} of the part that it asks for, 0 for none
 */
export function partOf(query) {
  const text = new URLSearchParams(query).get("part") ?? "";
  return NUMBER.test(text) ? Number(text) : 0;
}

/** @param {number} number @returns {string} the address of a part's file, seen from the page */
export function fileOf(number) {
  return `parts/${String(number).padStart(4, "0")}.json`;
}

/**
 * @param {number} number
 * @param {Parts} page  has the outlines and the words
 * @returns {Promise<{part: Part, parts: Parts} | null>} null where it cannot be had
 */
export async function fetchPart(number, page) {
  try {
    const answer = await fetch(fileOf(number));
    return answer.ok ? partFrom(await answer.json(), page) : null;
  } catch {
    return null; // no network, or the page was opened as a file
  }
}

/** @param {File} file @param {Parts} page @returns {{part: Part, parts: Parts}} */
export function partFrom({ part, head, tables, numbers, blocks }, page) {
  const { outlines, words } = JSON.parse(page.tables);
  return {
    part,
    parts: {
      head: JSON.stringify(head),
      tables: JSON.stringify({ ...tables, outlines, words }),
      numbers,
      blocks: blocks.map((block) => () => block),
    },
  };
}
