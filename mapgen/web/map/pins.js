/**
 * The elements of the marks, in one layer: hundreds of Leaflet's markers would each listen to the map,
 * and to hang and remove them would take longer than a frame.
 *
 * @typedef {import("mapgen/map/mark-set.js").Mark} Mark
 * @typedef {Mark & {element: HTMLElement}} Pin  a mark that has its element
 */

import { L } from "mapgen/map/leaflet.js";
import { onPress } from "mapgen/map/press.js";

const TARGET = 32; // pixels; the least that a finger finds, marks may be smaller
const CLASSES = "place leaflet-marker-icon leaflet-interactive leaflet-zoom-animated";

export class Pins {
  /** @type {Map<Element, Pin>} those that are on the map, in the order of their places */
  #pins = new Map();
  #map;
  #box = L.DomUtil.create("div");

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {(mark: Mark) => void} press
   */
  constructor({ map, layer }, press) {
    this.#map = map;
    const pinAt = (/** @type {any} */ target) => this.#pins.get(target.closest(".place"));
    onPress(this.#box, ({ target }) => {
      const pin = pinAt(target);
      if (pin) press(pin);
    });
    L.DomEvent.on(this.#box, "dblclick", L.DomEvent.stopPropagation);
    this.#box.addEventListener("focusin", (/** @type {FocusEvent} */ { target }) => {
      const pin = pinAt(target);
      if (pin) this.#bringIn(pin);
    });
    layer.addLayer(this.#layer());
  }

  /** @returns {any} what Leaflet knows of it */
  #layer() {
    const place = () => this.#place((point) => this.#map.latLngToLayerPoint(point));
    const animate = (/** @type {{zoom: number, center: any}} */ { zoom, center }) =>
      this.#place((point) => this.#map._latLngToNewLayerPoint(point, zoom, center));
    return Object.assign(new L.Layer(), {
      onAdd: () => {
        this.#map.getPane("markerPane").append(this.#box);
        place();
      },
      onRemove: () => this.#box.remove(),
      getEvents: () => ({ zoom: place, viewreset: place, zoomanim: animate }),
    });
  }

  /** @param {(point: [number, number]) => any} pointOf  pixels of a point in degrees */
  #place(pointOf) {
    for (const pin of this.#pins.values()) {
      const point = pointOf([pin.seed.lat, pin.seed.lon]).round();
      L.DomUtil.setPosition(pin.element, point);
      pin.element.style.zIndex = String(point.y - 10 * pin.count); // a small one lies on a large one
    }
  }

  /**
   * Hangs the marks in the order of their first places, which is the order of the Tab key. Moves
   * only what is new: to move the one that has the focus would take it away.
   *
   * @param {Pin[]} marks  all that are to be on the map
   * @returns {Pin | undefined} the one that had the focus and is gone
   */
  show(marks) {
    const { activeElement } = this.#box.ownerDocument;
    const ordered = [...marks].sort((a, b) => a.seed.index - b.seed.index);
    const before = this.#pins;
    this.#pins = new Map(ordered.map((pin) => [pin.element, pin]));
    const lost = activeElement && !this.#pins.has(activeElement) && before.get(activeElement);
    for (const element of before.keys()) if (!this.#pins.has(element)) element.remove();
    let next = null;
    for (const { element } of ordered.reverse()) {
      const stands = element.parentNode === this.#box && element.nextElementSibling === next;
      if (!stands && element !== activeElement) this.#box.insertBefore(element, next);
      next = element;
    }
    this.#place((point) => this.#map.latLngToLayerPoint(point));
    return lost || undefined;
  }

  /** @param {Pin} pin  that has the focus, as Leaflet does it for its markers */
  #bringIn({ seed, element }) {
    const { offsetWidth: width } = element;
    this.#map.panInside([seed.lat, seed.lon], { paddingBottomRight: [width, width] });
  }
}

/** @param {Mark} mark  gets its element */
export function makePin(mark) {
  const width = Math.max(TARGET, mark.size);
  const element = L.DomUtil.create("div", CLASSES);
  element.setAttribute("role", "button");
  Object.assign(element.style, {
    width: `${width}px`,
    height: `${width}px`,
    marginLeft: `${-width / 2}px`,
    marginTop: `${-width / 2}px`,
  });
  mark.element = element;
}
