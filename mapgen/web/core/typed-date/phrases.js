/**
 * Reads phrases about dates: the twin of `mapgen.dates.phrases`.
 *
 * @typedef {import("mapgen/core/typed-date/edtf.js").Span} Span
 */

import { refuse } from "mapgen/core/typed-date/days.js";
import { between, NEVER } from "mapgen/core/typed-date/edtf.js";
import { BOUNDS, TIDY } from "mapgen/core/typed-date/forms.js";
import { pattern, patterns, wordsOf } from "mapgen/core/typed-date/patterns.js";
import { readWords, withoutEmptyWords } from "mapgen/core/typed-date/words.js";

/** @type {Span} */
const ALWAYS = { from: -Infinity, to: Infinity, unit: "other" };

/** @param {string} text  folded @returns {Span | null} */
export function readPhrase(text) {
  const plain = tidied(text);
  return bounded(plain) ?? readWords(plain) ?? inside(plain) ?? range(plain) ?? listed(plain);
}

/** @param {string} text */
function tidied(text) {
  const plain = TIDY.reduce((known, [from, to]) => known.replace(pattern(from, "gu"), to), text);
  return plain.trim().replace(/\s+/g, " ");
}

/** @param {string} text @returns {Span | null} */
function bounded(text) {
  for (const [word, form] of BOUNDS) {
    const match = pattern(`^(?:${form})$`).exec(text);
    if (match) return limited(word, readWords(match[1]));
  }
  return null;
}

/** @param {string} word @param {Span | null} span @returns {Span | null} */
function limited(word, span) {
  if (!span) return null;
  if (word === "by" || word === "until") return between(ALWAYS, span);
  if (word !== "before" && word !== "after") return between(span, ALWAYS);
  if (span === NEVER) return refuse();
  return word === "before"
    ? { ...ALWAYS, to: span.from - 1 }
    : { ...ALWAYS, from: span.next ?? span.to + 1 };
}

/** @param {string} text @returns {Span | null} */
function inside(text) {
  const match = patterns("BETWEEN")[0].exec(text);
  const found = match?.index === 0 && pair(match[1], [...patterns("AND"), ...patterns("TO")]);
  // deno-lint-ignore mapgen/no-list-in-arguments -- a pair
  return found ? between(...found) : null;
}

/** @param {string} text @returns {Span | null} */
function range(text) {
  const from = patterns("FROM")[0].exec(text);
  const plain = from?.index === 0 ? from[1] : text;
  for (const separator of patterns("TO")) {
    const [start, end, ...more] = plain.split(separator);
    if (end === undefined || more.length) continue;
    const first = wordsOf("PRESENT").includes(end) || end === "?" ? readWords(start) : null;
    if (first) return between(first, ALWAYS);
    const last = start === "?" ? readWords(end) : null;
    if (last) return between(ALWAYS, last);
  }
  const found = pair(plain, patterns("TO"));
  // deno-lint-ignore mapgen/no-list-in-arguments -- a pair
  return found && between(...found);
}

/** @param {string} text @returns {Span | null} */
function listed(text) {
  const found = pair(text, patterns("OR")) ?? pair(text, patterns("AND"));
  if (!found) return null;
  const [{ from, to }, other] = found;
  return { from: Math.min(from, other.from), to: Math.max(to, other.to), unit: "other" };
}

/** @param {string} text @param {RegExp[]} separators @returns {[Span, Span] | null} */
function pair(text, separators) {
  for (const separator of separators) {
    const sides = text.split(separator).map((side) => side.trim());
    if (sides.length !== 2 || !sides.every(withoutEmptyWords)) continue;
    const found = completed(sides[0], sides[1]);
    if (found) return found;
  }
  return null;
}

/**
 * Reads two dates, each with as much of the other as it needs to be one: "2" and "28 february 1982",
 * "february 2" and "28 1982".
 *
 * @param {string} left
 * @param {string} right
 * @returns {[Span, Span] | null}
 */
function completed(left, right) {
  const [before, after] = [left.split(" "), right.split(" ")];
  const endings = after.map((_, i) => [left, ...after.slice(i + 1)].join(" "));
  const beginnings = before.map((_, i) => [...before.slice(0, i), right].join(" "));
  const [start, end] = [firstDate(endings), firstDate(beginnings)];
  return start && end ? [start, end] : null;
}

/** @param {string[]} texts @returns {Span | null} */
function firstDate(texts) {
  for (const text of texts) {
    const span = readWords(text);
    if (span) return span;
  }
  return null;
}
