/**
 * The places: a mark for each, one for several where they would lie on each other. A mark shows the
 * events of its places that are shown now; without any it is a small pale dot.
 *
 * @typedef {import("mapgen/payload.js").Place} Place
 * @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent
 *
 * @typedef {object} Mark
 * @property {Place} seed  the place at whose point it stands
 * @property {Place[]} places  all of them, the seed included
 * @property {number} size  pixels, when all its events are shown
 * @property {string} key  the same for the same places
 * @property {HistoricalEvent[]} events  in time order
 * @property {any} marker  Leaflet's, once it is on the map
 * @property {HTMLElement} element
 * @property {HTMLElement | null} label  its name on the map
 *
 * @typedef {object} Marks
 * @property {(place: number) => Mark | undefined} of  the mark that stands for a place, by its index
 * @property {() => Mark[]} all  those that are on the map, the ones with the most events first
 */

import { cluster } from "mapgen/core/clusters.js";
import { L } from "mapgen/map/leaflet.js";
import { drawMark } from "mapgen/map/marks.js";
import { onPress } from "mapgen/map/press.js";

const TARGET = 32; // pixels; the least that a finger finds, marks may be smaller
const MANY = 300; // marks; of more, only those in view are on the map
const AROUND = 0.25; // of the map's size; so far outside of it is in view
const STEP = 0.5; // zooms between two tries to split a mark
const WORK = 6; // milliseconds of each frame for marks that have changed

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {import("mapgen/map/levels.js").Levels} levels
 * @param {(mark: Mark) => void} expand  what a mark of several places does when it is pressed
 * @returns {Marks}
 */
export function hangPlaces(room, levels, expand) {
  const { map, layer, collection: { places, events }, store } = room;
  const towns = places.filter(({ area }) => !area);
  const group = grouping(room, towns);
  /** @type {Map<string, Mark>} */
  let drawn = new Map();
  /** @type {Mark[]} */
  let marks = [];
  /** @type {Map<number, Mark>} */
  const homes = new Map();
  /** @type {Set<Mark>} */
  const stale = new Set();

  function regroup() {
    if (!map.hasLayer(layer)) return;
    marks = group(map.getZoom()).map((mark) => drawn.get(mark.key) ?? mark);
    homes.clear();
    for (const mark of marks) for (const { index } of mark.places) homes.set(index, mark);
    hang();
  }

  function hang() {
    const before = drawn;
    const bounds = map.getBounds().pad(AROUND);
    const near = marks.length <= MANY
      ? marks
      : marks.filter(({ seed }) => bounds.contains([seed.lat, seed.lon]));
    drawn = new Map(near.map((mark) => [mark.key, mark]));
    for (const mark of near) if (!before.has(mark.key)) add(mark);
    for (const mark of before.values()) if (!drawn.has(mark.key)) remove(mark);
    keepOrder(near);
  }

  /** @param {Mark} mark */
  function add(mark) {
    const { seed, size } = mark;
    mark.events = eventsOf(mark.places);
    const width = Math.max(TARGET, size);
    const icon = L.divIcon({ className: "place", html: "", iconSize: [width, width] });
    const options = { icon, zIndexOffset: -10 * mark.events.length, riseOnHover: true };
    mark.marker = L.marker([seed.lat, seed.lon], options);
    layer.addLayer(mark.marker);
    mark.element = mark.marker.getElement();
    mark.element.dataset.places = mark.places.map(({ index }) => index).join(" ");
    mark.element.classList.toggle("place-selected", isSelected(mark));
    onPress(
      mark.element,
      () => mark.places.length > 1 ? expand(mark) : store.set({ place: seed.index }),
    );
    drawMark(room, mark, levels.get());
  }

  /** @param {Mark} mark  whose focus goes to the mark that now stands for its first place */
  function remove(mark) {
    const held = mark.element.matches(":focus");
    layer.removeLayer(mark.marker);
    stale.delete(mark);
    if (held) homes.get(mark.seed.index)?.element?.focus({ preventScroll: true });
  }

  function redraw() {
    const end = performance.now() + WORK;
    for (const mark of stale) {
      if (performance.now() > end) break;
      stale.delete(mark);
      drawMark(room, mark, levels.get());
    }
    if (stale.size > 0) requestAnimationFrame(redraw);
  }

  /** @param {Mark} mark */
  function isSelected({ places }) {
    const event = events[store.get().event];
    return event !== undefined && places.some((one) => one === event.place || one === event.to);
  }

  levels.subscribe((changed) => {
    for (const i of changed) {
      for (const place of [events[i].place, events[i].to]) {
        const mark = homes.get(place?.index ?? -1);
        if (mark && drawn.has(mark.key)) stale.add(mark);
      }
    }
    redraw();
  });
  store.subscribe(({ event }, before) => {
    if (event === before.event) return;
    for (const mark of drawn.values()) {
      mark.element.classList.toggle("place-selected", isSelected(mark));
    }
  });
  map.on("zoomend viewreset", regroup);
  map.on("moveend", () => marks.length > MANY && hang());
  layer.on("add", regroup);
  regroup();
  return {
    of: (place) => homes.get(place),
    all: () => [...drawn.values()],
  };
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Place[]} towns
 * @returns {(zoom: number) => Mark[]} the marks at a zoom, not yet on the map
 */
function grouping({ map, draw }, towns) {
  const points = towns.map(({ lat, lon }) => map.project([lat, lon], 0));
  const counts = towns.map(({ events }) => events.length);
  const largest = draw.markSize(Infinity);
  return (zoom) => {
    const scale = map.getZoomScale(zoom, 0);
    const xs = Float64Array.from(points, ({ x }) => x * scale);
    const ys = Float64Array.from(points, ({ y }) => y * scale);
    return cluster(xs, ys, counts, draw.markSize, largest).map((
      { seed, count, members },
    ) => /** @type {Mark} */ ({
      seed: towns[seed],
      places: members.map((member) => towns[member]),
      size: draw.markSize(count),
      key: `${seed}:${members}`,
      label: null,
    }));
  };
}

/**
 * @param {import("mapgen/map/map.js").Room} room
 * @param {Mark} mark  of several places
 * @returns {number} the first zoom at which they no longer stand together, 0 if there is none
 */
export function splittingZoom(room, { places }) {
  const group = grouping(room, places);
  for (let zoom = room.map.getZoom() + STEP; zoom <= room.map.getMaxZoom(); zoom += STEP) {
    if (group(zoom).length > 1) return zoom;
  }
  return 0;
}

/** @param {Place[]} places @returns {HistoricalEvent[]} each once, in time order */
function eventsOf(places) {
  if (places.length === 1) return places[0].events;
  return [...new Set(places.flatMap(({ events }) => events))].sort((a, b) => a.index - b.index);
}

/**
 * Keeps the marks in the order of their first places, which is the order of the Tab key. Only moves
 * what is new: to move the one that has the focus would take it away.
 *
 * @param {Mark[]} marks
 */
function keepOrder(marks) {
  const ordered = [...marks].sort((a, b) => b.seed.index - a.seed.index);
  ordered.forEach(({ element }, i) => {
    const next = ordered[i - 1]?.element ?? null;
    if (element.nextElementSibling !== next && !element.matches(":focus")) {
      element.parentNode?.insertBefore(element, next);
    }
  });
}
