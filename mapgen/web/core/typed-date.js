/**
 * Reads a date that a reader types: as EDTF has it (1920-04, -0043, Y-12000, 1920/1946, 192X,
 * 1946-21) or as people write it (6 July 2012, 44 BC, the 1920s, XIXe siècle, printemps 1946), in
 * any digits and language of the page. A date that is approximate or in doubt is read as the date.
 *
 * @typedef {import("mapgen/core/typed-date/days.js").Typed} Typed
 */

import { fold } from "mapgen/core/search.js";
import { date, months, partOf, WRONG, years } from "mapgen/core/typed-date/days.js";
import { readSpan, takeThird } from "mapgen/core/typed-date/spans.js";
import { readWords } from "mapgen/core/typed-date/words.js";

const ABOUT =
  /^(?:(?:circa|about|around|approximately|probably|possibly|perhaps|vers|environ|autour de|peut-etre|probablement|نحو|حوالي|قرابه|ربما)\s+|(?:ca|c|v|env|approx)(?:\. ?| |(?=\d)))/;
const IN_DOUBT = /(?<!- ?) ?(?:\([?؟]\)|[~?؟%])+$/;
const EDTF = /^y?(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/;
const UNSPECIFIED = /^(-?)(\d{1,3})(x{1,3})$/;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** First month and number of months of each part of the year that EDTF numbers, from 21 on. */
const YEAR_PARTS = /** @type {[number, number][]} */ ([
  ...[[3, 3], [6, 3], [9, 3], [12, 3]], // seasons
  ...[[3, 3], [6, 3], [9, 3], [12, 3]], // those of the north
  ...[[9, 3], [12, 3], [3, 3], [6, 3]], // those of the south
  ...[[1, 3], [4, 3], [7, 3], [10, 3]],
  ...[[1, 4], [5, 4], [9, 4]],
  ...[[1, 6], [7, 6]],
]);

/**
 * @param {string} text
 * @returns {Typed}
 */
export function readTyped(text) {
  const plain = latinDigits(fold(text)).replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/[\u2212\u2013\u2014]/g, "-").replace(/[\u200e\u200f\u061c]/g, "").trim();
  const one = readOne(plain);
  if (one.kind !== "wrong") return one;
  const ends = plain.split(plain.includes("/") ? / ?\/ ?/ : / ?- ?/); // 27 BC – AD 14
  return ends.length === 2 ? between(readOne(ends[0]), readOne(ends[1])) : WRONG;
}

/** @param {string} text @returns {Typed} */
function readOne(text) {
  const sure = text.replace(IN_DOUBT, "").replace(ABOUT, "");
  return readWhole(sure) ?? readThird(sure) ?? WRONG;
}

/** @param {string} text @returns {Typed | null} */
function readWhole(text) {
  return readEdtf(text) ?? readSlashed(text) ?? readSpan(text) ?? readWords(text);
}

/** @param {string} text @returns {Typed | null} */
function readThird(text) {
  const part = takeThird(text);
  const whole = part && readWhole(part.whole);
  return whole?.kind === "date" ? partOf(whole.reading, part?.third ?? 0, 3) : whole;
}

/** @param {Typed} start @param {Typed} end @returns {Typed} */
function between(start, end) {
  if (start.kind !== "date" || end.kind !== "date") return start.kind === "date" ? end : start;
  const reading = { from: start.reading.from, to: end.reading.to };
  return reading.from <= reading.to ? { kind: "date", reading } : WRONG;
}

/** @param {string} text @returns {Typed | null} */
function readEdtf(text) {
  const known = text.replace(/(?:-xx){1,2}$/, "");
  const [, year, month, day] = EDTF.exec(known) ?? [];
  const part = day ? undefined : YEAR_PARTS[Number(month) - 21];
  if (part) return known === text ? months(Number(year), ...part) : WRONG;
  if (year) return date(Number(year), Number(month ?? NaN), Number(day ?? NaN));
  const [, sign, digits, rest] = UNSPECIFIED.exec(known) ?? [];
  if (rest === undefined || digits.length + rest.length !== 4) return null;
  const ends = ["0", "9"].map((digit) => Number(sign + digits + digit.repeat(rest.length)));
  return years(Math.min(...ends), Math.max(...ends));
}

/** @param {string} text @returns {Typed | null} */
function readSlashed(text) {
  const [a, b, year] = (SLASHED.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined) return null;
  const readings = [date(year, b, a), date(year, a, b)];
  const [one, other] = readings.flatMap((typed) => typed.kind === "date" ? [typed] : []);
  if (!other || a === b) return one ?? WRONG;
  return { kind: "ambiguous", readings: [one.reading.from, other.reading.from] };
}

/** @param {string} text */
function latinDigits(text) {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
