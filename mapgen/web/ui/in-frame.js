/**
 * Puts work off to the next frame, once however often it is asked for.
 *
 * @param {() => void} work
 * @returns {() => void}
 */
export function inFrame(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}
