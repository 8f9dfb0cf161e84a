/** What covers a part of the map: a panel over its bottom, the open key in its corner. */

const SETTLING = 250; // milliseconds before the map follows a panel that is being moved

export class Panels {
  /** @param {HTMLElement} container  of the map */
  constructor(container) {
    this.container = container;
  }

  /** @returns {number} pixels at the bottom of the map under a panel */
  covered() {
    const { container } = this;
    const length = getComputedStyle(container).getPropertyValue("--mapgen-covered-bottom");
    const { bottom } = container.getBoundingClientRect();
    return Math.max(0, Math.round(bottom - innerHeight + (parseFloat(length) || -Infinity)));
  }

  /** @returns {HTMLElement | null} */
  key() {
    return this.container.querySelector("details.key");
  }

  /** @returns {number} pixels that an open key takes from the right of the map */
  keyWidth() {
    const key = this.key();
    return key?.hasAttribute("open") ? key.offsetWidth : 0;
  }

  /** @returns {number} pixels at the bottom of the map that a closed key reaches up from */
  keyHeight() {
    const key = this.key();
    if (!key || key.hasAttribute("open")) return 0;
    return this.container.getBoundingClientRect().bottom - key.getBoundingClientRect().top;
  }

  /**
   * @param {number} x  pixels from the left of the map
   * @param {number} y
   * @param {number} edge  pixels around the key that it covers too
   */
  keyCovers(x, y, edge) {
    const key = this.key();
    if (!key) return false;
    const [box, own] = [key.getBoundingClientRect(), this.container.getBoundingClientRect()];
    return x > box.left - own.left - edge && x < box.right - own.left + edge &&
      y > box.top - own.top - edge;
  }

  /** @param {() => void} act  what follows when the bottom panel has come to rest elsewhere */
  onRest(act) {
    let timer = 0;
    let before = this.covered();
    const rest = () => before !== (before = this.covered()) && act();
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(rest, SETTLING);
    }).observe(this.container.ownerDocument.documentElement, { attributeFilter: ["style"] });
  }
}
