/**
 * The marks of the map: a shape for one event, a ring of the categories' colours for several, with
 * a second rim where several places share it, and a dot where no event is shown.
 */

import { svg } from "mapgen/ui/element.js";

/** @typedef {import("mapgen/payload.js").Category} Category */
/** @typedef {import("mapgen/core/tallies.js").Tally} Tally */

const PALETTE_SIZE = 8;
const STROKE_ROOM = 3; // pixels around the mark for its outline
const RING = 0.36; // of the radius
const DIGIT = 0.6; // of its height
const LETTERS = 18; // pixels; the most that a number is high
const LARGE = 55; // events; from here on a mark grows with the order of magnitude
const FULL = 2 * Math.PI;

/**
 * @param {Tally} events
 * @param {string} count  how many there are, in the page's digits
 * @param {boolean} several  whether several places share the mark
 * @returns {SVGElement} as wide and high as `markSize` says
 */
export function mark(events, count, several) {
  const size = markSize(events.length);
  const doubtful = events.length > 0 && events.sure === 0;
  return svg(
    "svg",
    {
      class: doubtful ? "mark-drawing mark-doubtful" : "mark-drawing",
      width: size,
      height: size,
      viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`,
      "aria-hidden": "true",
      focusable: "false",
    },
    drawing(events, count, several, size / 2 - STROKE_ROOM),
  );
}

/**
 * @param {Tally} events
 * @param {string} count
 * @param {boolean} several
 * @param {number} radius
 * @returns {SVGElement[]}
 */
function drawing(events, count, several, radius) {
  if (events.length === 0) return [dot(radius)];
  const rim = several ? [svg("circle", { class: "mark-rim", r: radius + 3.5 })] : [];
  if (events.length === 1 && !several) return [shape(events.parts[0].category, radius)];
  return [...rim, ...ring(events, count, radius)];
}

/** @param {number} radius @returns {SVGElement} a place without events that are shown */
export const dot = (radius) => svg("circle", { class: "mark-dot", r: radius });

/**
 * @param {number} count  of events
 * @returns {number} width of the mark, pixels; it grows with the root of the count
 */
export function markSize(count) {
  if (count === 0) return 15;
  if (count === 1) return 24;
  const size = 20 + 7 * Math.sqrt(Math.min(count, LARGE));
  return Math.round(size + 8 * Math.log10(Math.max(1, count / LARGE)));
}

/**
 * @param {Category | null} category
 * @param {number} radius
 * @returns {SVGElement}
 */
export function shape(category, radius) {
  const path = SHAPES[category?.shape ?? "circle"](radius);
  return paint(svg("path", { class: "mark-shape", d: path }), category);
}

/** @type {Record<string, (r: number) => string>} */
const SHAPES = {
  circle: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  square: (r) => polygon(4, r * 1.15, Math.PI / 4),
  diamond: (r) => polygon(4, r * 1.15, 0),
  triangle: (r) => polygon(3, r * 1.2, 0),
  pentagon: (r) => polygon(5, r * 1.1, 0),
  star: (r) => polygon(10, r * 1.2, 0, 0.5),
  cross: (r) => polygon(8, r * 1.15, Math.PI / 8, 0.45),
  hexagon: (r) => polygon(6, r * 1.08, 0),
};

/**
 * @param {number} corners
 * @param {number} radius
 * @param {number} turn  radians, clockwise from the top
 * @param {number} inner  radius of every second corner, of the outer
 * @returns {string} the path of a regular polygon
 */
function polygon(corners, radius, turn, inner = 1) {
  const points = Array.from({ length: corners }, (_, i) => {
    const r = radius * (i % 2 ? inner : 1);
    const angle = turn + (FULL * i) / corners;
    return `${(r * Math.sin(angle)).toFixed(2)} ${(-r * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join("L")}Z`;
}

/**
 * @param {Tally} events
 * @param {string} count
 * @param {number} radius
 * @returns {SVGElement[]}
 */
function ring(events, count, radius) {
  const middle = radius * (1 - RING / 2);
  const around = FULL * middle;
  let turned = 0;
  const arcs = events.parts.map(({ category, length }) => {
    const share = length / events.length;
    const arc = svg("circle", {
      class: "mark-arc",
      r: middle,
      "stroke-width": radius * RING,
      "stroke-dasharray": `${share * around} ${around}`,
      transform: `rotate(${turned * 360 - 90})`,
    });
    turned += share;
    return paint(arc, category);
  });
  const fitting = 2 * radius * (1 - RING) / DIGIT / count.length;
  const height = Math.floor(Math.max(12, Math.min(radius * 0.72, fitting, LETTERS))); // few fonts
  const number = svg("text", { class: "mark-count", "font-size": height });
  number.textContent = count;
  return [
    svg("circle", { class: "mark-disc", r: radius }),
    ...arcs,
    svg("circle", { class: "mark-edge", r: radius }),
    number,
  ];
}

/**
 * Colours a part of a mark: by the palette's class, or by the colour that the author chose.
 *
 * @param {SVGElement} part
 * @param {Category | null} category
 * @returns {SVGElement}
 */
function paint(part, category) {
  part.classList.add(category ? `category-${category.index % PALETTE_SIZE}` : "category-none");
  if (category?.color) part.style.setProperty("--category", category.color);
  return part;
}
