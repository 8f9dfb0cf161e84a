/** Turns a text as people type it into plain lower-case letters, as Python folds the cells. */

/** @type {[RegExp, string][]} */
const SAME = [
  [/(?<=[0-9])[\u00a0\u202f](?=\d{3}(?!\d))/g, "'"],
  [/[\u2010\u2011\u2212\ufe63\uff0d]/g, "-"], // hyphens and minus signs
  [/[\u2012-\u2015]/g, "–"], // dashes, which stand for "to"
  [/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'"],
  [/[\u2044\u2215]/g, "/"],
  [/؟/g, "?"],
  [/،/g, ","],
  [/٪/g, "%"],
  [/[ىی]/g, "ي"],
  [/ة/g, "ه"],
  [/ـ/g, ""],
];

/** @param {string} text @returns {string} with ASCII digits and single spaces, without accents */
export function foldDate(text) {
  const plain = SAME.reduce((known, [from, to]) => known.replace(from, to), text);
  const folded = Array.from(plain, foldCharacter).join("").toLowerCase().trim()
    .replace(/\s+/g, " ");
  return folded.replace(/^–(?=\d)/, "-");
}

/** Superscripts and fractions stay as they are: 194² is no year. @param {string} character */
function foldCharacter(character) {
  if (/\p{Nd}/u.test(character)) return String(digitOf(character));
  if (/\p{Cf}/u.test(character)) return "";
  if (/\p{No}/u.test(character)) return character;
  return character.normalize("NFKD").replace(/\p{Mn}/gu, "");
}

/** @param {string} character @returns {number} the ten digits of a script stand in a row */
function digitOf(character) {
  const plain = character.normalize("NFKD");
  if (/^[0-9]$/.test(plain)) return Number(plain);
  const code = /** @type {number} */ (character.codePointAt(0));
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
