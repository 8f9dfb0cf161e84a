/** Finds words in the text of events; case, accents and Arabic vowel signs make no difference. */

/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

/** @type {WeakMap<HistoricalEvent, string>} */
const texts = new WeakMap();
const asked = { query: "", words: /** @type {string[]} */ ([]) }; // the same one 10,000 times

/**
 * @param {string} text
 * @returns {string} in small letters without accents, as long as the text where that is possible
 */
export function fold(text) {
  if (isPlain(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا").replace(/ة/g, "ه").replace(/ى/g, "ي").replace(/[’‘]/g, "'");
}

/** @param {string} text @returns {boolean} whether it has no letter that folds in another way */
const isPlain = (text) => /^\p{ASCII}*$/u.test(text);

/**
 * @param {HistoricalEvent} event
 * @param {string} query  every word of it must be found, in any order
 * @returns {boolean}
 */
export function matches(event, query) {
  const text = textOf(event);
  return wordsIn(query).every((word) => text.includes(word));
}

/**
 * @param {string} text
 * @param {string} query
 * @returns {[number, number][]} where words of the query stand in the text as it is written: begin
 *   and end, in order, none touching another
 */
export function hits(text, query) {
  const { folded, origins } = foldWithOrigins(text);
  const found = wordsIn(query).flatMap((word) => placesOf(word, folded))
    .sort(([a], [b]) => a - b);
  /** @type {[number, number][]} */
  const joined = [];
  for (const [begin, end] of found) {
    const last = joined.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([begin, end]);
  }
  return joined.map(([begin, end]) => [origins[begin], origins[end]]);
}

/** @param {string} query @returns {string[]} its words, folded */
export function wordsIn(query) {
  if (query !== asked.query) {
    asked.query = query;
    asked.words = fold(query).split(/\s+/).filter(Boolean);
  }
  return asked.words;
}

/**
 * @param {string} word
 * @param {string} text
 * @returns {[number, number][]}
 */
function placesOf(word, text) {
  /** @type {[number, number][]} */
  const places = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push([at, at + word.length]);
  }
  return places;
}

/**
 * Folds a text letter by letter, and notes of each folded unit where it stood; an accent written on
 * its own belongs to the letter before it.
 *
 * @param {string} text
 * @returns {{folded: string, origins: number[]}} one origin more than units: the end of the text
 */
function foldWithOrigins(text) {
  let folded = "";
  /** @type {number[]} */
  const origins = [];
  let at = 0;
  for (const letter of text) {
    const plain = fold(letter);
    for (let i = 0; i < plain.length; i++) origins.push(at);
    folded += plain;
    at += letter.length;
  }
  return { folded, origins: [...origins, text.length] };
}

/** @param {HistoricalEvent} event @returns {string} all that is searched, folded */
function textOf(event) {
  let text = texts.get(event);
  if (text === undefined) {
    const { title, date, place, to, category, tags, source, description } = event;
    const parts = [title, date, place?.name, place?.country, to?.name, category?.name];
    text = fold([...parts, ...tags, source, plainText(description)].join("\n"));
    texts.set(event, text);
  }
  return text;
}

/** @param {string} html  clean @returns {string} */
export function plainText(html) {
  if (!/[<&]/.test(html)) return html;
  return html.replace(/<[^>]*>/g, " ").replace(/&amp;/g, "&").replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">");
}
