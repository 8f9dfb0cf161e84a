/** The names on the map: marks and countries, the important first, none on another. */

import { Board, placeLabels } from "mapgen/core/placement.js";
import { breathing, wanted } from "mapgen/core/steps.js";
import { CountryLabel } from "mapgen/map/country-label.js";
import { landOfView } from "mapgen/map/land-view.js";
import { L } from "mapgen/map/leaflet.js";
import { fadeLabel } from "mapgen/map/marks.js";
import { curvesOf } from "mapgen/map/movements.js";
import { countryNames, makeLabel, markName } from "mapgen/map/names.js";
import { lines, obstacles } from "mapgen/map/obstacles.js";
import { isPrinting } from "mapgen/map/paper.js";
import { Slicing } from "mapgen/map/slicing.js";
import { hangTextSize } from "mapgen/map/text-size.js";

/** @typedef {import("mapgen/core/land-grid.js").LandGrid} LandGrid */
/** @typedef {import("mapgen/map/names.js").CountryName} CountryName */
/** @typedef {import("mapgen/map/pins.js").Pin} Pin */

/**
 * @typedef {object} Name  of a mark
 * @property {any} element
 * @property {number} lat
 * @property {number} lon
 * @property {number} offset  pixels from the point to the text
 */

const CLEAR = 6; // pixels between a mark and its name
const NAMED = 150; // marks; of more, the ones with the fewest events have no name
const CURVED = 100; // movements; among more, no name finds a place that none runs through
const STEP = 40; // names of marks that are placed without a pause

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @param {import("mapgen/map/places.js").Marks} marks
 */
export async function hangLabels(room, levels, marks) {
  const { map, layer } = room;
  const pane = map.createPane("mapgen-labels");
  pane.style.zIndex = "640";
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
  const labels = new Labels(room, levels, marks, pane);
  const slicing = new Slicing(() => pane.offsetWidth);
  let [open, moved] = [marks.many, false]; // those of few marks come with the page, when all stands
  const settle = () => {
    moved = true;
    if (isPrinting(map)) slicing.finish(labels.settling());
    else if (open && !marks.waiting()) slicing.start(labels.settling());
  };
  map.on("zoomend", () => isPrinting(map) || pane.classList.add("labels-late"));
  map.on("moveend resize", settle); // after the marks: they listen first
  marks.subscribe(settle);
  layer.on("add", () => pane.style.display = "").on("remove", () => pane.style.display = "none");
  layer.on("add", settle);
  hangTextSize(pane, labels, settle);
  if (open) settle();
  for (; !open; open = !moved) {
    moved = false;
    await breathing(wanted(labels.settling(), () => !moved));
  }
}

class Labels {
  /** @type {Map<string, any>} the names of marks, by the marks' keys */
  made = new Map();
  /** @type {WeakMap<any, [number, number]>} width and height, pixels */
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
    this.countries = countryNames(room);
    const curves = curvesOf(room.map, room.collection);
    this.curves = curves.length > CURVED ? [] : curves;
  }

  *settling() {
    const { map } = this.room;
    const printing = isPrinting(map);
    const all = this.marks.all();
    const names = yield* this.naming(all.slice(0, NAMED));
    const numbered = this.number(printing);
    yield;
    const grid = yield* landOfView(this.room);
    const near = this.countries.filter((name) => grid.extent(name.land) || numbered.includes(name));
    for (const { element } of near) if (!element.isConnected) this.pane.append(element);
    yield; // the names are laid out, and measuring costs nothing
    for (const { element } of [...names, ...near]) this.measure(element); // before any is moved
    const board = new Board(obstacles(this.room, all, printing), lines(map, this.curves));
    yield;
    const shows = [this.placeNumbered(numbered, grid, board)];
    for (let i = 0; i < names.length; i += STEP) {
      yield;
      shows.push(this.place(names.slice(i, i + STEP), board));
    }
    shows.push(yield* this.placeCountries(near, grid, board));
    yield;
    for (const show of shows.flat()) show();
    for (const name of this.countries) if (!near.includes(name)) name.element.remove();
    this.pane.classList.remove("labels-late");
  }

  /**
   * Those of the story are named before others are, and beside their land where there is no room.
   *
   * @param {CountryName[]} near  those with land in and around the view
   * @param {LandGrid} grid
   * @param {Board} board
   * @returns {Generator<void, (() => void)[]>} what shows the names where they lie
   */
  *placeCountries(near, grid, board) {
    const labels = near.filter(({ element }) => !("places" in element.dataset))
      .map((name) => this.labelOf(name));
    const [told, others] = [true, false].map((is) => labels.filter((label) => label.told === is));
    for (const label of told) {
      yield;
      label.layInside(grid, board);
    }
    for (const label of told.filter(({ box }) => box === null)) {
      yield;
      label.layBeside(grid, board);
    }
    for (const label of others) {
      yield;
      label.layInside(grid, board);
    }
    return labels.map((label) => () => label.show());
  }

  /** @param {CountryName} name @returns {CountryLabel} nowhere yet */
  labelOf(name) {
    return new CountryLabel(this.room.map, name, this.measure(name.element));
  }

  /**
   * A number is never left out: it lies beside its country with its name, then alone, then anywhere.
   *
   * @param {CountryName[]} names
   * @param {LandGrid} grid
   * @param {Board} board
   * @returns {(() => void)[]} what shows them there
   */
  placeNumbered(names, grid, board) {
    /** @type {(() => void)[]} */
    const shows = [];
    let left = names;
    for (const bare of [false, true]) {
      for (const { element } of left) element.classList.toggle("label-bare", bare);
      left = left.filter((name) => {
        const label = this.labelOf(name);
        const is = label.layInside(grid, board) || label.layBeside(grid, board);
        if (is) shows.push(() => label.show());
        return !is;
      });
    }
    return [...shows, ...left.map((name) => () => this.show(name))];
  }

  /**
   * @param {boolean} printing
   * @returns {CountryName[]} those that get a number from the printed page, before their names
   */
  number(printing) {
    const view = this.room.map.getBounds();
    return this.countries.filter(({ element, area, lat, lon }) => {
      if (!area) return false;
      const is = printing && view.contains([lat, lon]) &&
        this.levels.tallies.of([area.index]).length > 0;
      element.classList.remove("label-bare");
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
      makeLabel(this.pane, markName(mark, this.room), "label-place");
    this.made.set(mark.key, mark.label);
    fadeLabel(mark);
    const { lat, lon, size, label: element } = mark;
    return { element, lat, lon, offset: size / 2 + CLEAR };
  }

  /**
   * @param {Name[]} names  the most important first
   * @param {Board} board
   * @returns {(() => void)[]} what shows them there
   */
  place(names, board) {
    const { map } = this.room;
    const corners = placeLabels(
      names.map(({ element, lat, lon, offset }) => {
        const [width, height] = this.measure(element);
        const { x, y } = map.latLngToLayerPoint([lat, lon]);
        return { x, y, width, height, offset };
      }),
      board,
    );
    return names.map(({ element }, i) => () => {
      const { [i]: corner } = corners;
      element.style.visibility = corner ? "visible" : "hidden";
      if (corner) L.DomUtil.setPosition(element, L.point(corner));
    });
  }

  /** @param {any} element @returns {[number, number]} known, but for a name that has a number for now */
  measure(element) {
    const known = "places" in element.dataset ? undefined : this.sizes.get(element);
    /** @type {[number, number]} */
    const size = known ?? [element.offsetWidth, element.offsetHeight];
    if (!("places" in element.dataset)) this.sizes.set(element, size);
    return size;
  }

  /** @param {CountryName} name  at its point, whatever lies there */
  show({ element, lat, lon }) {
    const middle = L.point(element.offsetWidth, element.offsetHeight).divideBy(2);
    L.DomUtil.setPosition(element, this.room.map.latLngToLayerPoint([lat, lon]).subtract(middle));
    element.style.visibility = "visible";
  }
}
