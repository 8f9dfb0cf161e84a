/**
 * Where the name of a country lies: on its land; else, if it has events, close to it with a line to
 * its land; else nowhere.
 *
 * @typedef {import("mapgen/core/placement.js").Board} Board
 * @typedef {import("mapgen/core/placement.js").Box} Box
 * @typedef {import("mapgen/core/land-grid.js").LandGrid} LandGrid
 * @typedef {import("mapgen/core/leaders.js").Led} Led
 * @typedef {import("mapgen/map/names.js").CountryName} CountryName
 */

import { findInside } from "mapgen/core/inside.js";
import { findBeside, pointsOf } from "mapgen/core/leaders.js";
import { drawLeader, removeLeader } from "mapgen/map/leader.js";
import { L } from "mapgen/map/leaflet.js";

const CROSSED = 120; // pixels that a name would rather move than lie on a curve, or than its line on a mark

export class CountryLabel {
  /** @type {Box | null} */
  box = null;
  /** @type {Led | null} */
  led = null;

  /**
   * @param {any} map
   * @param {CountryName} name
   * @param {[number, number]} size  pixels
   */
  constructor(map, { element, land, lat, lon, told, area }, size) {
    this.element = element;
    this.told = told;
    this.isPlace = area !== null;
    this.land = land;
    this.size = size;
    const { x, y } = map.latLngToLayerPoint([lat, lon]);
    this.point = /** @type {[number, number]} */ ([x, y]);
  }

  /** @param {LandGrid} grid @param {Board} board @returns {boolean} whether it has found room */
  layInside(grid, board) {
    const extent = grid.extent(this.land);
    if (!extent) return false;
    const { seen, x, y } = extent;
    const best = seen === 0 || isIn(grid.frame.view, this.point)
      ? this.point
      : [x / seen, y / seen];
    const { land, size } = this;
    const name = { land, size, best: /** @type {[number, number]} */ (best) };
    const box = findInside(grid, name, (box) => costOf(box, board));
    if (!box) return false;
    this.#lay(box, board);
    return true;
  }

  /** @param {LandGrid} grid @param {Board} board @returns {boolean} whether it has found room */
  layBeside(grid, board) {
    const { land, size, point, isPlace } = this;
    const middle = isIn(grid.frame.view, point) ? point : null;
    const crossed = isPlace ? CROSSED : Infinity;
    const led = findBeside(grid, { land, size, middle, afloat: !isPlace }, (led) => {
      if (board.covers(led.box)) return Infinity;
      return pointsOf(led).some((at) => board.covers(at)) ? crossed : 0;
    });
    if (!led) return false;
    this.#lay(led.box, board);
    for (const at of pointsOf(led)) board.add(at);
    this.led = led;
    return true;
  }

  /** Shows it there, once all names have their places; before, the map has those of another view. */
  show() {
    const { element, box, led } = this;
    removeLeader(element);
    element.style.visibility = box ? "visible" : "hidden";
    if (box) L.DomUtil.setPosition(element, L.point(box.left, box.top));
    if (led) drawLeader(element, led);
  }

  /** @param {Box} box @param {Board} board */
  #lay(box, board) {
    board.add(box);
    this.box = box;
  }
}

/** @param {Box} box @param {Board} board @returns {number} pixels */
function costOf(box, board) {
  if (board.covers(box)) return Infinity;
  return board.lines?.covers(box) ? CROSSED : 0;
}

/** @param {Box} box @param {[number, number]} point */
const isIn = ({ left, top, right, bottom }, [x, y]) =>
  x >= left && x <= right && y >= top && y <= bottom;
