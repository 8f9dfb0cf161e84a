/**
 * Numbers in the digits of a language, without Intl, which takes as long as to draw the page.
 *
 * @typedef {object} NumberWords
 * @property {string} digits  from 0 to 9
 * @property {string} thousands  parts the digits of a long number
 * @property {string} decimal  parts them from those of a fraction
 *
 * @typedef {object} Numerals
 * @property {(text: string) => string} own  the same with the digits of the language
 * @property {(number: number) => string} grouped  with what parts the thousands
 */

const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/** @param {NumberWords} words @returns {Numerals} */
export function numerals({ digits, thousands, decimal }) {
  const own = (/** @type {string} */ text) =>
    digits.startsWith("0") ? text : text.replace(/\d/g, (digit) => digits[Number(digit)]);
  return {
    own,
    grouped: (number) => {
      const [whole, fraction] = String(number).split(".");
      const text = own(whole.replace(THOUSANDS, ",")).replaceAll(",", thousands);
      return fraction ? `${text}${decimal}${own(fraction)}` : text;
    },
  };
}
