/** Work in steps is a generator that yields wherever it may be interrupted, and returns what it made. */

import { breathe } from "mapgen/core/breathe.js";

const SLICE = 8; // milliseconds of work before the browser may draw

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

/**
 * @template Made
 * @param {Generator<void, Made>} work
 * @returns {IteratorResult<void, Made>} where it stands after a slice
 */
export function sliceOf(work) {
  const end = performance.now() + SLICE;
  let step = work.next();
  while (!step.done && performance.now() < end) step = work.next();
  return step;
}

/**
 * @param {Generator<void>} work
 * @param {() => boolean} isWanted  asked before each step
 * @returns {Generator<void>} the same, which ends where it is not wanted any more
 */
export function* wanted(work, isWanted) {
  while (isWanted() && !work.next().done) yield;
}

/**
 * @template Made
 * @param {Generator<void, Made>} work
 * @returns {Promise<Made>} what it makes; the browser draws and answers between its slices
 */
export async function breathing(work) {
  let step = sliceOf(work);
  for (; !step.done; step = sliceOf(work)) await breathe();
  return step.value;
}
