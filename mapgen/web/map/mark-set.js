/**
 * The marks at one zoom, each made when it is first wanted.
 *
 * @typedef {import("mapgen/core/clusters.js").Groups} Groups
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} Mark
 * @property {Place} seed  the place at whose point it stands
 * @property {Int32Array} members  all its places, the seed included, by their index
 * @property {number} count  of the events of its places
 * @property {number} size  pixels, when all its events are shown
 * @property {string} key  the same for marks of the same name
 * @property {HTMLElement | null} element  once it has been near what the map shows
 * @property {HTMLElement | null} label  its name on the map
 */

import { membersOf } from "mapgen/core/clusters.js";

const MANY = 300; // marks; of more, only those in view are on the map

export class MarkSet {
  /** @type {Map<number, Mark>} those that have been wanted, by their number */
  #made = new Map();

  /**
   * @param {Place[]} places
   * @param {Int32Array} towns  the places that have marks, by their index
   * @param {Groups} groups  of the towns
   * @param {(count: number) => number} sizeOf
   */
  constructor(places, towns, groups, sizeOf) {
    this.places = places;
    this.towns = towns;
    this.groups = groups;
    this.sizeOf = sizeOf;
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
    const { places, towns, groups: { seeds } } = this;
    const [south, west] = [bounds.getSouth(), bounds.getWest()];
    const [north, east] = [bounds.getNorth(), bounds.getEast()];
    /** @type {Mark[]} */
    const within = [];
    for (let number = 0; number < seeds.length; number++) {
      const { lat, lon } = places[towns[seeds[number]]];
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

  /** @param {number} number @returns {Mark} */
  #make(number) {
    const { groups, towns, places } = this;
    const members = membersOf(groups, number).map((town) => towns[town]);
    const { [towns[groups.seeds[number]]]: seed } = places;
    const { counts: { [number]: count } } = groups;
    const key = `${seed.index} of ${members.length}`;
    return { seed, members, count, size: this.sizeOf(count), key, element: null, label: null };
  }
}
