/** Reads a year, a month or a day in words: 6 July 2012, 44 BC, 12,000 av. J.-C., ٦ تموز ٢٠١٢. */

import { fold } from "mapgen/core/search.js";
import { date } from "mapgen/core/typed-date/days.js";
import { takeEra } from "mapgen/core/typed-date/eras.js";

const LOCALES = ["en-GB", "fr-FR", "ar-SY", "ar-EG"]; // Egypt's month names, which much of the press uses
const LONGEST = 6; // digits of a year
const NUMBER = /\d{1,3}(?:[,٬'’ ]\d{3})+(?!\d)|\d+/g;

/**
 * @param {string} text  folded
 * @returns {import("mapgen/core/typed-date/days.js").Typed | null}
 */
export function readWords(text) {
  const era = takeEra(text);
  const bare = era.rest.replace(/(\d)(?:st|nd|rd|th|er)\b/g, "$1")
    .replace(/\b(?:of|de|the|le)\b/g, " ");
  const { month, rest } = takeMonth(bare);
  if (rest.join("").replace(NUMBER, "").replace(/[ ,،-]/g, "") !== "") return null;
  const numbers = rest.flatMap((part) => part.match(NUMBER) ?? [])
    .map((digits) => digits.replace(/\D/g, ""));
  if (numbers.some((digits) => digits.length > LONGEST)) return null;
  const [day, year] = dayAndYear(numbers, month > 0);
  if (!year || !(era.named || year.length > 2)) return null;
  if (era.named && Number(year) === 0) return null;
  return date(era.before ? 1 - Number(year) : Number(year), month || NaN, Number(day ?? NaN));
}

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
const OTHER_NAMES = [["fev", 2]];

/** @type {[string, number][]} */
let names = [];

/** @returns {[string, number][]} folded names and their months, the longer names first */
function monthNames() {
  if (names.length > 0) return names;
  names = [...OTHER_NAMES, ...LOCALES.flatMap(namesOf)].sort(([a], [b]) => b.length - a.length);
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
