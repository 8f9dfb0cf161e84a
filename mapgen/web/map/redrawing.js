/** Draws marks again without holding up the page: a few milliseconds of each frame. */

/** @typedef {import("mapgen/map/pins.js").Pin} Pin */

const WORK = 4; // milliseconds; to lay them out takes as long again

export class Redrawing {
  /** @type {Set<Pin>} */
  stale = new Set();
  waits = false;

  /** @param {(mark: Pin) => void} draw */
  constructor(draw) {
    this.draw = draw;
  }

  /** @param {Iterable<Pin>} marks  what there is time for is drawn at once */
  add(marks) {
    for (const mark of marks) this.stale.add(mark);
    if (!this.waits) this.work();
  }

  /** @param {Pin} mark  that is no longer on the map */
  drop(mark) {
    this.stale.delete(mark);
  }

  work() {
    const end = performance.now() + WORK;
    for (const mark of this.stale) {
      if (performance.now() > end) break;
      this.stale.delete(mark);
      this.draw(mark);
    }
    this.waits = this.stale.size > 0;
    if (this.waits) requestAnimationFrame(() => this.work());
  }
}
