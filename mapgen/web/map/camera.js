/** Moves the map so that what is to be seen lies beside the panels that cover a part of it. */

import { L } from "mapgen/map/leaflet.js";

const EDGE = 28; // pixels around a framed story and around the key; a mark may reach this far
const MARK = 18; // pixels; the half of a mark
const COMFORT = 48; // pixels from the edge; a place that keeps so far away is in view
const SHORT = 60; // pixels; a movement that is shorter asks for a closer look
const CLOSER = 2; // zooms; so much at most
const CLOSEST = 8; // zoom; one single place is shown with its surroundings
const FLIGHT = 0.7; // seconds

export class Camera {
  /**
   * @param {any} map
   * @param {import("mapgen/map/panels.js").Panels} panels
   */
  constructor(map, panels) {
    this.map = map;
    this.panels = panels;
  }

  /**
   * @param {any} bounds  what fills the map, at once
   * @param {any[]} points  those in it that no key may cover
   */
  frame(bounds, points) {
    const { map, panels } = this;
    map.stop();
    map.invalidateSize({ animate: false });
    if (!bounds.isValid()) return;
    this.fit(bounds, panels.covered());
    if (points.some((point) => this.underKey(point, MARK))) this.fit(bounds, panels.keyHeight());
  }

  /** @param {any} bounds @param {number} bottom  pixels that stay free below */
  fit(bounds, bottom) {
    this.map.fitBounds(bounds, {
      paddingTopLeft: [EDGE, EDGE],
      paddingBottomRight: [EDGE + this.panels.keyWidth(), EDGE + bottom],
      maxZoom: CLOSEST,
      animate: false,
    });
  }

  /** @param {any} point @param {number} edge  pixels around the key */
  underKey(point, edge) {
    const { x, y } = this.map.latLngToContainerPoint(point);
    return this.panels.keyCovers(x, y, edge);
  }

  /**
   * @param {any[]} points  one place, or the two of a movement; the map stays where it shows them
   * @param {boolean} animate
   */
  reveal(points, animate) {
    const span = L.latLngBounds(points);
    const zoom = this.closer(points, span);
    if (zoom === this.map.getZoom() && points.every((point) => this.sees(point))) return;
    this.move(span, zoom, animate);
  }

  /** @param {any[]} points @param {any} span @returns {number} the zoom that shows them all well */
  closer(points, span) {
    const [start, end] = points.map((point) => this.map.latLngToContainerPoint(point));
    const now = this.map.getZoom();
    const fit = this.fitting(span);
    if (!end || start.distanceTo(end) === 0 || start.distanceTo(end) >= SHORT) {
      return Math.min(now, fit);
    }
    return Math.max(now, Math.min(fit, now + CLOSER, CLOSEST));
  }

  /** @param {any} span @returns {number} the closest zoom that holds it */
  fitting(span) {
    const { map, panels } = this;
    const padding = L.point(2 * COMFORT + panels.keyWidth(), 2 * COMFORT + panels.covered());
    return map.getBoundsZoom(span, false, padding);
  }

  /** @param {any} point */
  sees(point) {
    const { map, panels } = this;
    const { x, y } = map.latLngToContainerPoint(point);
    const { x: width, y: height } = map.getSize();
    return x >= COMFORT && x <= width - COMFORT && y >= COMFORT &&
      y <= height - panels.covered() - COMFORT && !this.underKey(point, EDGE);
  }

  /** @param {any} span @param {number} zoom @param {boolean} animate */
  move(span, zoom, animate) {
    const { map, panels } = this;
    const corners = [span.getSouthWest(), span.getNorthEast()];
    const [start, end] = corners.map((corner) => map.project(corner, zoom));
    const free = start.add(end).divideBy(2).add([panels.keyWidth() / 2, panels.covered() / 2]);
    const center = map.unproject(free, zoom);
    if (animate && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      map.flyTo(center, zoom, { duration: FLIGHT });
    } else map.setView(center, zoom, { animate: false });
  }
}
