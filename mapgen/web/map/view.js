/**
 * Where the map looks: at the whole story until the reader moves it, then where the reader wants,
 * and always at the selected event.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 */

import { Camera } from "mapgen/map/camera.js";
import { L } from "mapgen/map/leaflet.js";
import { Panels } from "mapgen/map/panels.js";
import { isPrinting } from "mapgen/map/paper.js";
import { onSteer } from "mapgen/map/steering.js";
import { storyBounds } from "mapgen/map/story-bounds.js";

const MANY = 300; // places; of more, some may lie under the key

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {View}
 */
export function hangView(room) {
  const { map, store } = room;
  const view = new View(room);
  view.panels.onRest(() => view.follow());
  new ResizeObserver(() => view.resize()).observe(map.getContainer());
  onSteer(map, () => view.steered = true);
  store.subscribe(({ event }, before) => event !== before.event && view.reveal(true));
  view.frame();
  return view;
}

export class View {
  steered = false; // by the reader

  /** @param {import("mapgen/map/map.js").Room} room */
  constructor({ map, collection, store }) {
    this.map = map;
    this.store = store;
    this.event = collection.event;
    this.bounds = storyBounds(collection);
    this.points = collection.places.slice(0, MANY).filter(({ area }) => !area);
    this.panels = new Panels(map.getContainer());
    this.camera = new Camera(map, this.panels);
  }

  /** @returns {string} zoom/latitude/longitude, "" while the reader has not moved the map */
  get() {
    if (!this.steered) return "";
    const { lat, lng } = this.map.getCenter();
    return [this.map.getZoom().toFixed(2), lat.toFixed(4), lng.toFixed(4)].map(Number).join("/");
  }

  /** @param {string} text  as `get` gives it */
  set(text) {
    this.steered = text !== "";
    if (!this.steered) return this.frame();
    const [zoom, lat, lon] = text.split("/").map(Number);
    this.map.stop();
    this.map.setView([lat, lon], zoom, { animate: false });
  }

  /** @param {() => void} act */
  onMove(act) {
    this.map.on("moveend", act);
  }

  /** @param {Place[]} places @param {number} least  zoom */
  zoomTo(places, least) {
    this.steered = true;
    const span = L.latLngBounds(places.map(({ lat, lon }) => [lat, lon]));
    const zoom = Math.max(least, Math.min(this.camera.fitting(span), least + 1));
    this.camera.move(span, Math.min(zoom, this.map.getMaxZoom()), true);
  }

  frame() {
    this.camera.frame(this.bounds, this.points);
    this.reveal(false);
  }

  /** @param {boolean} animate */
  reveal(animate) {
    const event = this.event(this.store.get().event);
    const places = event ? [event.place, event.to].filter((place) => place !== null) : [];
    if (places.length === 0) return;
    this.camera.reveal(places.map(({ lat, lon }) => L.latLng(lat, lon)), animate);
  }

  /** Follows a panel, but for a popup, which stays where it is. */
  follow() {
    if (this.hasPopup()) return;
    if (this.steered) this.reveal(true);
    else this.frame();
  }

  resize() {
    if (isPrinting(this.map)) return; // the map is fitted, and its marks have numbers
    if (this.steered || this.hasPopup()) this.map.invalidateSize({ animate: false });
    else this.frame();
  }

  hasPopup() {
    return this.store.get().place >= 0;
  }
}
