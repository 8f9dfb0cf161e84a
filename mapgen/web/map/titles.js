/** What a mark of several places is called: by the land that they share, and by their number. */

import { NO_LAND } from "mapgen/core/lands.js";
import { downward, eastward, SIDE } from "mapgen/core/outlines.js";
import { sharedLand } from "mapgen/core/shared-land.js";
import { naming } from "mapgen/map/names.js";

/**
 * @typedef {import("mapgen/map/mark-set.js").Mark} Mark
 *
 * @typedef {object} Title
 * @property {string} name  of a single place, or of the land that several share, "" if they share none
 * @property {string} number  of its places, "" for a single place, and where places stand for others
 */

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {(mark: Mark) => Title}
 */
export function titling(room) {
  const { collection, lands, words } = room;
  const { columns, outlines, places, regions } = collection;
  /** @type {((code: string) => string) | null} */
  let nameOf = null; // most maps have no such mark
  /** @type {Map<number, string>} */
  const codes = new Map();
  const find = (/** @type {number} */ index) => {
    const { code, lat, lon } = places[index];
    const land = code ? NO_LAND : lands.at(modulo(eastward(lon), SIDE), downward(lat));
    const found = code || (outlines[land]?.code ?? "");
    codes.set(index, found);
    return found;
  };
  return ({ members, seed }) => {
    if (members.length === 1) return { name: seed.name, number: "" };
    const number = columns.weight ? "" : words.count(words.map.places, members.length);
    const own = new Set(Array.from(members, (index) => codes.get(index) ?? find(index)));
    const shared = sharedLand(own, regions);
    if (!shared) return { name: "", number };
    nameOf ??= naming(room);
    return { name: nameOf(shared), number };
  };
}

/** @param {number} value @param {number} by @returns {number} at least 0 */
const modulo = (value, by) => ((value % by) + by) % by;
