/**
 * Throws unless two values are the same in JSON.
 *
 * @param {unknown} actual
 * @param {unknown} expected
 */
export function assertEquals(actual, expected) {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value, null, 1));
  if (a !== b) throw new Error(`\nactual   ${a}\nexpected ${b}`);
}

/** @param {boolean} is  throws unless it is so */
export function assert(is) {
  if (!is) throw new Error("it is not so");
}
