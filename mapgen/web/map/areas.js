/**
 * The countries that have events of their own: areas that can be pressed, tabbed to and named, paler
 * while none of their events is shown, stronger while one of their periods lasts.
 *
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 * @typedef {import("mapgen/payload.js").Place} Place
 */

import { layGround } from "mapgen/map/ground.js";
import { SHOWN } from "mapgen/core/levels.js";
import { onPress } from "mapgen/map/press.js";

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @returns {Map<number, SVGElement>} the area of each place that is a country, by its index
 */
export function hangAreas(room, levels) {
  const { map, layer, collection, store } = room;
  const { places, outlines } = collection;
  const lay = layGround(map, layer, "mapgen-areas", 220);
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  const byCountry = new Map(places.map(({ code }) => [code, /** @type {Place[]} */ ([])]));
  for (const place of places) byCountry.get(place.code)?.push(place);
  const areas = places.filter(({ area }) => area).map((place) => {
    const element = lay(byCode.get(place.code)?.path() ?? "", "area");
    element.setAttribute("role", "button");
    onPress(element, () => store.set({ place: place.index }));
    const periods = collection.periods.filter((period) => period.place?.code === place.code);
    return { place, element, periods, inside: byCountry.get(place.code) ?? [] };
  });
  const draw = (/** @type {typeof areas} */ some) => {
    for (const area of some) show(area, room, levels);
  };
  draw(areas);
  levels.subscribe((touched) =>
    draw(areas.filter(({ inside }) => inside.some(({ index }) => touched[index] === 1)))
  );
  let narrow = isNarrow(room);
  store.subscribe(({ event }, before) => {
    if (event !== before.event) select(areas, collection.event(event));
    if (narrow !== (narrow = isNarrow(room))) draw(areas);
  });
  return new Map(areas.map(({ place, element }) => [place.index, element]));
}

/** @param {import("mapgen/map/map.js").Room} room  whether the window is less than the whole axis */
function isNarrow({ store, collection: { first, last } }) {
  const { from, to } = store.get();
  return from > first || to < last;
}

/**
 * @param {{place: Place, element: SVGElement, periods: HistoricalEvent[]}} area
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 */
function show({ place, element, periods }, room, levels) {
  const { words } = room;
  const { length: count } = levels.tallies.of([place.index]);
  const lasts = isNarrow(room) && periods.some(({ index }) => levels.get()[index] === SHOWN);
  element.setAttribute("aria-label", `${place.name}, ${words.count(words.event.events, count)}`);
  element.setAttribute("tabindex", count > 0 ? "0" : "-1");
  element.classList.toggle("area-empty", count === 0);
  element.classList.toggle("area-lasting", lasts);
}

/**
 * @param {{place: Place, element: SVGElement}[]} areas
 * @param {HistoricalEvent | undefined} event
 */
function select(areas, event) {
  for (const { place, element } of areas) {
    element.classList.toggle("area-selected", place === event?.place || place === event?.to);
  }
}
