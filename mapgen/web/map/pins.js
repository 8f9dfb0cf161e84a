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
const AWAY = -9999; // pixels from where the map begins
const CLASSES = "place leaflet-marker-icon leaflet-interactive leaflet-zoom-animated";

export class Pins {
  /** @type {Map<Element, Pin>} those that are on the map */
  #pins = new Map();
  /** @type {Map<Pin, string>} those that wait out of sight, with their `tabindex` */
  #waiting = new Map();
  /** @type {Pin[]} all of them, in the order of their first places */
  #row = [];
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
      const point = pointOf([pin.lat, pin.lon]).round();
      L.DomUtil.setPosition(pin.element, point);
      pin.element.style.zIndex = String(point.y - 10 * pin.count); // a small one lies on a large one
    }
  }

  /** Has the browser lay out what was hung, for those who count the time that it takes. */
  layOut() {
    return this.#box.offsetWidth;
  }

  /**
   * Hangs a mark out of sight, where the browser lays it out before the frame in which many come.
   *
   * @param {Pin} pin
   */
  prepare(pin) {
    const { element } = pin;
    this.#waiting.set(pin, element.getAttribute("tabindex") ?? "");
    element.removeAttribute("tabindex");
    element.setAttribute("aria-hidden", "true");
    L.DomUtil.setPosition(element, L.point(AWAY, AWAY));
    if (element.parentNode !== this.#box) this.#insert(pin);
  }

  /**
   * Shows the marks in the order of their first places, which is the order of the Tab key. Moves
   * none that hangs: to move the one that has the focus would take it away.
   *
   * @param {Pin[]} marks  all that are to be on the map; each hangs
   * @returns {Pin | undefined} the one that had the focus and is gone
   */
  show(marks) {
    const { activeElement } = this.#box.ownerDocument;
    const before = this.#pins;
    this.#pins = new Map(marks.map((pin) => [pin.element, pin]));
    const lost = activeElement && !this.#pins.has(activeElement) && before.get(activeElement);
    for (const { element } of this.#row) if (!this.#pins.has(element)) element.remove();
    this.#row = this.#row.filter(({ element }) => this.#pins.has(element));
    for (const [{ element }, tabindex] of this.#waiting) {
      element.setAttribute("tabindex", tabindex);
      element.removeAttribute("aria-hidden");
    }
    this.#waiting.clear();
    this.#place((point) => this.#map.latLngToLayerPoint(point));
    return lost || undefined;
  }

  /** @param {Pin} pin  which comes to stand where its first place does among the others */
  #insert(pin) {
    let [low, high] = [0, this.#row.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#row[middle].seed.index <= pin.seed.index) low = middle + 1;
      else high = middle;
    }
    this.#box.insertBefore(pin.element, this.#row[low]?.element ?? null);
    this.#row.splice(low, 0, pin);
  }

  /** @param {Pin} pin  that has the focus, as Leaflet does it for its markers */
  #bringIn({ lat, lon, element }) {
    const { offsetWidth: width } = element;
    this.#map.panInside([lat, lon], { paddingBottomRight: [width, width] });
  }
}

/** @param {Mark} mark  gets its element */
export function makePin(mark) {
  const width = Math.max(TARGET, mark.size);
  const element = L.DomUtil.create("div", CLASSES);
  element.setAttribute("role", "button");
  element.dataset.places = mark.members.join(" "); // which the paper numbers
  Object.assign(element.style, {
    width: `${width}px`,
    height: `${width}px`,
    marginLeft: `${-width / 2}px`,
    marginTop: `${-width / 2}px`,
  });
  mark.element = element;
}
