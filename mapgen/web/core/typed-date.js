/**
 * Reads a date that a reader types, by the same words and forms as Python reads the cells of a
 * table: EDTF (-0043, 1920/1946, 192X) or as people write it in any language of the page (6 July
 * 2012, before 1920, XIXe siècle, ٦ تموز ٢٠١٢). tests/date_truth.csv is read by both.
 *
 * @typedef {import("mapgen/core/typed-date/days.js").Typed} Typed
 * @typedef {import("mapgen/core/typed-date/edtf.js").Span} Span
 */

import { refuse, Refused } from "mapgen/core/typed-date/days.js";
import { season, single, spanOf } from "mapgen/core/typed-date/edtf.js";
import { foldDate } from "mapgen/core/typed-date/fold.js";
import { readPhrase } from "mapgen/core/typed-date/phrases.js";

const LONGEST = 1000; // characters

/** @param {string} text @returns {Typed} */
export function readTyped(text) {
  try {
    const { from, to } = text.length > LONGEST ? refuse() : read(foldDate(text));
    return { kind: "date", reading: { from, to } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.readings ? { kind: "ambiguous", readings: error.readings } : { kind: "wrong" };
  }
}

/** @param {string} folded @returns {Span} */
function read(folded) {
  const edtf = folded.replace(/ ?\/ ?/g, "/").toUpperCase();
  const span = spanOf(edtf) ?? readPhrase(folded);
  return span && span.from <= span.to && !isYears(edtf) ? span : refuse();
}

/** @param {string} edtf @returns {boolean} whether it is 1936-39, to most people four years */
function isYears(edtf) {
  const date = single(edtf);
  const number = date ? season(date) : 0;
  if (!date || number <= 24 || !/^\d+$/.test(date.year)) return false;
  const years = number - Number(date.year.slice(-2));
  return years > 0 && years <= 10;
}
