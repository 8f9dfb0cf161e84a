/** Hangs the collection on a Leaflet map: land, countries, movements, places, names, popups. */

import { hangAreas } from "mapgen/map/areas.js";
import { hangBase } from "mapgen/map/base.js";
import { hangKey } from "mapgen/map/key.js";
import { hangLabels } from "mapgen/map/labels.js";
import { hangMovements } from "mapgen/map/movements.js";
import { hangPlaces } from "mapgen/map/places.js";
import { hangPopups } from "mapgen/map/popups.js";
import { hangTiles } from "mapgen/map/tiles.js";
import { hangView } from "mapgen/map/view.js";
import { nameControls } from "mapgen/map/controls.js";

/**
 * What the rooms of the map draw with; made by the rooms of the page.
 *
 * @typedef {object} Draw
 * @property {(events: import("mapgen/payload.js").HistoricalEvent[]) => SVGElement} mark
 * @property {(count: number) => number} markSize  pixels
 * @property {(place: import("mapgen/payload.js").Place) => HTMLElement} card
 * @property {(open: boolean) => HTMLElement} key
 *
 * @typedef {object} Room
 * @property {any} map  the Leaflet map
 * @property {any} layer  the Leaflet layer that everything of ours is added to
 * @property {import("mapgen/payload.js").Collection} collection
 * @property {import("mapgen/core/words.js").Words} words
 * @property {import("mapgen/store.js").Store} store
 * @property {Draw} draw
 */

/** @param {Room} room */
export function hangMap(room) {
  nameControls(room);
  hangKey(room);
  hangView(room);
  hangTiles(room);
  hangBase(room);
  const targets = [...hangAreas(room), ...hangPlaces(room)];
  hangMovements(room);
  hangLabels(room);
  hangPopups(room, targets);
}
