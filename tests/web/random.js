/**
 * Numbers that look like chance and are the same in every run.
 *
 * @param {number} seed  1 or more
 * @returns {() => number} gives the next one: at least 0, below 1
 */
export function random(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}
