/**
 * Reads seasons, decades, centuries and millennia in words, and their parts: spring 1946, the
 * 1920s, XIXe siècle, late 19th century, 1st century BC, القرن التاسع عشر, أربعينيات القرن العشرين.
 *
 * @typedef {import("mapgen/core/typed-date/days.js").Typed} Typed
 */

import { months, WRONG, years } from "mapgen/core/typed-date/days.js";
import { takeEra } from "mapgen/core/typed-date/eras.js";
import { EMPTY_WORDS, ORDINALS, SEASONS, TENS, THIRDS } from "mapgen/core/typed-date/vocabulary.js";

const SEASON = /^(\p{L}+) (\d{1,4})(?: (\d{2}|\d{4}))?$/u;
const DECADE = /^(\d{1,3}0)s$/;
const NAMED_DECADE = /^(?:annees|عقد) (\d{3}0)$/;
const CENTURY = /^(.+) (century|cent|c|siecle|s|millennium|millenaire)$/;
const ARABIC_CENTURY = /^(?:(\p{L}+) )?(?:ال)?قرن (.+)$/u;
const COUNTED = /^(?:ال)?(\d{1,3})(?:st|nd|rd|th|eme|er|re|e)?$/;
const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})(?:eme|er|e)?$/;
const ONES = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

/**
 * @param {string} text  folded
 * @returns {Typed | null}
 */
export function readSpan(text) {
  const { before, named, rest } = takeEra(text);
  const plain = tidy(rest);
  return readSeason(plain, before, named) ?? readDecade(plain, before, named) ??
    readCentury(plain, before) ?? readArabicCentury(plain, before);
}

/**
 * @param {string} text  folded
 * @returns {{third: number, whole: string} | null} 0 to 2, and what it is a third of
 */
export function takeThird(text) {
  const [first, ...others] = tidy(text).split(" ");
  const third = THIRDS.get(first);
  return third === undefined ? null : { third, whole: others.join(" ") };
}

/** @param {string} text @returns {string} without the words and signs that say nothing */
function tidy(text) {
  return text.replace(/(\d)'s\b/, "$1s").replace(/\b[ld]'/g, "").replace(/ᵉ/g, "e")
    .split(/[ ,،-]+/).filter((word) => word && !EMPTY_WORDS.has(word)).join(" ");
}

/** @param {string} text @param {boolean} before @param {boolean} named */
function readSeason(text, before, named) {
  const [, season, digits, next] = SEASON.exec(text) ?? [];
  const month = SEASONS.get(season);
  if (!month || !(named || digits.length > 2)) return null;
  if (next && (month < 12 || !String(Number(digits) + 1).endsWith(next))) return WRONG;
  return months(before ? 1 - Number(digits) : Number(digits), month, 3);
}

/** A decade before our era has the years that begin so: the 40s BC are 49 to 40 BC.
 * @param {string} text @param {boolean} before @param {boolean} named
 */
function readDecade(text, before, named) {
  const english = DECADE.exec(text)?.[1];
  const digits = english ?? NAMED_DECADE.exec(text)?.[1];
  if (!digits) return null;
  const year = Number(digits);
  if (before) return years(-year - 8, 1 - year);
  if (digits.length === 2 && !named) return WRONG; // the 20s of which century?
  if (english?.endsWith("00")) return WRONG; // ten years or a hundred?
  return years(year, year + 9);
}

/** @param {string} text @param {boolean} before @returns {Typed | null} */
function readCentury(text, before) {
  const [, number, unit] = CENTURY.exec(text) ?? [];
  return number ? hundreds(countOf(number), unit.startsWith("mill") ? 1000 : 100, before) : null;
}

/** @param {string} text @param {boolean} before @returns {Typed | null} */
function readArabicCentury(text, before) {
  const [, decade, number] = ARABIC_CENTURY.exec(text) ?? [];
  if (!number) return null;
  const century = countOf(number);
  if (decade === undefined) return hundreds(century, 100, before);
  const tens = TENS.get(decade);
  if (!tens || !century || century > 100) return null;
  const first = 100 * (century - 1) + tens;
  return before ? years(-first - 8, 1 - first) : years(first, first + 9);
}

/**
 * The years as EDTF and the libraries count them: the 19th century is 1800 to 1899, and the first
 * before our era the years 100 to 1 BC.
 *
 * @param {number} number  of the century or millennium, 0 for none
 * @param {number} length  years
 * @param {boolean} before
 * @returns {Typed | null}
 */
function hundreds(number, length, before) {
  if (number < 1 || number * length > 10_000) return null;
  return before
    ? years(1 - number * length, -(number - 1) * length)
    : years((number - 1) * length, number * length - 1);
}

/** @param {string} text @returns {number} 0 where it is none */
function countOf(text) {
  const digits = COUNTED.exec(text)?.[1];
  if (digits) return Number(digits);
  const [, tens, ones] = ROMAN.exec(text) ?? [];
  return ORDINALS.get(text) ?? (tens === undefined ? 0 : 10 * tens.length + ONES.indexOf(ones));
}
