/** The greatest and the least of a list; Math.max takes arguments, and a list may be too long for it. */

/** @param {Iterable<number>} numbers @param {number} floor  what is returned at least */
export function greatest(numbers, floor = -Infinity) {
  let most = floor;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** @param {Iterable<number>} numbers @returns {number} Infinity for none */
export function least(numbers) {
  let found = Infinity;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
