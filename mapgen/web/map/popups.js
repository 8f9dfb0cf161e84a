/** One popup, the selected place's: it opens by click and Enter and gives the focus back. */

import { L } from "mapgen/map/leaflet.js";

const WIDTH = 340; // pixels; about 45 characters a line
const PADDING = 20; // pixels on either side of the text, as in popups.css
const EDGE = 16; // pixels between a popup and the edge of the map

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/areas.js").Target[]} targets
 */
export function hangPopups({ map, words, store, draw }, targets) {
  const byPlace = new Map(targets.map((target) => [target.place.index, target]));
  const popup = L.popup({ className: "popup", autoPanPadding: [EDGE, EDGE] });
  let open = -1;
  for (const { place, element } of targets) {
    L.DomEvent.on(element, "click", select(place.index));
    L.DomEvent.on(element, "keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" || event.key === " ") select(place.index)(event);
    });
  }
  map.on("popupclose", (/** @type {{popup: unknown}} */ closed) => {
    if (closed.popup !== popup || open !== store.get().place) return;
    store.set({ place: -1 });
  });
  store.subscribe(({ place }, before) => {
    if (place === before.place) return;
    open = place;
    const target = byPlace.get(place);
    if (target) show(target);
    else hide(byPlace.get(before.place));
  });

  /** @param {number} place @returns {(event: Event) => void} */
  function select(place) {
    return (event) => {
      L.DomEvent.stop(event);
      store.set({ place });
    };
  }

  /** @param {import("mapgen/map/areas.js").Target} target */
  function show({ place }) {
    const { x, y } = map.getSize();
    const lift = place.area ? 0 : draw.markSize(place.events.length) / 2;
    popup.options.offset = [0, -lift];
    popup.options.maxWidth = Math.min(WIDTH, x - 2 * (EDGE + PADDING));
    popup.options.minWidth = popup.options.maxWidth;
    popup.options.maxHeight = Math.max(140, Math.round(y * 0.55));
    popup.setLatLng([place.lat, place.lon]).setContent(draw.card(place)).openOn(map);
    makeDialog(place.name);
  }

  /** @param {string} name */
  function makeDialog(name) {
    const element = popup.getElement();
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", name);
    const close = element.querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", words.close);
    close.setAttribute("title", words.close);
    const scroller = element.querySelector(".leaflet-popup-content");
    scroller.setAttribute("tabindex", "0");
    L.DomEvent.off(element, "keydown", escape).on(element, "keydown", escape);
    element.querySelector(".place-card-name").focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape") return;
    L.DomEvent.stop(event);
    store.set({ place: -1 });
  }

  /** @param {import("mapgen/map/areas.js").Target | undefined} target */
  function hide(target) {
    const held = popup.getElement()?.matches(":focus-within");
    map.closePopup(popup);
    if (held) target?.element.focus({ preventScroll: true });
  }
}
