/**
 * Writes the clean HTML of a description as the Markdown from which Python makes the same HTML.
 *
 * @typedef {{tag: string, attributes: Record<string, string>, children: (Node | string)[]}} Node
 */

import { greatest } from "mapgen/core/extremes.js";

const TOKEN = /<(\/?)([a-z]+)((?:\s+[a-z]+="[^"]*")*)\s*\/?>|[^<]+/g;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/g;
const VOID = new Set(["br", "hr"]);
const BLOCKS = new Set(["p", "ul", "ol", "li", "blockquote", "pre", "hr"]);
/** @type {Record<string, string>} */
const ENTITIES = { lt: "<", gt: ">", quot: '"', amp: "&", nbsp: "\u00a0", "#39": "'", "#x27": "'" };

/**
 * @param {string} html  as mapgen/texts/prose.py cleans it
 * @returns {string} Markdown
 */
export function toMarkdown(html) {
  return blocks(parse(html).children, "\n\n");
}

/** @param {string} html @returns {string} its text alone, in one line */
export function toText(html) {
  return decode(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
}

/** @param {string} html @returns {Node} */
function parse(html) {
  /** @type {Node} */
  const root = { tag: "", attributes: {}, children: [] };
  const open = [root];
  for (const [text, end, tag, given] of html.matchAll(TOKEN)) {
    const { children } = open[open.length - 1];
    if (tag === undefined) children.push(decode(text));
    else if (end) open.length = Math.max(1, open.length - 1);
    else {
      const pairs = [...given.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decode(value)]);
      const node = { tag, attributes: Object.fromEntries(pairs), children: [] };
      children.push(node);
      if (!VOID.has(tag)) open.push(node);
    }
  }
  return root;
}

/** @param {string} text */
function decode(text) {
  return text.replace(/&(#?\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
}

/**
 * @param {(Node | string)[]} children
 * @param {string} gap  between two blocks
 * @returns {string}
 */
function blocks(children, gap) {
  /** @type {string[]} */
  const written = [];
  /** @type {(Node | string)[]} */
  let line = [];
  const endLine = () => {
    const text = inline(line).trim();
    if (text) written.push(text);
    line = [];
  };
  for (const child of children) {
    if (typeof child !== "string" && BLOCKS.has(child.tag)) {
      endLine();
      written.push(block(child));
    } else line.push(child);
  }
  endLine();
  return written.join(gap);
}

/** @param {Node} node @returns {string} */
function block(node) {
  const { tag, children } = node;
  if (tag === "hr") return "---";
  if (tag === "pre") return `\`\`\`\n${rawText(node).replace(/\n$/, "")}\n\`\`\``;
  if (tag === "blockquote") return blocks(children, "\n\n").replace(/^/gm, "> ");
  if (tag === "ul" || tag === "ol") return list(children, tag === "ol");
  return blocks(children, "\n\n");
}

/** @param {(Node | string)[]} children @param {boolean} numbered */
function list(children, numbered) {
  const items = children.filter((child) => typeof child !== "string");
  const loose = items.some((item) => item.children.some((child) => tagOf(child) === "p"));
  return items.map((item, i) => {
    const sign = numbered ? `${i + 1}. ` : "- ";
    const text = blocks(item.children, loose ? "\n\n" : "\n");
    return sign + text.replace(/\n(?=.)/g, `\n${" ".repeat(sign.length)}`);
  }).join(loose ? "\n\n" : "\n");
}

/** @param {Node | string} node */
const tagOf = (node) => typeof node === "string" ? "" : node.tag;

/** @param {(Node | string)[]} children @returns {string} */
function inline(children) {
  return children.map((child) => typeof child === "string" ? escape(child) : span(child)).join("");
}

/** @param {Node} node @returns {string} */
function span(node) {
  const { tag, attributes, children } = node;
  if (tag === "br") return "\\";
  if (tag === "code") return code(rawText(node));
  const text = inline(children);
  if (tag === "em") return `*${text}*`;
  if (tag === "strong") return `**${text}**`;
  if (tag !== "a") return text;
  const { href = "", title } = attributes;
  const quoted = title ? ` "${title.replace(/["\\]/g, "\\$&")}"` : "";
  return `[${text}](<${href}>${quoted})`;
}

/** @param {string} text */
function code(text) {
  const longest = greatest([...text.matchAll(/`+/g)].map(([ticks]) => ticks.length), 0);
  const ticks = "`".repeat(longest + 1);
  const room = /^`|`$/.test(text) ? " " : "";
  return ticks + room + text + room + ticks;
}

/** @param {Node | string} node @returns {string} */
function rawText(node) {
  return typeof node === "string" ? node : node.children.map(rawText).join("");
}

/** @param {string} text @returns {string} what Markdown reads as this very text */
function escape(text) {
  return text
    .replace(/[\\*`<]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=[(:])/gu, "\\$&")
    .replace(/^( {0,3})([-+=#~>])/gm, "$1\\$2")
    .replace(/^( {0,3}\d{1,9})([.)])/gm, "$1\\$2");
}
