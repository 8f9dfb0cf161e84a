/**
 * The marks at one zoom, each made when it is first wanted.
 *
 * @typedef {import("mapgen/core/clusters.js").Groups} Groups
 * @typedef {import("mapgen/map/titles.js").Title} Title
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} Mark
 * @property {Place} seed  the one of its places with the most events
 * @property {number} lat  where it stands
 * @property {number} lon
 * @property {Int32Array} members  all its places, the seed included, by their index
 * @property {number} count  of the events of its places
 * @property {number} size  pixels, when all its events are shown
 * @property {Title} title  what it is called
 * @property {string} key  the same for marks of the same name
 * @property {HTMLElement | null} element  once it has been near what the map shows
 * @property {HTMLElement | null} label  its name on the map
 */

import { membersOf } from "mapgen/core/clusters.js";

const UNTITLED = { name: "", number: "" };
const MANY = 300; // marks; of more, only those in view are on the map

export class MarkSet {
  /** @type {Map<number, Mark>} those that have been wanted, by their number */
  #made = new Map();

  /**
   * @param {Place[]} places
   * @param {Int32Array} towns  the places that have marks, by their index
   * @param {Groups} groups  of the towns
   * @param {(count: number) => number} sizeOf
   * @param {(x: number, y: number) => {lat: number, lng: number}} pointOf  of a mark's pixels
   */
  constructor(places, towns, groups, sizeOf, pointOf) {
    this.places = places;
    this.towns = towns;
    this.groups = groups;
    this.sizeOf = sizeOf;
    this.pointOf = pointOf;
    this.home = new Int32Array(places.length).fill(-1); // the mark of each place
    for (let i = 0; i < towns.length; i++) this.home[towns[i]] = groups.home[i];
  }

  /** @returns {number} of marks */
  get length() {
    return this.groups.seeds.length;
  }

  isCrowded() {
    return this.length > MANY;
  }

  /** @param {number} place  by its index @returns {Mark | undefined} the one that stands for it */
  of(place) {
    const { [place]: number = -1 } = this.home;
    return number >= 0 ? this.mark(number) : undefined;
  }

  /** @param {any} bounds  of Leaflet @returns {Mark[]} those within; the ones with the most events first */
  within(bounds) {
    const [south, west] = [bounds.getSouth(), bounds.getWest()];
    const [north, east] = [bounds.getNorth(), bounds.getEast()];
    /** @type {Mark[]} */
    const within = [];
    for (let number = 0; number < this.length; number++) {
      const [lat, lon] = this.#stands(number);
      const inside = lat >= south && lat <= north && lon >= west && lon <= east;
      if (inside) within.push(this.mark(number));
    }
    return within;
  }

  /** @returns {Mark[]} the ones with the most events first */
  all() {
    return Array.from(this.groups.seeds, (_, number) => this.mark(number));
  }

  /** @param {Iterable<Mark>} marks  of another zoom; those that stand at this one too are its own */
  adopt(marks) {
    for (const mark of marks) {
      const { [mark.seed.index]: number } = this.home;
      if (this.#standsAs(mark, number)) this.#made.set(number, mark);
    }
  }

  /** @param {Mark} mark @param {number} number */
  #standsAs({ seed, members }, number) {
    const { home, towns, groups: { seeds, begins } } = this;
    return towns[seeds[number]] === seed.index &&
      begins[number + 1] - begins[number] === members.length &&
      members.every((place) => home[place] === number);
  }

  /** @param {number} number @returns {Mark} */
  mark(number) {
    const made = this.#made.get(number) ?? this.#make(number);
    this.#made.set(number, made);
    return made;
  }

  /** @param {number} number @returns {[number, number]} degrees */
  #stands(number) {
    const { groups: { begins, seeds, xs, ys }, places, towns } = this;
    if (begins[number + 1] - begins[number] === 1) {
      const { [towns[seeds[number]]]: { lat, lon } } = places;
      return [lat, lon];
    }
    const { lat, lng } = this.pointOf(xs[number], ys[number]);
    return [lat, lng];
  }

  /** @param {number} number @returns {Mark} */
  #make(number) {
    const { groups, towns, places } = this;
    const [lat, lon] = this.#stands(number);
    const members = membersOf(groups, number).map((town) => towns[town]);
    const { [towns[groups.seeds[number]]]: seed } = places;
    const { counts: { [number]: count } } = groups;
    const key = `${seed.index} of ${members.length}`;
    const size = this.sizeOf(count);
    const title = UNTITLED;
    return { seed, lat, lon, members, count, size, title, key, element: null, label: null };
  }
}
