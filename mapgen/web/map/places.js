/**
 * The places: a mark for each, one for several where they would lie on each other. A mark shows the
 * events of its places that are shown now; without any it is a small pale dot.
 *
 * @typedef {import("mapgen/map/mark-set.js").Mark} Mark
 * @typedef {import("mapgen/map/pins.js").Pin} Pin
 *
 * @typedef {object} Marks
 * @property {(place: number) => Mark | undefined} of  the mark that stands for a place, by its index
 * @property {() => Pin[]} all  those that are on the map, the ones with the most events first
 * @property {boolean} many  whether they come over several frames
 * @property {() => boolean} waiting  whether others are coming
 * @property {(listener: () => void) => void} subscribe  told when those that were awaited have come
 */

import { grouping } from "mapgen/map/grouping.js";
import { MarkSet } from "mapgen/map/mark-set.js";
import { drawMark } from "mapgen/map/marks.js";
import { isPrinting } from "mapgen/map/paper.js";
import { makePin, Pins } from "mapgen/map/pins.js";
import { Redrawing } from "mapgen/map/redrawing.js";
import { Slicing } from "mapgen/map/slicing.js";
import { titling } from "mapgen/map/titles.js";

const FEW = 60; // places; the marks of more are made over several frames
const AROUND = 0.25; // of the map's size; so far outside of it is in view

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @param {(mark: Mark) => void} expand  what a mark of several places does when it is pressed
 * @returns {Marks}
 */
export function hangPlaces(room, levels, expand) {
  const { map, layer, store } = room;
  const places = new Places(room, levels, expand);
  levels.subscribe((touched) => places.redraw(touched));
  store.subscribe(({ event }, before) => event !== before.event && places.light());
  const arrange = () => map.hasLayer(layer) && places.arrange();
  map.on("zoomend viewreset", arrange);
  map.on("moveend", () => (places.slicing.busy || places.set.isCrowded()) && arrange());
  layer.on("add", arrange);
  return {
    of: (place) => places.set.of(place),
    all: () => places.hung,
    many: places.many,
    waiting: () => places.slicing.busy,
    subscribe: (listener) => void places.listeners.push(listener),
  };
}

class Places {
  /** @type {Pin[]} the marks that are on the map */
  hung = [];
  /** @type {(() => void)[]} */
  listeners = [];

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {import("mapgen/map/levels.js").Levels} levels
   * @param {(mark: Mark) => void} expand
   */
  constructor(room, levels, expand) {
    const { collection: { places }, draw, store } = room;
    this.room = room;
    this.levels = levels;
    this.towns = Int32Array.from(places.filter(({ area }) => !area), ({ index }) => index);
    this.group = grouping(room, Array.from(this.towns, (index) => places[index]));
    this.many = this.towns.length > FEW;
    this.sizeOf = draw.markSize;
    this.titleOf = titling(room);
    this.pins = new Pins(room, (mark) => {
      if (mark.members.length > 1) expand(mark);
      else store.set({ place: mark.seed.index });
    });
    this.slicing = new Slicing(() => this.pins.layOut());
    this.redrawing = new Redrawing((/** @type {Pin} */ pin) => this.draw(pin));
    this.zoom = NaN; // of the set
    this.set = new MarkSet(places, new Int32Array(), NOTHING, this.sizeOf, () => NOWHERE);
    this.slicing.finish(this.arranging());
  }

  /** Puts the marks of this zoom on the map, those in view where they are many. */
  arrange() {
    const { slicing, many, room } = this;
    if (!many || isPrinting(room.map)) slicing.finish(this.arranging());
    else slicing.start(this.tell(this.arranging()));
  }

  /** @param {Generator<void>} work @returns {Generator<void>} */
  *tell(work) {
    yield* work;
    queueMicrotask(() => this.listeners.forEach((listener) => listener())); // when it is not busy
  }

  *arranging() {
    const { map } = this.room;
    const zoom = map.getZoom();
    const set = zoom === this.zoom ? this.set : yield* this.setAt(zoom);
    set.adopt(this.hung);
    const marks = set.isCrowded() ? set.within(map.getBounds().pad(AROUND)) : set.all();
    yield;
    const drawn = this.levels.get();
    const hung = new Set(/** @type {Mark[]} */ (this.hung));
    for (const mark of marks) {
      if (hung.has(mark)) continue;
      if (!mark.element) {
        mark.title = this.titleOf(mark);
        makePin(mark);
      }
      const pin = /** @type {Pin} */ (mark);
      this.draw(pin);
      this.pins.prepare(pin);
      yield;
    }
    Object.assign(this, { zoom, set });
    this.hang(/** @type {Pin[]} */ (marks));
    if (drawn !== this.levels.get()) this.redrawing.add(this.hung);
  }

  /** @param {number} zoom @returns {Generator<void, MarkSet>} */
  *setAt(zoom) {
    const { map, collection: { places } } = this.room;
    const groups = yield* this.group(zoom);
    const pointOf = (/** @type {number} */ x, /** @type {number} */ y) =>
      map.unproject([x, y], zoom);
    return new MarkSet(places, this.towns, groups, this.sizeOf, pointOf);
  }

  /** @param {Pin[]} marks  the focus of one that goes, goes to the one that stands for its place */
  hang(marks) {
    for (const mark of this.hung) {
      if (this.set.of(mark.seed.index) !== mark) this.redrawing.drop(mark);
    }
    this.hung = marks;
    this.light();
    const lost = this.pins.show(marks);
    if (lost) this.set.of(lost.seed.index)?.element?.focus({ preventScroll: true });
  }

  /** @param {Pin} pin */
  draw(pin) {
    const { tallies } = this.levels;
    drawMark(this.room, pin, tallies.of(pin.members), tallies.isStopped(pin.members));
  }

  /** @param {Uint8Array} touched  1 for each place that may show something else now */
  redraw(touched) {
    const isTouched = (/** @type {number} */ place) => touched[place] === 1;
    this.redrawing.add(this.hung.filter(({ members }) => members.some(isTouched)));
  }

  /** Shows which marks have the selected event. */
  light() {
    const { collection, store } = this.room;
    const { place, to } = collection.event(store.get().event) ?? {};
    const lit = [place, to].map((each) => each && this.set.of(each.index));
    for (const pin of this.hung) pin.element.classList.toggle("place-selected", lit.includes(pin));
  }
}

/** @type {import("mapgen/core/clusters.js").Groups} */
const NOTHING = {
  xs: new Float64Array(),
  ys: new Float64Array(),
  seeds: new Int32Array(),
  counts: new Float64Array(),
  home: new Int32Array(),
  members: new Int32Array(),
  begins: Int32Array.of(0),
};
const NOWHERE = { lat: 0, lng: 0 };
