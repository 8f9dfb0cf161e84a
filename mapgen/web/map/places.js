/**
 * The places: a mark for each, one for several where they would lie on each other. A mark shows the
 * events of its places that are shown now; without any it is a small pale dot.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} Mark
 * @property {Place} seed  the place at whose point it stands
 * @property {Place[]} places  all of them, the seed included
 * @property {number} size  pixels, when all its events are shown
 * @property {string} key  the same for the same places
 * @property {HistoricalEvent[]} events  in time order
 * @property {any} marker  Leaflet's, once it is on the map
 * @property {HTMLElement} element
 * @property {HTMLElement | null} label  its name on the map
 *
 * @typedef {object} Marks
 * @property {(place: number) => Mark | undefined} of  the mark that stands for a place, by its index
 * @property {() => Mark[]} all  those that are on the map, the ones with the most events first
 */

import { grouping } from "mapgen/map/grouping.js";
import { L } from "mapgen/map/leaflet.js";
import { drawMark } from "mapgen/map/marks.js";
import { onPress } from "mapgen/map/press.js";
import { Redrawing } from "mapgen/map/redrawing.js";

const TARGET = 32; // pixels; the least that a finger finds, marks may be smaller
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
  levels.subscribe((changed) => places.redraw(changed));
  store.subscribe(({ event }, before) => event !== before.event && places.light());
  const regroup = () => map.hasLayer(layer) && places.regroup();
  map.on("zoomend viewreset", regroup);
  map.on("moveend", () => places.isCrowded() && places.hang());
  layer.on("add", regroup);
  regroup();
  return { of: (place) => places.homes.get(place), all: () => [...places.hung.values()] };
}

class Places {
  /** @type {Mark[]} */
  marks = [];
  /** @type {Map<string, Mark>} those that are on the map, by their keys */
  hung = new Map();
  /** @type {Map<number, Mark>} the mark of each place, by its index */
  homes = new Map();

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {import("mapgen/map/levels.js").Levels} levels
   * @param {(mark: Mark) => void} expand
   */
  constructor(room, levels, expand) {
    this.room = room;
    this.expand = expand;
    this.draw = (/** @type {Mark} */ mark) => drawMark(room, mark, levels.get());
    this.redrawing = new Redrawing(this.draw);
    this.group = grouping(room, room.collection.places.filter(({ area }) => !area));
  }

  regroup() {
    const { hung, homes, group, room } = this;
    this.marks = group(room.map.getZoom()).map((mark) => hung.get(mark.key) ?? mark);
    homes.clear();
    for (const mark of this.marks) for (const { index } of mark.places) homes.set(index, mark);
    this.hang();
  }

  isCrowded() {
    return this.marks.length > MANY;
  }

  hang() {
    const before = this.hung;
    const near = this.isCrowded() ? this.near() : this.marks;
    this.hung = new Map(near.map((mark) => [mark.key, mark]));
    for (const mark of near) if (!before.has(mark.key)) this.add(mark);
    for (const mark of before.values()) if (!this.hung.has(mark.key)) this.remove(mark);
    keepOrder(near);
  }

  /** @returns {Mark[]} */
  near() {
    const bounds = this.room.map.getBounds().pad(AROUND);
    return this.marks.filter(({ seed }) => bounds.contains([seed.lat, seed.lon]));
  }

  /** @param {Mark} mark */
  add(mark) {
    mark.events = eventsOf(mark.places);
    mark.marker = markerOf(mark);
    this.room.layer.addLayer(mark.marker);
    mark.element = mark.marker.getElement();
    mark.element.dataset.places = mark.places.map(({ index }) => index).join(" ");
    onPress(mark.element, () => this.press(mark));
    lightMark(mark, this.selected());
    this.draw(mark);
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
    if (held) this.homes.get(mark.seed.index)?.element?.focus({ preventScroll: true });
  }

  /** @param {number[]} changed  events by their indices */
  redraw(changed) {
    const { events } = this.room.collection;
    const places = changed.flatMap((index) => [events[index].place, events[index].to]);
    const marks = places.flatMap((place) => this.homes.get(place?.index ?? -1) ?? []);
    this.redrawing.add(marks.filter(({ key }) => this.hung.has(key)));
  }

  light() {
    for (const mark of this.hung.values()) lightMark(mark, this.selected());
  }

  /** @returns {HistoricalEvent | undefined} */
  selected() {
    const { collection, store } = this.room;
    return collection.events[store.get().event];
  }
}

/** @param {Mark} mark @returns {any} Leaflet's marker for it */
function markerOf({ seed, size, events }) {
  const width = Math.max(TARGET, size);
  const icon = L.divIcon({ className: "place", html: "", iconSize: [width, width] });
  const options = { icon, zIndexOffset: -10 * events.length, riseOnHover: true };
  return L.marker([seed.lat, seed.lon], options);
}

/** @param {Mark} mark @param {HistoricalEvent | undefined} event  the selected one */
function lightMark({ element, places }, event) {
  const selected = places.some((place) => place === event?.place || place === event?.to);
  element.classList.toggle("place-selected", selected);
}

/** @param {Place[]} places @returns {HistoricalEvent[]} each once, in time order */
function eventsOf(places) {
  if (places.length === 1) return places[0].events;
  return [...new Set(places.flatMap(({ events }) => events))].sort((a, b) => a.index - b.index);
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
