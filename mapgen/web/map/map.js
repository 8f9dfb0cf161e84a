/** Hangs the collection on a Leaflet map: land, countries, movements, places, names, popups. */

import { breathe } from "mapgen/core/breathe.js";
import { breathing } from "mapgen/core/steps.js";
import { hangAreas } from "mapgen/map/areas.js";
import { hangBase } from "mapgen/map/base.js";
import { nameControls } from "mapgen/map/controls.js";
import { shareScroll } from "mapgen/map/embed.js";
import { splittingZoom } from "mapgen/map/grouping.js";
import { hangKey } from "mapgen/map/key.js";
import { hangLabels } from "mapgen/map/labels.js";
import { followLevels } from "mapgen/map/levels.js";
import { hangMovements } from "mapgen/map/movements.js";
import { hangPaper } from "mapgen/map/paper.js";
import { hangPlaces } from "mapgen/map/places.js";
import { hangPopups } from "mapgen/map/popups.js";
import { keepStill } from "mapgen/map/stillness.js";
import { hangTiles } from "mapgen/map/tiles.js";
import { keepInWorld } from "mapgen/map/world.js";
import { hangView } from "mapgen/map/view.js";

/**
 * What the rooms of the map draw with; made by the rooms of the page.
 *
 * @typedef {import("mapgen/core/tallies.js").Tally} Tally
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {(
 *   name: string, places: Place[], choose: (place: Place) => void, heading: "h2" | "h3",
 * ) => HTMLElement} List
 *
 * @typedef {object} Draw
 * @property {(events: Tally, several: boolean) => SVGElement} mark  of several places?
 * @property {(count: number) => number} markSize  pixels
 * @property {(place: Place, grown: () => void) => HTMLElement} card  which may get more later
 * @property {List} list
 * @property {(open: boolean) => HTMLElement} key
 *
 * @typedef {object} Room
 * @property {any} map  the Leaflet map
 * @property {any} layer  the Leaflet layer that everything of ours is added to
 * @property {import("mapgen/payload.js").Collection} collection
 * @property {import("mapgen/core/lands.js").Lands} lands  which of its countries lies where
 * @property {import("mapgen/core/words.js").Words} words
 * @property {import("mapgen/store.js").Store} store
 * @property {Draw} draw
 * @property {boolean} embedded  whether the map stands in a page of somebody else's
 */

/**
 * @param {Omit<Room, "lands">} given
 * @returns {Promise<import("mapgen/map/view.js").View>}
 */
export async function hangMap(given) {
  const room = { ...given, lands: await breathing(given.collection.landing()) };
  keepStill(room.map);
  nameControls(room);
  hangKey(room);
  if (room.embedded) shareScroll(room);
  keepInWorld(room);
  const view = hangView(room);
  hangTiles(room);
  hangPaper(room);
  hangBase(room);
  await breathe();
  const levels = followLevels(room);
  const areas = hangAreas(room, levels);
  const marks = hangPlaces(room, levels, (mark) => {
    const places = Array.from(mark.members, (index) => room.collection.places[index]);
    const zoom = splittingZoom(room, places);
    if (zoom > 0) view.zoomTo(places, zoom);
    else openList(mark.element?.getAttribute("aria-label") ?? "", places);
  });
  hangMovements(room, levels);
  await breathe();
  await hangLabels(room, levels, marks);
  const targetOf = (/** @type {number} */ place) => {
    const area = areas.get(place);
    const { [place]: { lat, lon } } = room.collection.places;
    return area ? { element: area, lat, lon, size: 0 } : marks.of(place);
  };
  const openList = hangPopups(room, levels, targetOf, () => view.panels.covered());
  return view;
}
