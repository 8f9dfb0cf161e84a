/**
 * Where an event was, as GeoJSON after RFC 7946: a point, or a line for a movement, which goes the
 * short way and is two where it crosses the 180th meridian. Mirrors mapgen/positions/meridian.py.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {[number, number]} Position  longitude and latitude, degrees
 */

import { beside } from "mapgen/core/belt.js";

const HALF_TURN = 180; // degrees
const DIGITS = 1e10; // so that a cut has no more than ten decimals

/** @param {{place: Place | null, to: Place | null}} event */
export function shapeOf({ place, to }) {
  if (!place || place.area) return null;
  if (!to || to.area) return { type: "Point", coordinates: positionOf(place) };
  const lines = cut(positionOf(place), positionOf(to));
  return lines.length > 1
    ? { type: "MultiLineString", coordinates: lines }
    : { type: "LineString", coordinates: lines[0] };
}

/** @param {Place} place @returns {Position} */
const positionOf = ({ lat, ownLon }) => [ownLon, lat];

/**
 * @param {Position} start
 * @param {Position} end
 * @returns {Position[][]} an end on the meridian is on the side of the other end
 */
export function cut(start, end) {
  const [[lon0, lat0], [lon1, lat1]] = [start, end];
  const near = beside(lon1, lon0);
  if (near === lon1) return [[start, end]];
  const side = near > lon1 ? HALF_TURN : -HALF_TURN; // where the line leaves
  if (Math.abs(lon0) === HALF_TURN) return [[[-side, lat0], end]];
  if (Math.abs(lon1) === HALF_TURN) return [[start, [side, lat1]]];
  const lat = lat0 + (lat1 - lat0) * (side - lon0) / (near - lon0);
  const there = Math.round(lat * DIGITS) / DIGITS;
  return [[start, [side, there]], [[-side, there], end]];
}
