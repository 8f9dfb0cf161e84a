/**
 * The places: a mark for each, one for several where they would lie on each other. A mark shows the
 * events of its places that are shown now; without any it is a small pale dot.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} Mark
 * @property {Place} seed  the place at whose point it stands
 * @property {Place[]} places  all of them, the seed included
 * @property {number} count  of the events of its places
 * @property {number} size  pixels, when all its events are shown
 * @property {string} key  the same for marks of the same name
 * @property {number} number  among the marks at this zoom
 * @property {any} marker  Leaflet's, once it is on the map
 * @property {HTMLElement} element
 * @property {HTMLElement | null} label  its name on the map
 *
 * @typedef {object} Marks
 * @property {(place: number) => Mark | undefined} of  the mark that stands for a place, by its index
 * @property {() => Mark[]} all  those that are on the map, the ones with the most events first
 */

import { membersOf } from "mapgen/core/clusters.js";
import { grouping } from "mapgen/map/grouping.js";
import { L } from "mapgen/map/leaflet.js";
import { drawMark } from "mapgen/map/marks.js";
import { isPrinting } from "mapgen/map/paper.js";
import { onPress } from "mapgen/map/press.js";
import { Redrawing } from "mapgen/map/redrawing.js";

const TARGET = 32; // pixels; the least that a finger finds, marks may be smaller
const FEW = 60; // marks; more new ones than that are drawn over several frames
const MANY = 300; // marks; of more, only those in view are on the map
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
  store.subscribe(({ event }, before) =>
    event !== before.event && places.light(places.hung.values())
  );
  const regroup = () => map.hasLayer(layer) && places.regroup();
  map.on("zoomend viewreset", regroup);
  map.on("moveend", () => places.isCrowded() && places.hang());
  layer.on("add", regroup);
  regroup();
  return { of: (place) => places.of(place), all: () => [...places.hung.values()] };
}

class Places {
  /** @type {Map<number, Mark>} those that are on the map, by the index of their seed */
  hung = new Map();
  /** @type {Mark[]} those that have been on the map at this zoom, by their number, with holes */
  made = [];

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {import("mapgen/map/levels.js").Levels} levels
   * @param {(mark: Mark) => void} expand
   */
  constructor(room, levels, expand) {
    const { places } = room.collection;
    this.room = room;
    this.levels = levels;
    this.expand = expand;
    this.towns = places.filter(({ area }) => !area);
    this.home = new Int32Array(places.length).fill(-1); // the mark of each place, by its index
    this.group = grouping(room, this.towns);
    this.groups = this.group(room.map.getZoom());
    this.redrawing = new Redrawing((/** @type {Mark} */ mark) => this.draw(mark));
  }

  regroup() {
    const { home, towns, hung } = this;
    this.groups = this.group(this.room.map.getZoom());
    for (let i = 0; i < towns.length; i++) home[towns[i].index] = this.groups.home[i];
    this.made = [];
    for (const mark of hung.values()) if (this.stays(mark)) this.made[mark.number] = mark;
    this.hang();
  }

  /** @param {Mark} mark @returns {boolean} whether it stands at this zoom too; then it has its number */
  stays(mark) {
    const { groups: { seeds, begins }, home, towns } = this;
    const number = home[mark.seed.index];
    mark.number = number;
    return towns[seeds[number]] === mark.seed &&
      begins[number + 1] - begins[number] === mark.places.length &&
      mark.places.every(({ index }) => home[index] === number);
  }

  isCrowded() {
    return this.groups.seeds.length > MANY;
  }

  hang() {
    const before = this.hung;
    const marks = this.near().map((number) => this.mark(number));
    this.hung = new Map(marks.map((mark) => [mark.seed.index, mark]));
    const stays = (/** @type {Mark} */ mark) => this.hung.get(mark.seed.index) === mark;
    const fresh = marks.filter((mark) => before.get(mark.seed.index) !== mark);
    for (const mark of fresh) this.add(mark);
    for (const mark of before.values()) if (!stays(mark)) this.remove(mark);
    keepOrder(marks);
    if (fresh.length > FEW && !isPrinting(this.room.map)) this.redrawing.add(fresh);
    else fresh.forEach((mark) => this.draw(mark));
  }

  /** @returns {number[]} the marks that are to be on the map */
  near() {
    const { seeds } = this.groups;
    if (!this.isCrowded()) return Array.from(seeds, (_, number) => number);
    const bounds = this.room.map.getBounds().pad(AROUND);
    const [south, west] = [bounds.getSouth(), bounds.getWest()];
    const [north, east] = [bounds.getNorth(), bounds.getEast()];
    /** @type {number[]} */
    const near = [];
    for (let number = 0; number < seeds.length; number++) {
      const { lat, lon } = this.towns[seeds[number]];
      if (lat >= south && lat <= north && lon >= west && lon <= east) near.push(number);
    }
    return near;
  }

  /** @param {number} number @returns {Mark} made where it is not yet */
  mark(number) {
    return this.made[number] ??= this.make(number);
  }

  /** @param {number} number @returns {Mark} */
  make(number) {
    const { groups, towns, room } = this;
    const places = Array.from(membersOf(groups, number), (member) => towns[member]);
    const seed = towns[groups.seeds[number]];
    const count = groups.counts[number];
    const key = `${seed.index} of ${places.length}`;
    const size = room.draw.markSize(count);
    return /** @type {Mark} */ ({ seed, places, count, size, key, number, label: null });
  }

  /** @param {number} place  by its index */
  of(place) {
    const { [place]: number } = this.home;
    return number >= 0 ? this.mark(number) : undefined;
  }

  /** @param {Mark} mark */
  add(mark) {
    mark.marker = markerOf(mark);
    this.room.layer.addLayer(mark.marker);
    mark.element = mark.marker.getElement();
    mark.element.dataset.places = mark.places.map(({ index }) => index).join(" ");
    onPress(mark.element, () => this.press(mark));
    this.light([mark]);
  }

  /** @param {Mark} mark */
  press(mark) {
    if (mark.places.length > 1) this.expand(mark);
    else this.room.store.set({ place: mark.seed.index });
  }

  /** @param {Mark} mark  whose focus goes to the mark that now stands for its first place */
  remove(mark) {
    const held = mark.element.matches(":focus");
    this.room.layer.removeLayer(mark.marker);
    this.redrawing.drop(mark);
    if (held) this.of(mark.seed.index)?.element?.focus({ preventScroll: true });
  }

  /** @param {Mark} mark */
  draw(mark) {
    const { tallies } = this.levels;
    const places = mark.places.map(({ index }) => index);
    drawMark(this.room, mark, tallies.of(places), tallies.isStopped(places));
  }

  /** @param {Uint8Array} touched  1 for each place that may show something else now */
  redraw(touched) {
    const { home } = this;
    const stale = new Uint8Array(this.groups.seeds.length);
    for (let i = 0; i < home.length; i++) if (touched[i] === 1 && home[i] >= 0) stale[home[i]] = 1;
    this.redrawing.add([...this.hung.values()].filter(({ number }) => stale[number] === 1));
  }

  /** @param {Iterable<Mark>} marks  to say which of them has the selected event */
  light(marks) {
    const { collection, store } = this.room;
    const event = collection.event(store.get().event);
    const numbers = [event?.place, event?.to].map((place) => this.home[place?.index ?? -1]);
    for (const { element, number } of marks) {
      element.classList.toggle("place-selected", numbers.includes(number));
    }
  }
}

/** @param {Mark} mark @returns {any} Leaflet's marker for it */
function markerOf({ seed, size, count }) {
  const width = Math.max(TARGET, size);
  const icon = L.divIcon({ className: "place", html: "", iconSize: [width, width] });
  const options = { icon, zIndexOffset: -10 * count, riseOnHover: true };
  return L.marker([seed.lat, seed.lon], options);
}

/**
 * Keeps the marks in the order of their first places, which is the order of the Tab key. Only moves
 * what is new: to move the one that has the focus would take it away.
 *
 * @param {Mark[]} marks
 */
function keepOrder(marks) {
  const ordered = [...marks].sort((a, b) => b.seed.index - a.seed.index);
  ordered.forEach(({ element }, i) => {
    const next = ordered[i - 1]?.element ?? null;
    if (element.nextElementSibling !== next && !element.matches(":focus")) {
      element.parentNode?.insertBefore(element, next);
    }
  });
}
