/**
 * Where the map looks: at the whole story until the reader moves it, then where the reader wants,
 * and always at the selected event, beside the panels that cover a part of the map.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 *
 * @typedef {object} View
 * @property {() => string} get  zoom/latitude/longitude, "" while the reader has not moved the map
 * @property {(text: string) => void} set  "" for the whole story
 * @property {(act: () => void) => void} onMove
 * @property {() => number} covered  pixels at the bottom of the map under a panel
 * @property {(places: Place[], least: number) => void} zoomTo  with a zoom of at least so much
 */

import { L } from "mapgen/map/leaflet.js";
import { onSteer } from "mapgen/map/steering.js";
import { storyBounds } from "mapgen/map/story-bounds.js";

const EDGE = 28; // pixels around the story; a mark may reach this far
const COMFORT = 48; // pixels from the edge; a selected place that keeps so far away is in view
const SHORT = 60; // pixels; a movement that is shorter asks for a closer look
const CLOSER = 2; // zooms; so much at most
const CLOSEST = 8; // zoom; one single place is shown with its surroundings
const SETTLING = 250; // milliseconds before the map follows a panel that is being moved
const FLIGHT = 0.7; // seconds

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @returns {View}
 */
export function hangView({ map, collection, store }) {
  const container = map.getContainer();
  const root = container.ownerDocument.documentElement;
  const bounds = storyBounds(collection);
  let steered = false;

  function frame() {
    map.stop();
    map.invalidateSize({ animate: false });
    if (bounds.isValid()) {
      map.fitBounds(bounds, {
        paddingTopLeft: [EDGE, EDGE],
        paddingBottomRight: [EDGE + keyWidth(container), EDGE + covered()],
        maxZoom: CLOSEST,
        animate: false,
      });
    }
    reveal(false);
  }

  /** @param {boolean} animate */
  function reveal(animate) {
    const event = collection.events[store.get().event];
    const points = [event?.place, event?.to].filter((place) => place !== null)
      .flatMap((place) => place ? [L.latLng(place.lat, place.lon)] : []);
    if (points.length === 0) return;
    const span = L.latLngBounds(points);
    const zoom = closer(points, span);
    if (zoom === map.getZoom() && points.every(inView)) return;
    move(span, zoom, animate);
  }

  /** @param {any[]} points @param {any} span @returns {number} the zoom that shows them all well */
  function closer(points, span) {
    const [start, end] = points.map((point) => map.latLngToContainerPoint(point));
    const now = map.getZoom();
    const fit = fitting(span);
    if (!end || start.distanceTo(end) === 0 || start.distanceTo(end) >= SHORT) {
      return Math.min(now, fit);
    }
    return Math.max(now, Math.min(fit, now + CLOSER, CLOSEST));
  }

  /** @param {any} span @returns {number} the closest zoom that holds it */
  function fitting(span) {
    const padding = L.point(2 * COMFORT + keyWidth(container), 2 * COMFORT + covered());
    return map.getBoundsZoom(span, false, padding);
  }

  /** @param {any} point */
  function inView(point) {
    const { x, y } = map.latLngToContainerPoint(point);
    const { x: width, y: height } = map.getSize();
    return x >= COMFORT && x <= width - COMFORT && y >= COMFORT &&
      y <= height - covered() - COMFORT && !underKey(x, y);
  }

  /** @param {number} x @param {number} y */
  function underKey(x, y) {
    const key = container.querySelector("details.key[open]");
    if (!key) return false;
    const [box, own] = [key.getBoundingClientRect(), container.getBoundingClientRect()];
    return x > box.left - own.left - EDGE && x < box.right - own.left + EDGE &&
      y > box.top - own.top - EDGE;
  }

  /** @param {any} span @param {number} zoom @param {boolean} animate */
  function move(span, zoom, animate) {
    const middle = map.project(span.getSouthWest(), zoom).add(
      map.project(span.getNorthEast(), zoom),
    ).divideBy(2);
    const center = map.unproject(middle.add([keyWidth(container) / 2, covered() / 2]), zoom);
    if (animate && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      map.flyTo(center, zoom, { duration: FLIGHT });
    } else map.setView(center, zoom, { animate: false });
  }

  /** @returns {number} */
  function covered() {
    const length = getComputedStyle(container).getPropertyValue("--mapgen-covered-bottom");
    const { bottom } = container.getBoundingClientRect();
    return Math.max(0, Math.round(bottom - innerHeight + (parseFloat(length) || -Infinity)));
  }

  const follow = () => {
    if (store.get().place < 0) steered ? reveal(true) : frame(); // a popup stays where it is
  };
  let lately = 0;
  let hidden = covered();
  const panels = new MutationObserver(() => {
    clearTimeout(lately);
    lately = setTimeout(() => hidden !== (hidden = covered()) && follow(), SETTLING);
  });
  panels.observe(root, { attributeFilter: ["style"] });
  const resized = () => {
    if ("printing" in root.dataset) return; // paper.js has fitted the map, and its marks have numbers
    if (steered || store.get().place >= 0) map.invalidateSize({ animate: false });
    else frame();
  };
  new ResizeObserver(resized).observe(container);
  onSteer(map, () => steered = true);
  store.subscribe(({ event }, before) => event !== before.event && reveal(true));
  frame();

  return {
    get: () => steered ? write(map) : "",
    set: (text) => {
      steered = text !== "";
      if (!steered) return frame();
      const [zoom, lat, lon] = text.split("/").map(Number);
      map.stop();
      map.setView([lat, lon], zoom, { animate: false });
    },
    onMove: (act) => map.on("moveend", act),
    covered,
    zoomTo: (places, least) => {
      steered = true;
      const span = L.latLngBounds(places.map(({ lat, lon }) => [lat, lon]));
      const zoom = Math.max(least, Math.min(fitting(span), least + 1));
      move(span, Math.min(zoom, map.getMaxZoom()), true);
    },
  };
}

/** @param {any} map @returns {string} */
function write(map) {
  const { lat, lng } = map.getCenter();
  return [map.getZoom().toFixed(2), lat.toFixed(4), lng.toFixed(4)].map(Number).join("/");
}

/**
 * @param {HTMLElement} container
 * @returns {number} pixels that an open key takes from the right of the map
 */
function keyWidth(container) {
  const key = container.querySelector("details.key[open]");
  return key instanceof HTMLElement ? key.offsetWidth : 0;
}
