/** Finds the era in a typed date: 44 BC, AD 79, 44 av. J.-C., ٤٤ ق.م. */

const BEFORE = /\b(?:bce?|avant j-?c|av j-?c)\b|قبل الميلاد|(?<!\p{L})ق ?م(?!\p{L})/u;
const OURS = /\b(?:ad|ce|apr?e?s? j-?c)\b|(?:بعد الميلاد|ميلادي(?:ه)?|(?<= |\d)م$)/;

/**
 * @param {string} text  folded
 * @returns {{before: boolean, named: boolean, rest: string}} whether an era is named, and whether
 *   it is the one before ours; `rest` has neither it nor the dots of abbreviations
 */
export function takeEra(text) {
  const joined = joinLetters(text.replace(/(?<=\p{L})\./gu, ""));
  const before = BEFORE.test(joined);
  const named = before || OURS.test(joined);
  return { before, named, rest: joined.replace(BEFORE, " ").replace(OURS, " ").trim() };
}

/** @param {string} text @returns {string} with "b c e" and "j c" written as the eras are looked for */
const joinLetters = (text) =>
  text.replace(/\bb ?c ?e\b/, "bce").replace(/\bb ?c\b/, "bc").replace(/\bj ?-? ?c\b/, "j-c");
