/** Finds the features of the platform that style sheets ask for, as MDN's data call them. */

import { parse, walk } from "css-tree";
import { isKnown, nodeAt } from "./support.js";

/** @typedef {{line: number, path: string[]}} Feature */

const TYPES = Object.keys(nodeAt(["css", "types"]));
const VIEWPORT = { d: "dynamic", l: "large", s: "small" };

/**
 * @param {string} text  of a style sheet
 * @returns {Feature[]} every feature, as often as it stands there
 */
export function featuresOfSheet(text) {
  /** @type {Feature[]} */
  const found = [];
  const sheet = parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: (/** @type {Error} */ error) => {
      throw error;
    },
  });
  walk(sheet, look);
  return found;

  /** @this {any}  what is around the node @param {any} node */
  function look(node) {
    const { property = "" } = node.type === "Declaration" ? node : this.declaration ?? {};
    if (isPrefixedToo(property, this.block)) return;
    for (const path of pathsOf(node, property, this.atrule?.name ?? "")) {
      if (isKnown(path)) found.push({ line: node.loc.start.line, path });
    }
  }
}

/** @param {string} property @param {any} block @returns {boolean} whether older browsers have it */
const isPrefixedToo = (property, block) =>
  property !== "" &&
  block?.children.some((/** @type {any} */ each) => each.property === `-webkit-${property}`) ===
    true;

/**
 * @param {any} node
 * @param {string} property  that the node is in
 * @param {string} atrule
 * @returns {string[][]} what MDN may call it
 */
function pathsOf(node, property, atrule) {
  const { type, name } = node;
  if (type === "Declaration") return [["css", "properties", property]];
  if (type === "Atrule") return [["css", "at-rules", name]];
  if (type === "Feature") return [["css", "at-rules", atrule, name]];
  if (type === "FeatureRange") return [["css", "at-rules", atrule, "range_syntax"]];
  if (type === "NestingSelector") return [["css", "selectors", "nesting"]];
  if (type === "PseudoClassSelector" || type === "PseudoElementSelector") {
    const several = node.children?.first?.children?.size > 1;
    return [["css", "selectors", name], several ? ["css", "selectors", name, "selector_list"] : []];
  }
  if (type === "Dimension") return [["css", "types", "length", lengthOf(node.unit)]];
  if (type === "Identifier") return [["css", "properties", property, name]];
  if (type === "Function") return functionsOf(name, property);
  return [];
}

/** @param {string} name @param {string} property */
const functionsOf = (name, property) => [
  ["css", "properties", property, name],
  ["css", "properties", property, `${name}_function`],
  ["css", "types", name],
  ...TYPES.map((type) => ["css", "types", type, name]),
];

/** @param {string} unit @returns {string} what MDN calls such lengths */
function lengthOf(unit) {
  const [, kind] = unit.match(/^([dls])v(?:h|w|i|b|min|max)$/) ?? [];
  if (kind) return `viewport_percentage_units_${VIEWPORT[/** @type {"d" | "l" | "s"} */ (kind)]}`;
  return /^cq/.test(unit) ? "container_query_length_units" : unit;
}
