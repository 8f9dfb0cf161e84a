/** Does what many changes ask for once a frame, and in the next frames what there is no time for. */

import { sliceOf } from "mapgen/core/steps.js";

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

/**
 * @param {() => Generator<void>} begin  begins the work, which is done in slices
 * @returns {() => void} asks for the work; who asks while it is being done has it begun again after
 *   its end
 */
export function inFrames(begin) {
  /** @type {Generator<void> | null} */
  let work = null;
  let again = false;
  const go = inFrame(() => {
    const doing = work ?? begin();
    work = null;
    if (!sliceOf(doing).done) {
      work = doing;
      return go();
    }
    if (again) go();
    again = false;
  });
  return () => {
    if (work) again = true;
    else go();
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
