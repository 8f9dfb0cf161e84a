/**
 * Reads a date that a reader types: as EDTF has it (1920-04, -0043, Y-12000, 1920/1946, 192X) or as
 * people write it (6 July 2012, 44 BC, 12,000 av. J.-C.), in any digits and language of the page.
 *
 * @typedef {object} Reading
 * @property {number} from  the earliest day that is meant
 * @property {number} to  the latest day that is meant
 *
 * @typedef {{kind: "date", reading: Reading}
 *   | {kind: "ambiguous", readings: [number, number]}
 *   | {kind: "wrong"}} Typed  `readings` are days, the one whose day comes first before the other
 */

import { fold } from "mapgen/core/search.js";
import { dayNumber, daysInMonth } from "mapgen/core/time.js";

/** @type {Typed} */
const WRONG = { kind: "wrong" };
const LOCALES = ["en-GB", "fr-FR", "ar-SY", "ar-EG"]; // Egypt's month names, which much of the press uses
const LONGEST = 6; // digits of a year
const BEFORE = /\b(?:bce?|avant j-?c|av j-?c)\b|(?:قبل الميلاد|ق ?م)/;
const OURS = /\b(?:ad|ce|apr?e?s? j-?c)\b|(?:بعد الميلاد|ميلادي(?:ه)?|(?<= |\d)م$)/;
const ABOUT = /^(?:circa|ca\.?|c\.?|about|around|vers|environ|نحو|حوالي)\s+/;
const EDTF = /^y?(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/;
const UNSPECIFIED = /^(-?)(\d{1,3})(x{1,3})$/;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const NUMBER = /\d{1,3}(?:[,٬'’ ]\d{3})+(?!\d)|\d+/g;

/**
 * @param {string} text
 * @returns {Typed}
 */
export function readTyped(text) {
  const plain = latinDigits(fold(text)).replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/[\u2212\u2013]/g, "-").replace(/[\u200e\u200f\u061c]/g, "").trim();
  const ends = plain.split(/\s*\/\s*/);
  if (ends.length === 2 && ends.every(Boolean)) return between(readOne(ends[0]), readOne(ends[1]));
  return readOne(plain);
}

/** @param {string} text */
function readOne(text) {
  const sure = text.replace(/[~?%]+$/, "");
  return readEdtf(sure) ?? readSlashed(sure) ?? readWords(sure.replace(ABOUT, "")) ?? WRONG;
}

/** @param {Typed} start @param {Typed} end @returns {Typed} */
function between(start, end) {
  if (start.kind !== "date" || end.kind !== "date") return start.kind === "date" ? end : start;
  const reading = { from: start.reading.from, to: end.reading.to };
  return reading.from <= reading.to ? { kind: "date", reading } : WRONG;
}

/** @param {string} text @returns {Typed | null} */
function readEdtf(text) {
  const [, year, month, day] = EDTF.exec(text) ?? [];
  if (year) return date(Number(year), Number(month ?? NaN), Number(day ?? NaN));
  const [, sign, digits, rest] = UNSPECIFIED.exec(text) ?? [];
  if (rest === undefined || digits.length + rest.length !== 4) return null;
  const years = ["0", "9"].map((digit) => Number(sign + digits + digit.repeat(rest.length)));
  const [first, last] = years.sort((a, b) => a - b);
  return { kind: "date", reading: { from: dayNumber(first), to: dayNumber(last + 1) - 1 } };
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

/** @param {string} text @returns {Typed | null} */
function readWords(text) {
  const joined = joinLetters(text.replace(/(?<=\p{L})\./gu, ""));
  const isBefore = BEFORE.test(joined);
  const era = isBefore || OURS.test(joined);
  const bare = joined.replace(BEFORE, " ").replace(OURS, " ")
    .replace(/(\d)(?:st|nd|rd|th|er)\b/g, "$1").replace(/\b(?:of|de|the|le)\b/g, " ");
  const { month, rest } = takeMonth(bare);
  if (rest.join("").replace(NUMBER, "").replace(/[ ,،-]/g, "") !== "") return null;
  const numbers = rest.flatMap((part) => part.match(NUMBER) ?? [])
    .map((digits) => digits.replace(/\D/g, ""));
  if (numbers.some((digits) => digits.length > LONGEST)) return null;
  const [day, year] = dayAndYear(numbers, month > 0);
  if (!year || !(era || year.length > 2) || (era && Number(year) === 0)) return null;
  return date(isBefore ? 1 - Number(year) : Number(year), month || NaN, Number(day ?? NaN));
}

/** @param {string} text @returns {string} with "b c e" and "j c" written as the eras are looked for */
const joinLetters = (text) =>
  text.replace(/\bb ?c ?e\b/, "bce").replace(/\bb ?c\b/, "bc").replace(/\bj ?-? ?c\b/, "j-c");

/**
 * @param {string[]} numbers
 * @param {boolean} hasMonth
 * @returns {(string | undefined)[]} the day, then the year, which is the longer one or stands last
 */
function dayAndYear(numbers, hasMonth) {
  if (numbers.length === 1) return [undefined, numbers[0]];
  if (numbers.length !== 2 || !hasMonth) return [];
  return numbers[0].length > 2 ? [numbers[1], numbers[0]] : numbers;
}

/**
 * @param {string} text
 * @returns {{month: number, rest: string[]}} 0 without a month, and what stands around its name
 */
function takeMonth(text) {
  for (const [name, month] of monthNames()) {
    const around = text.split(wholeWord(name));
    if (around.length > 1) return { month, rest: around };
  }
  return { month: 0, rest: [text] };
}

/** @param {string} name */
const wholeWord = (name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, "u");

/** @type {[string, number][]} */
let names = [];

/** @returns {[string, number][]} folded names and their months, the longer names first */
function monthNames() {
  if (names.length > 0) return names;
  names = LOCALES.flatMap(namesOf).sort(([a], [b]) => b.length - a.length);
  return names;
}

/** @param {string} locale @returns {[string, number][]} */
function namesOf(locale) {
  return /** @type {const} */ (["long", "short"]).flatMap((month) => {
    const { format } = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, i) => {
      const name = fold(format(Date.UTC(2000, i, 1))).replace(/\./g, "");
      return /** @type {[string, number]} */ ([name, i + 1]);
    });
  });
}

/** @param {number} year @param {number} month @param {number} day  NaN where not typed @returns {Typed} */
function date(year, month, day) {
  const [first, last] = Number.isNaN(month) ? [1, 12] : [month, month];
  if (first < 1 || last > 12) return WRONG;
  const days = daysInMonth(year, last);
  if (day < 1 || day > days) return WRONG;
  const from = dayNumber(year, first, Number.isNaN(day) ? 1 : day);
  const to = dayNumber(year, last, Number.isNaN(day) ? days : day);
  return { kind: "date", reading: { from, to } };
}

/** @param {string} text */
function latinDigits(text) {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
