/** The forms of `forms.js` as patterns, each made when it is first asked for. */

import { FORMS, LISTS, PARTS } from "mapgen/core/typed-date/forms.js";

const LETTER = "[\\p{L}\\p{N}_]";
const EDGE = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

/** @typedef {keyof typeof LISTS} List */
/** @typedef {keyof typeof FORMS} Form */

/** @type {Map<string, RegExp>} */
const made = new Map();

/**
 * @param {string} form  with the names of lists in pointed brackets
 * @param {string} [flags]
 * @returns {RegExp}
 */
export function pattern(form, flags = "u") {
  const known = made.get(flags + form);
  if (known) return known;
  const found = new RegExp(spelt(form), flags);
  made.set(flags + form, found);
  return found;
}

/** @param {Form} name @returns {RegExp[]} */
export const patterns = (name) => FORMS[name].map((form) => pattern(form));

/**
 * @param {string} text
 * @param {Form} name
 * @returns {Record<string, string> | null} the parts of the first form that is the whole text
 */
export function fitting(text, name) {
  for (const form of FORMS[name]) {
    const groups = pattern(`^(?:${form})$`).exec(text)?.groups;
    if (groups) return groups;
  }
  return null;
}

/** @param {List} list @param {string} word @returns {number} from 0, -1 where it is none of them */
export const numberOf = (list, word) =>
  LISTS[list].findIndex((words) => words.split("|").includes(word));

/** @param {List} list @returns {string[]} */
export const wordsOf = (list) => LISTS[list].flatMap((words) => words.split("|"));

/** @param {string} form @returns {string} with what its names stand for */
function spelt(form) {
  return form.replace(/<([A-Z_]+)>/g, (_, name) => {
    if (name === "B") return EDGE;
    const part = PARTS[/** @type {keyof typeof PARTS} */ (name)];
    return part ? spelt(part) : anyOf(wordsOf(/** @type {List} */ (name)));
  });
}

/** @param {string[]} words */
const anyOf = (words) => `(?:${words.sort((a, b) => b.length - a.length).join("|")})`;
