/** Draws marks again without holding up the page: a few milliseconds of each frame. */

/** @typedef {import("mapgen/map/places.js").Mark} Mark */

const WORK = 6; // milliseconds

export class Redrawing {
  /** @type {Set<Mark>} */
  stale = new Set();
  waits = false;

  /** @param {(mark: Mark) => void} draw */
  constructor(draw) {
    this.draw = draw;
  }

  /** @param {Iterable<Mark>} marks  what there is time for is drawn at once */
  add(marks) {
    for (const mark of marks) this.stale.add(mark);
    if (!this.waits) this.work();
  }

  /** @param {Mark} mark  that is no longer on the map */
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
