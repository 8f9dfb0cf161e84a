/** Work in steps is a generator that yields wherever it may be interrupted, and returns what it made. */

/**
 * @template Made
 * @param {Generator<void, Made>} work
 * @returns {Made} what it makes, without a pause
 */
export function finished(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
