/** The names on the map: marks and countries, the important first, none on another. */

import { Board, placeLabels } from "mapgen/core/placement.js";
import { drawLeader, removeLeader } from "mapgen/map/leader.js";
import { L } from "mapgen/map/leaflet.js";
import { fadeLabel } from "mapgen/map/marks.js";
import { curvesOf } from "mapgen/map/movements.js";
import { BESIDE, countryNames, makeLabel } from "mapgen/map/names.js";
import { lines, obstacles } from "mapgen/map/obstacles.js";
import { isPrinting } from "mapgen/map/paper.js";
import { Slicing } from "mapgen/map/slicing.js";

/** @typedef {import("mapgen/payload.js").Outline} Outline */
/** @typedef {import("mapgen/payload.js").Place} Place */
/** @typedef {import("mapgen/map/pins.js").Pin} Pin */

/**
 * @typedef {object} Name
 * @property {any} element
 * @property {number} lat
 * @property {number} lon
 * @property {Outline | null} country  over which the text lies, null for a text beside its point
 * @property {number} reach  how much wider than its country the text may be, times
 * @property {number} offset  pixels from the point to a text beside it
 * @property {boolean} upright  whether above and below come first
 * @property {Place | null} area  the country as a place of the story
 */

const SLACK = 0.3; // of a country's width and height; so far its name may move
const CLEAR = 6; // pixels between a mark or a country and a name beside it
const AROUND = [6, 14, 24, 36]; // pixels from a point to a name that found no room nearer
const NAMED = 150; // marks; of more, the ones with the fewest events have no name
const CURVED = 100; // movements; among more, no name finds a place that none runs through
const STEP = 40; // names that are placed without a pause

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @param {import("mapgen/map/places.js").Marks} marks
 */
export function hangLabels(room, levels, marks) {
  const { map, layer } = room;
  const pane = map.createPane("mapgen-labels");
  pane.style.zIndex = "640";
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
  const labels = new Labels(room, levels, marks, pane);
  const slicing = new Slicing(() => pane.offsetWidth);
  const settle = () => {
    if (isPrinting(map) || !marks.many) slicing.finish(labels.settling());
    else if (!marks.waiting()) slicing.start(labels.settling());
  };
  map.on("zoomend", () => marks.waiting() && pane.classList.add("labels-late"));
  map.on("moveend resize", settle); // after the marks: they listen first
  marks.subscribe(settle);
  layer.on("add", () => pane.style.display = "").on("remove", () => pane.style.display = "none");
  layer.on("add", settle);
  settle();
}

class Labels {
  /** @type {Map<string, any>} the names of marks, by the marks' keys */
  made = new Map();
  /** @type {WeakMap<any, number[]>} width and height, pixels */
  sizes = new WeakMap();

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {import("mapgen/map/levels.js").Levels} levels
   * @param {import("mapgen/map/places.js").Marks} marks
   * @param {any} pane
   */
  constructor(room, levels, marks, pane) {
    this.room = room;
    this.levels = levels;
    this.marks = marks;
    this.pane = pane;
    this.countries = countryNames(room, pane);
    const curves = curvesOf(room.map, room.collection);
    this.curves = curves.length > CURVED ? [] : curves;
  }

  *settling() {
    const printing = isPrinting(this.room.map);
    const all = this.marks.all();
    const names = [...yield* this.naming(all.slice(0, NAMED)), ...this.countries];
    const numbered = this.number(printing);
    yield; // the names are laid out, and measuring costs nothing
    for (const { element } of names) this.measure(element); // all, before any is moved
    const { map } = this.room;
    const board = new Board(obstacles(map, all, printing), lines(map, this.curves));
    this.placeNumbered(numbered, board);
    const others = names.filter((name) => !numbered.includes(name));
    for (let i = 0; i < others.length; i += STEP) {
      yield;
      this.place(others.slice(i, i + STEP), board);
    }
    this.pane.classList.remove("labels-late");
  }

  /**
   * A number is never left out: it goes farther away with its name, then alone, then anywhere.
   *
   * @param {Name[]} names
   * @param {Board} board
   */
  placeNumbered(names, board) {
    let left = this.place(names, board);
    for (const bare of [false, true]) {
      for (const { element } of left) element.classList.toggle("label-bare", bare);
      for (const offset of AROUND) {
        const near = left.map((name) => ({ ...name, country: null, offset }));
        left = this.place(near, board);
        for (const name of near) if (!left.includes(name)) drawLeader(this.room.map, name);
      }
    }
    for (const name of left) this.show(name);
  }

  /**
   * @param {boolean} printing
   * @returns {Name[]} the countries that get a number from the printed page, before their names
   */
  number(printing) {
    const view = this.room.map.getBounds();
    return this.countries.filter(({ element, area, lat, lon }) => {
      if (!area) return false;
      const is = printing && view.contains([lat, lon]) &&
        this.levels.tallies.of([area.index]).length > 0;
      element.classList.remove("label-bare");
      removeLeader(element);
      if (is) element.dataset.places = area.index;
      else delete element.dataset.places;
      return is;
    });
  }

  /** @param {Pin[]} named @returns {Generator<void, Name[]>} */
  *naming(named) {
    const kept = new Set(named.map(({ key }) => key));
    for (const [key, label] of this.made) {
      if (kept.has(key)) continue;
      label.remove();
      this.made.delete(key);
    }
    /** @type {Name[]} */
    const names = [];
    for (const mark of named) {
      names.push(this.nameMark(mark));
      yield;
    }
    return names;
  }

  /** @param {Pin} mark @returns {Name} */
  nameMark(mark) {
    mark.label = this.made.get(mark.key) ??
      makeLabel(this.pane, nameOf(mark, this.room), "label-place");
    this.made.set(mark.key, mark.label);
    fadeLabel(mark);
    const { seed: { lat, lon }, size, label: element } = mark;
    const offset = size / 2 + CLEAR;
    return { element, lat, lon, country: null, reach: 0, offset, upright: false, area: null };
  }

  /**
   * @param {Name[]} names  the most important first
   * @param {Board} board
   * @returns {Name[]} those that did not
   */
  place(names, board) {
    const { map } = this.room;
    const sizes = names.map(({ element }) => this.measure(element));
    const corners = placeLabels(names.map((name, i) => labelOf(map, name, sizes[i])), board);
    return names.filter(({ element }, i) => {
      const { [i]: corner } = corners;
      element.style.visibility = corner ? "visible" : "hidden";
      if (!corner) return true;
      L.DomUtil.setPosition(element, L.point(corner));
      return false;
    });
  }

  /** @param {any} element @returns {number[]} known, but for a name that has a number for now */
  measure(element) {
    const known = "places" in element.dataset ? undefined : this.sizes.get(element);
    const size = known ?? [element.offsetWidth, element.offsetHeight];
    if (!("places" in element.dataset)) this.sizes.set(element, size);
    return size;
  }

  /** @param {Name} name  at its point, whatever lies there */
  show({ element, lat, lon }) {
    const middle = L.point(element.offsetWidth, element.offsetHeight).divideBy(2);
    L.DomUtil.setPosition(element, this.room.map.latLngToLayerPoint([lat, lon]).subtract(middle));
    element.style.visibility = "visible";
  }
}

/** @param {Pin} mark @param {import("mapgen/map/map.js").Room} room */
function nameOf({ seed, members: { length } }, { words }) {
  return length === 1 ? seed.name : `${seed.name} +${words.number(length - 1)}`;
}

/**
 * @param {any} map
 * @param {Name} name
 * @param {number[]} size
 * @returns {import("mapgen/core/placement.js").Label}
 */
function labelOf(map, { lat, lon, country, reach, offset, upright }, [width, height]) {
  const { x, y } = map.latLngToLayerPoint([lat, lon]);
  const [breadth, length] = country ? extent(map, country) : [0, 0];
  const away = offset === BESIDE ? breadth / 2 + CLEAR : offset;
  /** @type {[number, number]} */
  const slack = [breadth * SLACK * reach, length * SLACK];
  return { x, y, width, height, room: reach * breadth, slack, offset: away, upright };
}

/** @param {any} map @param {Outline} country @returns {[number, number]} width, height, pixels */
function extent(map, { lat, lon, bbox: [west, south, east, north] }) {
  const left = map.latLngToLayerPoint([lat, west]);
  const right = map.latLngToLayerPoint([lat, east]);
  const top = map.latLngToLayerPoint([north, lon]);
  const bottom = map.latLngToLayerPoint([south, lon]);
  return [right.x - left.x, bottom.y - top.y];
}
