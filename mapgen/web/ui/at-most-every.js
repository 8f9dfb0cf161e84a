/**
 * Does what is asked for often no more than once in a while; the last time it is asked for counts.
 *
 * @param {number} pause  milliseconds
 * @param {() => void} work
 * @returns {() => void} asks for the work
 */
export function atMostEvery(pause, work) {
  let last = -Infinity;
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      last = performance.now();
      work();
    }, last + pause - performance.now());
  };
}
