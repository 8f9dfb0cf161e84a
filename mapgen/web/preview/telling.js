/**
 * What is wrong, as the page tells it. Problems are told in English, as the terminal does, and
 * whatever stands around them in the language of the page.
 *
 * @typedef {object} Note  one thing that is wrong
 * @property {"error" | "decision" | "warning" | "fault" | "ended"} severity
 * @property {string} message
 * @property {string} [file]
 * @property {number | null} [line]
 * @property {string | null} [column]
 * @property {string} [cure]
 *
 * @typedef {object} Item
 * @property {string} where  "" where it is not in a table
 * @property {string} message
 * @property {string} cure
 *
 * @typedef {object} Told
 * @property {boolean} urgent  whether the page is not what the table says
 * @property {string} tally  "" where nothing is wrong
 * @property {string} note  what that means for the page
 * @property {{heading: string, items: Item[], more: string}[]} parts
 *
 * @typedef {object} PreviewWords
 * @property {string} name  of what holds the problems
 * @property {Record<string, string>} errors  `{n}` for their number
 * @property {Record<string, string>} decisions
 * @property {Record<string, string>} warnings
 * @property {Record<string, string>} more  how many more of them the terminal tells
 * @property {string} comma  between two numbers
 * @property {string} asBefore
 * @property {string} noPage
 * @property {string} save
 * @property {string} fault
 * @property {string} faulty  where the author has nothing to correct
 * @property {string} ended
 * @property {string} endedNote
 * @property {string} mended
 * @property {string} hide
 *
 * @typedef {PreviewWords & {count: (forms: Record<string, string>, n: number) => string}} Words
 */

const MOST = 100; // items of a part; whoever mends so many sees the next ones then

/** @param {{locale: string, preview: PreviewWords}} catalogue @returns {Words} */
export function wordsOf({ locale, preview }) {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return {
    ...preview,
    count: (forms, n) => (forms[rules.select(n)] ?? forms.other).replace("{n}", number.format(n)),
  };
}

/**
 * @param {Note[]} notes
 * @param {Words} words
 * @param {boolean} drawn  whether there is a page beside them
 * @returns {Told}
 */
export function tell(notes, words, drawn) {
  const of = (/** @type {Note["severity"]} */ severity) =>
    notes.filter((note) => note.severity === severity);
  const [faults, ended, errors] = [of("fault"), of("ended"), of("error")];
  const [decisions, warnings] = [of("decision"), of("warning")];
  const urgent = faults.length + errors.length > 0;
  const parts = [
    part(words.fault, faults, words),
    part(words.ended, ended, words),
    part(words.count(words.errors, errors.length), errors, words),
    part(words.count(words.decisions, decisions.length), decisions, words),
    part(words.count(words.warnings, warnings.length), warnings, words),
  ].filter(({ items }) => items.length > 0);
  return {
    urgent,
    tally: parts.map(({ heading }) => heading).join(words.comma),
    note: urgent
      ? `${drawn ? words.asBefore : words.noPage} ${faults.length > 0 ? words.faulty : words.save}`
      : "",
    parts,
  };
}

/** @param {string} heading @param {Note[]} notes @param {Words} words */
function part(heading, notes, words) {
  const more = notes.length - MOST;
  return {
    heading,
    items: notes.slice(0, MOST).map(item),
    more: more > 0 ? words.count(words.more, more) : "",
  };
}

/** @param {Note} note @returns {Item} */
function item({ file, line, column, message, cure }) {
  const place = file && line ? `${file}:${line}` : file ?? "";
  const where = column ? `${place}: ${column}` : place;
  return { where, message: sentence(message), cure: sentence(cure ?? "") };
}

/** @param {string} text @returns {string} with a capital letter, if it begins with a letter */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
