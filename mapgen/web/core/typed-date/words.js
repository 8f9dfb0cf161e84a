/**
 * Reads one date in words: the twin of `mapgen.dates.words`.
 *
 * @typedef {import("mapgen/core/typed-date/edtf.js").Span} Span
 */

import { isWeekday, longestMonth, refuse } from "mapgen/core/typed-date/days.js";
import { between, dated, NEVER, season, single, spanOf } from "mapgen/core/typed-date/edtf.js";
import { readFigures } from "mapgen/core/typed-date/figures.js";
import { fitting, numberOf, patterns, wordsOf } from "mapgen/core/typed-date/patterns.js";
import { civil } from "mapgen/core/time.js";

const ONES = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

/** @typedef {Record<string, string>} Parts  a part that a form does not have is undefined */

/** @type {[import("mapgen/core/typed-date/patterns.js").Form, (parts: Parts) => Span | null][]} */
const WHOLES = [
  ["DAYS", day],
  ["SEASONS", seasonOf],
  ["YEARS", ({ year }) => dated([yearOf(year)])],
  ["DECADES", decade],
  ["TENS", tens],
  ["CENTURIES", century],
];

/** @param {string} text  folded and tidied @returns {Span | null} */
export function readWords(text) {
  let rest = withoutEmptyWords(text);
  for (let found = qualifier(rest); found; found = qualifier(rest)) {
    rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length);
  }
  const standard = single(rest.toUpperCase());
  if (standard) return season(standard) ? refuse() : spanOf(rest.toUpperCase()); // two years?
  return whole(rest) ?? partOfWhole(rest);
}

/** @param {string} text */
export function withoutEmptyWords(text) {
  const empty = wordsOf("EMPTY_WORDS");
  return text.split(" ").filter((word) => !empty.includes(word)).join(" ");
}

/** Approximate and uncertain dates are read as the date. @param {string} text */
function qualifier(text) {
  const found = QUALIFIERS.map(([name]) => patterns(name)[0].exec(text));
  return found.find((match, i) => match && (QUALIFIERS[i][1] || match.index === 0));
}

/** @type {[import("mapgen/core/typed-date/patterns.js").Form, boolean][]} whether it may stand last */
const QUALIFIERS = [
  ["APPROXIMATE", false],
  ["UNCERTAIN", false],
  ["UNCERTAIN_AT_END", true],
  ["APPROXIMATE_AT_END", true],
];

/** @param {string} text @returns {Span | null} */
function whole(text) {
  for (const [name, read] of WHOLES) {
    const parts = fitting(text, name);
    if (parts) return read(parts);
  }
  const edtf = readFigures(text);
  return edtf ? spanOf(edtf) : null;
}

/** @param {Parts} parts */
function day({ weekday, day: digits, month: name, year: text }) {
  const [year, month] = [yearOf(text), numberOf("MONTHS", name) + 1];
  if (digits === undefined) return dated([year], two(month));
  const number = Number(digits);
  const exists = number > 0 && number <= longestMonth(year, month);
  const named = weekday && exists ? numberOf("WEEKDAYS", weekday) : -1;
  if (named >= 0 && !isWeekday(year, month, number, named)) refuse();
  return dated([year], two(month), two(number));
}

/** @param {Parts} parts @returns {Span | null} only one that begins in December has two years */
function seasonOf({ season: name, year, before, next, south }) {
  const number = numberOf("SEASONS", name) + (south ? 29 : 21);
  if (next && !([24, 30].includes(number) && areNeighbours(year, before, next))) return null;
  return dated([before ? 1 - Number(before) : yearOf(year)], String(number));
}

/** @param {string} year @param {string} before @param {string} next */
function areNeighbours(year, before, next) {
  if (before) return Number(next) === Number(before) - 1;
  const following = String(Number(year) + 1);
  return next === following || next === following.slice(-2);
}

/** @param {string} text  1940, 79 ce or 44 bce @returns {number} */
function yearOf(text) {
  const [digits, era] = text.split(" ");
  const number = Number(digits);
  if (era && number === 0) refuse();
  return era === "bce" ? 1 - number : number;
}

/** @param {Parts} parts @returns {Span | null} */
function decade({ decade: digits, era, annees }) {
  const year = Number(annees ?? digits);
  if (annees) return years(year, 10);
  if (era === "bce") return tenBefore(year);
  if (digits.length === 2 && era === undefined) return null; // of which century?
  return digits.endsWith("00") ? refuse() : years(year, 10);
}

/** @param {Parts} parts @returns {Span | null} the forties of the 20th century */
function tens({ tens: word, unit, number, era }) {
  const count = ordinal(number);
  if (count < 1 || count > 100 || unit !== "قرن") return null;
  const first = 100 * (count - 1) + 10 * numberOf("TENS", word);
  return era === "bce" ? tenBefore(first) : years(first, 10);
}

/** @param {Parts} parts @returns {Span | null} the 19th is 1800 to 1899, the first BC 100 to 1 BC */
function century({ roman, number, unit, era }) {
  const count = roman ? romanNumber(roman) : ordinal(number);
  const length = /^(?:mill|الف)/.test(unit) ? 1000 : 100;
  if (count < 1 || count * length > 10_000) return null;
  return years(era === "bce" ? 1 - count * length : (count - 1) * length, length);
}

/** @param {number} first @param {number} count */
const years = (first, count) => dated([first, first + count - 1]);

/** @param {number} year  49 to 40 BC are the forties @returns {Span} */
const tenBefore = (year) => ({ ...years(-year - 8, 10), unit: "other" });

/** @param {string} text @returns {number} */
function ordinal(text) {
  const number = numberOf("ORDINALS", text);
  return number < 0 ? Number.parseInt(text) : number + 1;
}

/** @param {string} text @returns {number} 0 where it is not well formed */
function romanNumber(text) {
  const [, tens, ones] = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(text) ?? [];
  return tens === undefined ? 0 : 10 * tens.length + ONES.indexOf(ones);
}

/** @param {string} text @returns {Span | null} */
function partOfWhole(text) {
  const fraction = fitting(text, "FRACTIONS");
  if (fraction) {
    const count = fraction.fraction ? numberOf("FRACTIONS", fraction.fraction) + 2 : 4;
    const number = fraction.last ? count : ordinal(fraction.number);
    return number > 0 && number <= count ? part(whole(fraction.whole), number - 1, count) : null;
  }
  const third = fitting(text, "THIRDS");
  return third && part(whole(third.whole), numberOf("THIRDS", third.third), 3);
}

/** @param {Span | null} span @param {number} index @param {number} count @returns {Span | null} */
function part(span, index, count) {
  if (span === NEVER) return refuse();
  if (!span || !["century", "decade", "year", "month"].includes(span.unit)) return null;
  const [first, last] = [civil(span.from), civil(span.to)];
  if (span.unit === "month") {
    const [from, to] = divided(span.from, span.to, index, count);
    return { from, to, unit: "other" };
  }
  const [from, to] = span.unit === "year"
    ? divided(1, 12, index, count).map((month) => dated([first.year], two(month)))
    : divided(first.year, last.year, index, count).map((year) => dated([year]));
  return between(from, to);
}

/** Where parts cannot be equal, the first is the longest.
 * @param {number} first @param {number} last @param {number} index @param {number} count
 */
function divided(first, last, index, count) {
  const border = (/** @type {number} */ i) => first + Math.ceil(((last - first + 1) * i) / count);
  return [border(index), border(index + 1) - 1];
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");
