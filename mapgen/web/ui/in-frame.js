/** Does what many changes ask for once a frame, and in the next frames what there is no time for. */

const WORK = 8; // milliseconds of a frame, after which nothing more is begun

/** @type {Set<() => void>} */
const waiting = new Set();

/**
 * @param {() => void} work
 * @returns {() => void} asks for the work before the next paint, or soon after a long one
 */
export function inFrame(work) {
  return () => {
    if (waiting.size === 0) requestAnimationFrame(workOff);
    waiting.add(work);
  };
}

function workOff() {
  const end = performance.now() + WORK;
  try {
    for (const work of waiting) {
      waiting.delete(work);
      work();
      if (performance.now() > end) break;
    }
  } finally { // an error stops its own work alone
    if (waiting.size > 0) requestAnimationFrame(workOff);
  }
}
