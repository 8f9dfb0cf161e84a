/**
 * What the popup holds: the selected place, or a list of places to choose from. It says which of
 * its events are not shown now, and gives the focus back to the mark that it came from.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} Target  a mark or an area
 * @property {Element | null} element
 * @property {number} lat
 * @property {number} lon
 * @property {number} size  pixels
 *
 * @typedef {(place: number) => Target | undefined} TargetOf
 */

import { markLevels } from "mapgen/map/dimming.js";
import { Popup } from "mapgen/map/popup.js";

const NONE = -1;

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @param {TargetOf} targetOf  the mark or the area of a place
 * @param {() => number} covered  pixels at the bottom of the map under a panel
 * @returns {(name: string, places: Place[]) => void} opens a list of places at the first of them
 */
export function hangPopups(room, levels, targetOf, covered) {
  const popups = new Popups(room, levels, targetOf, covered);
  room.store.subscribe((state, before) => popups.follow(state, before));
  levels.subscribe(() => popups.dim());
  return (name, places) => popups.list(name, places);
}

class Popups {
  open = NONE; // the place whose popup it is, NONE for a list too
  home = NONE; // the place whose mark gets the focus when it closes

  /**
   * @param {import("mapgen/map/map.js").Room} room
   * @param {import("mapgen/map/levels.js").Levels} levels
   * @param {TargetOf} targetOf
   * @param {() => number} covered
   */
  constructor(room, levels, targetOf, covered) {
    this.room = room;
    this.levels = levels;
    this.targetOf = targetOf;
    this.popup = new Popup(room, covered, () => this.open === NONE ? this.hide() : this.close());
    this.popup.onClose(() => {
      if (this.open !== NONE && this.open === room.store.get().place) this.close();
    });
    this.choose = (/** @type {Place} */ { index }) => room.store.set({ place: index });
  }

  /**
   * @param {import("mapgen/store.js").State} state
   * @param {import("mapgen/store.js").State} before
   */
  follow({ place, event }, before) {
    if (place !== before.place) {
      this.open = place;
      const { [place]: chosen } = this.room.collection.places;
      if (chosen) this.show(chosen);
      else this.hide();
    } else if (event !== before.event && this.open !== NONE && this.isElsewhere(event)) {
      queueMicrotask(() => this.close()); // when everybody has heard of the event
    }
  }

  /** @param {number} event  the selected one */
  isElsewhere(event) {
    const { place, to } = this.room.collection.event(event) ?? {};
    return event >= 0 && place?.index !== this.open && to?.index !== this.open;
  }

  /** @param {Place} place */
  show(place) {
    const { draw, words, collection: { places } } = this.room;
    const inside = place.area
      ? places.filter((other) => other.code === place.code && other !== place)
      : [];
    const content = draw.card(place, () => {
      this.dim();
      this.popup.bringIn();
    });
    if (inside.length > 0) {
      content.append(draw.list(words.map.inside, inside, this.choose, "h3"));
    }
    this.openAt(place, place.name, content);
    this.dim();
    this.popup.focusOn(".place-card-name");
  }

  /** @param {string} name @param {Place[]} places */
  list(name, places) {
    if (this.open !== NONE) this.close();
    this.openAt(places[0], name, this.room.draw.list(name, places, this.choose, "h2"));
    this.popup.focusOn("button");
  }

  /** @param {Place} place @param {string} name @param {HTMLElement} content */
  openAt(place, name, content) {
    this.home = place.index;
    const { lat, lon, size } = this.targetOf(place.index) ?? { ...place, size: 0 };
    this.popup.open({ name, content, point: [lat, lon], lift: size / 2 });
  }

  dim() {
    const { element } = this.popup;
    if (element) markLevels(element, this.levels.get(), this.room.words);
  }

  close() {
    this.room.store.set({ place: NONE });
  }

  hide() {
    const target = this.targetOf(this.home)?.element;
    this.popup.close(/** @type {HTMLElement | undefined} */ (target));
  }
}
