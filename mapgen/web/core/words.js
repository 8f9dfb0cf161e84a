/**
 * Every word of the interface, in each language that a page can speak; each room has its own file
 * in words/.
 *
 * @typedef {"en" | "fr" | "ar"} Language
 *
 * @typedef {object} Words
 * @property {string} locale  what Intl is asked for; Syria's months and digits for Arabic
 * @property {import("mapgen/core/words/map.js").MapWords} map
 * @property {import("mapgen/core/words/event.js").EventWords} event
 * @property {import("mapgen/core/words/axis.js").AxisWords} axis
 * @property {import("mapgen/core/words/story.js").StoryWords} story
 * @property {import("mapgen/core/words/dialogs.js").DialogWords} dialogs
 * @property {(forms: Record<string, string>, n: number) => string} count  a number with its noun
 * @property {(n: number) => string} number
 * @property {(n: number) => string} year  without separators
 */

import { AXIS } from "mapgen/core/words/axis.js";
import { DIALOGS } from "mapgen/core/words/dialogs.js";
import { EVENT } from "mapgen/core/words/event.js";
import { MAP } from "mapgen/core/words/map.js";
import { STORY } from "mapgen/core/words/story.js";

const PLAIN = 1000; // below it, Latin digits need no separator, and Intl need not be loaded
const LOCALES = { en: "en-GB", fr: "fr-FR", ar: "ar-SY" };

/**
 * @param {Language} language
 * @returns {Words}
 */
export function wordsOf(language) {
  const locale = LOCALES[language];
  const rules = new Intl.PluralRules(locale);
  /** @type {Intl.NumberFormat | undefined} */
  let format;
  const number = (/** @type {number} */ n) =>
    n < PLAIN && language !== "ar"
      ? String(n)
      : (format ??= new Intl.NumberFormat(locale)).format(n);
  return {
    locale,
    map: MAP[language],
    event: EVENT[language],
    axis: AXIS[language],
    story: STORY[language],
    dialogs: DIALOGS[language],
    count: (forms, n) => (forms[rules.select(n)] ?? forms.other).replace("{n}", number(n)),
    number,
    year: (n) => language === "ar" ? number(n).replaceAll("٬", "") : String(n),
  };
}
