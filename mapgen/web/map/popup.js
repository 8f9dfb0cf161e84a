/** The one popup of the map: a dialog beside the panels that keeps its clicks to itself. */

import { L } from "mapgen/map/leaflet.js";

/**
 * @typedef {object} Opening
 * @property {string} name
 * @property {any} content
 * @property {[number, number]} point  degrees
 * @property {number} lift  pixels between the point and the popup
 */

const WIDTH = 340; // pixels; about 45 characters a line
const PADDING = 20; // pixels on either side of the text, as in popups.css
const EDGE = 16; // pixels between a popup and the edge of the map
const LEAST = 140; // pixels of height
const MOST = 0.6; // of the map's free height

export class Popup {
  leaflet = L.popup({ className: "popup", autoPan: false }); // it would not spare the panels

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {() => number} covered  pixels at the bottom of the map under a panel
   * @param {() => void} leave  what Escape does
   */
  constructor({ map, words }, covered, leave) {
    this.map = map;
    this.words = words;
    this.covered = covered;
    this.onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      L.DomEvent.stop(event);
      leave();
    };
  }

  /** @returns {any} its element, while it is open */
  get element() {
    return this.leaflet.isOpen() ? this.leaflet.getElement() : null;
  }

  /** @param {Opening} opening */
  open({ name, content, point, lift }) {
    this.measure(lift);
    this.leaflet.setLatLng(point).setContent(content).openOn(this.map);
    this.makeDialog(name);
    this.bringIn();
  }

  /** Moves the map so that the popup lies beside the panels, as far as it has grown. */
  bringIn() {
    if (this.element) panIntoView(this.map, this.element, this.covered());
  }

  /** @param {number} lift */
  measure(lift) {
    const { options } = this.leaflet;
    const { x, y } = this.map.getSize();
    options.offset = [0, -lift];
    options.maxWidth = Math.min(WIDTH, x - 2 * (EDGE + PADDING));
    options.minWidth = options.maxWidth;
    options.maxHeight = Math.max(LEAST, Math.round((y - this.covered()) * MOST));
  }

  /** @param {string} name */
  makeDialog(name) {
    const { element, words } = this;
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", name);
    const button = element.querySelector(".leaflet-popup-close-button");
    button.setAttribute("aria-label", words.map.close);
    button.setAttribute("title", words.map.close);
    const content = element.querySelector(".leaflet-popup-content");
    content.setAttribute("tabindex", "0");
    content.style.maxHeight = `${this.leaflet.options.maxHeight}px`; // what comes later scrolls too
    L.DomEvent.on(element, "keydown", this.onKey); // the same listener is added once
    // A click may replace the very button that it was on. Leaflet, which looks for a click's popup
    // afterwards, would find none, take it for a click on the map and close the new popup.
    L.DomEvent.on(element, "click", L.DomEvent.stopPropagation);
  }

  /** @param {string} selector */
  focusOn(selector) {
    if (!this.map.getContainer().ownerDocument.hasFocus()) return; // an article around the map keeps it
    this.element?.querySelector(selector)?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement | undefined} target  gets the focus if the popup has it */
  close(target) {
    const held = this.leaflet.getElement()?.matches(":focus-within"); // it may be fading
    this.map.closePopup(this.leaflet);
    if (held) target?.focus({ preventScroll: true });
  }

  /** @param {() => void} act  whoever closes it */
  onClose(act) {
    this.map.on("popupclose", (/** @type {{popup: unknown}} */ { popup }) => {
      if (popup === this.leaflet) act();
    });
  }
}

/**
 * Moves the map so that a popup lies beside its panels.
 *
 * @param {any} map
 * @param {Element} popup
 * @param {number} covered  pixels at the bottom of the map
 */
function panIntoView(map, popup, covered) {
  const own = map.getContainer().getBoundingClientRect();
  const box = popup.getBoundingClientRect();
  const key = map.getContainer().querySelector("details.key[open]")?.getBoundingClientRect();
  const right = key && box.bottom > key.top && key.left - own.left > WIDTH ? key.left : own.right;
  const x = outside(box.left, box.right, own.left + EDGE, right - EDGE);
  const y = outside(box.top, box.bottom, own.top + EDGE, own.bottom - covered - EDGE);
  if (x === 0 && y === 0) return;
  map.panBy([x, y]);
}

/**
 * @param {number} start  of what is to be seen
 * @param {number} end
 * @param {number} least  where there is room for it
 * @param {number} most
 * @returns {number} how far it is outside; its start is worth more than its end
 */
function outside(start, end, least, most) {
  const after = Math.max(0, end - most);
  return start - after < least ? start - least : after;
}
