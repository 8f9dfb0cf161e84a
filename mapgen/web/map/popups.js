/**
 * One popup: that of the selected place, or a list of places to choose from. It opens by click and
 * Enter, says which of its events are not shown now, and gives the focus back.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} Opening
 * @property {string} name
 * @property {any} content
 * @property {[number, number]} point  degrees
 * @property {number} lift  pixels between the point and the popup
 */

import { markLevels } from "mapgen/map/dimming.js";
import { L } from "mapgen/map/leaflet.js";

const WIDTH = 340; // pixels; about 45 characters a line
const PADDING = 20; // pixels on either side of the text, as in popups.css
const EDGE = 16; // pixels between a popup and the edge of the map
const LEAST = 140; // pixels of height
const MOST = 0.6; // of the map's free height

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @param {(place: number) => {element: Element, size: number} | undefined} targetOf
 * @param {() => number} covered  pixels at the bottom of the map under a panel
 * @returns {(name: string, places: Place[]) => void} opens a list of places at the first of them
 */
export function hangPopups(room, levels, targetOf, covered) {
  const { map, words, store, draw, collection: { places } } = room;
  const popup = L.popup({ className: "popup", autoPan: false }); // it would not spare the panels
  let open = -1; // the place whose popup it is, -1 for a list or none
  let home = -1; // the place whose mark gets the focus when it closes

  map.on("popupclose", (/** @type {{popup: unknown}} */ closed) => {
    if (closed.popup === popup && open >= 0 && open === store.get().place) close();
  });
  store.subscribe(({ place, event }, before) => {
    if (place !== before.place) {
      open = place;
      if (places[place]) show(place);
      else hide();
    } else if (event !== before.event && open >= 0 && isElsewhere(event)) queueMicrotask(close);
  });
  levels.subscribe(() => popup.isOpen() && markLevels(popup.getElement(), levels.get(), words));

  const close = () => store.set({ place: -1 });

  /** @param {number} event  the selected one */
  function isElsewhere(event) {
    return event >= 0 && !places[open].events.some(({ index }) => index === event);
  }

  /** @param {number} index */
  function show(index) {
    const place = places[index];
    const inside = place.area
      ? places.filter((other) => other.code === place.code && other !== place)
      : [];
    const content = draw.card(place);
    if (inside.length > 0) content.append(draw.list(words.map.inside, inside, choose, "h3"));
    home = index;
    const lift = (targetOf(index)?.size ?? 0) / 2;
    openAt({ name: place.name, content, point: [place.lat, place.lon], lift });
    markLevels(popup.getElement(), levels.get(), words);
    focusOn(".place-card-name");
  }

  /** @param {Place} place */
  const choose = (place) => store.set({ place: place.index });

  /** @param {Opening} opening */
  function openAt({ name, content, point, lift }) {
    const { x, y } = map.getSize();
    const free = y - covered();
    popup.options.offset = [0, -lift];
    popup.options.maxWidth = Math.min(WIDTH, x - 2 * (EDGE + PADDING));
    popup.options.minWidth = popup.options.maxWidth;
    popup.options.maxHeight = Math.max(LEAST, Math.round(free * MOST));
    popup.setLatLng(point).setContent(content).openOn(map);
    makeDialog(name);
    panIntoView(map, popup.getElement(), covered());
  }

  /** @param {string} name */
  function makeDialog(name) {
    const element = popup.getElement();
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", name);
    const button = element.querySelector(".leaflet-popup-close-button");
    button.setAttribute("aria-label", words.map.close);
    button.setAttribute("title", words.map.close);
    element.querySelector(".leaflet-popup-content").setAttribute("tabindex", "0");
    L.DomEvent.off(element, "keydown", escape).on(element, "keydown", escape);
  }

  /** @param {string} selector */
  function focusOn(selector) {
    popup.getElement().querySelector(selector)?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape") return;
    L.DomEvent.stop(event);
    if (open >= 0) close();
    else hide();
  }

  function hide() {
    const held = popup.getElement()?.matches(":focus-within");
    map.closePopup(popup);
    const target = /** @type {HTMLElement | undefined} */ (targetOf(home)?.element);
    if (held) target?.focus({ preventScroll: true });
  }

  return (name, chosen) => {
    const [{ lat, lon, index }] = chosen;
    home = index;
    if (open >= 0) close();
    const lift = (targetOf(index)?.size ?? 0) / 2;
    const content = draw.list(name, chosen, choose, "h2");
    openAt({ name, content, point: [lat, lon], lift });
    focusOn("button");
  };
}

/**
 * Moves the map so that a popup lies beside its panels.
 *
 * @param {any} map
 * @param {Element} popup
 * @param {number} covered  pixels at the bottom of the map
 */
function panIntoView(map, popup, covered) {
  const own = map.getContainer().getBoundingClientRect();
  const box = popup.getBoundingClientRect();
  const key = map.getContainer().querySelector("details.key[open]")?.getBoundingClientRect();
  const right = key && box.bottom > key.top && key.left - own.left > WIDTH ? key.left : own.right;
  const x = outside(box.left, box.right, own.left + EDGE, right - EDGE);
  const y = outside(box.top, box.bottom, own.top + EDGE, own.bottom - covered - EDGE);
  if (x === 0 && y === 0) return;
  map.panBy([x, y], { animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
}

/**
 * @param {number} start  of what is to be seen
 * @param {number} end
 * @param {number} least  where there is room for it
 * @param {number} most
 * @returns {number} how far it is outside; its start is worth more than its end
 */
function outside(start, end, least, most) {
  const after = Math.max(0, end - most);
  return start - after < least ? start - least : after;
}
