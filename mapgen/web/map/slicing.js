/** Does work over several frames, so that none of them waits for it. */

import { finished } from "mapgen/core/steps.js";

const WORK = 4; // milliseconds of a frame

export class Slicing {
  /** @type {Generator<void> | null} */
  #work = null;
  #waits = false;
  #layOut;

  /** @param {() => void} [layOut]  lays out what a step has made, so that it counts as work */
  constructor(layOut = () => {}) {
    this.#layOut = layOut;
  }

  /** @returns {boolean} whether there is work to do */
  get busy() {
    return this.#work !== null;
  }

  /** @param {Generator<void>} work  from the next frame on, instead of what was being done */
  start(work) {
    this.#work = work;
    if (!this.#waits) requestAnimationFrame(() => this.#go());
    this.#waits = true;
  }

  /** @param {Generator<void>} work  all of it at once, instead of what was being done */
  finish(work) {
    this.#work = null;
    finished(work);
  }

  #go() {
    this.#waits = false;
    const end = performance.now() + WORK;
    while (this.#work && performance.now() < end) {
      const work = this.#work;
      if (work.next().done && this.#work === work) this.#work = null;
      this.#layOut();
    }
    if (this.#work) this.start(this.#work);
  }
}
