/**
 * The countries that have events of their own: areas that can be pressed, tabbed to and named, paler
 * while none of their events is shown, stronger while one of their periods lasts.
 *
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
  const { map, layer, collection: { places, events, outlines }, store } = room;
  const lay = layGround(map, layer, "mapgen-areas", 220);
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  const byCountry = Map.groupBy(places, ({ code }) => code);
  const areas = places.filter(({ area }) => area).map((place) => {
    const element = lay(byCode.get(place.code)?.path() ?? "", "area");
    element.setAttribute("role", "button");
    onPress(element, () => store.set({ place: place.index }));
    return { place, element, inside: byCountry.get(place.code) ?? [] };
  });
  const draw = (/** @type {typeof areas} */ some) => {
    for (const area of some) show(area, room, levels.get());
  };
  draw(areas);
  levels.subscribe((changed) => {
    if (areas.length === 0) return;
    const codes = new Set([...changed].flatMap((i) => [events[i].place?.code, events[i].to?.code]));
    draw(areas.filter(({ place }) => codes.has(place.code)));
  });
  let narrow = isNarrow(room);
  store.subscribe(({ event }, before) => {
    if (event !== before.event) select(areas, events[event]);
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
 * @param {{place: Place, element: SVGElement, inside: Place[]}} area
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Uint8Array} levels
 */
function show({ place, element, inside }, room, levels) {
  const { words } = room;
  const count = place.events.filter(({ index }) => levels[index] === SHOWN).length;
  const lasts = isNarrow(room) &&
    inside.some((other) =>
      other.events.some((event) =>
        event.kind === "period" && event.place === other && levels[event.index] === SHOWN
      )
    );
  element.setAttribute("aria-label", `${place.name}, ${words.count(words.event.events, count)}`);
  element.setAttribute("tabindex", count > 0 ? "0" : "-1");
  element.classList.toggle("area-empty", count === 0);
  element.classList.toggle("area-lasting", lasts);
}

/**
 * @param {{place: Place, element: SVGElement}[]} areas
 * @param {import("mapgen/payload.js").HistoricalEvent | undefined} event
 */
function select(areas, event) {
  for (const { place, element } of areas) {
    element.classList.toggle("area-selected", place === event?.place || place === event?.to);
  }
}
