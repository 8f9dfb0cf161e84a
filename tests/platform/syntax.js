/** Knows what MDN calls the forms of the language, and of what stands in its texts. */

import ts from "typescript";

const K = ts.SyntaxKind;
const PSEUDO = /::?([a-z-]+)/g;
const SELECTING = new Set(["closest", "matches", "querySelector", "querySelectorAll"]);
const MAKING = "element"; // of ui/element.js, which makes HTML

const OPERATORS = new Map([
  [K.QuestionQuestionToken, "nullish_coalescing"],
  [K.QuestionQuestionEqualsToken, "nullish_coalescing_assignment"],
  [K.AmpersandAmpersandEqualsToken, "logical_and_assignment"],
  [K.BarBarEqualsToken, "logical_or_assignment"],
  [K.AsteriskAsteriskToken, "exponentiation"],
  [K.QuestionDotToken, "optional_chaining"],
  [K.ImportKeyword, "import"],
]);

/** What a regular expression holds, by what it looks like. */
const EXPRESSIONS = new Map([
  [/\(\?<[=!]/, "lookbehind_assertion"],
  [/\(\?<[^=!]/, "named_capturing_group"],
  [/\(\?[ims-]+:/, "modifier"],
  [/\\[pP]\{/, "unicode_character_class_escape"],
]);
const FLAGS = new Map([
  ["d", "hasIndices"],
  ["s", "dotAll"],
  ["u", "unicode"],
  ["v", "unicodeSets"],
  ["y", "sticky"],
]);

/** @param {ts.Node} node @returns {string[][]} the paths of what it may be in MDN's data */
export function syntaxOf(node) {
  if (ts.isRegularExpressionLiteral(node)) return expressionOf(node.text);
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return heldBy(node.text);
  if (ts.isCallExpression(node)) return [...selectorsOf(node), ...elementsOf(node)];
  const operator = OPERATORS.get(node.kind);
  return operator ? [["javascript", "operators", operator]] : formsOf(node);
}

/** @param {ts.Node} node @returns {string[][]} */
function formsOf(node) {
  if (ts.isClassStaticBlockDeclaration(node)) return [classes("static", "initialization_blocks")];
  if (ts.isPropertyDeclaration(node)) {
    const isPrivate = ts.isPrivateIdentifier(node.name);
    return [classes(isPrivate ? "private_class_fields" : "public_class_fields")];
  }
  if (ts.isMethodDeclaration(node) && ts.isPrivateIdentifier(node.name)) {
    return [classes("private_class_methods")];
  }
  if (ts.isPrivateIdentifier(node) && ts.isBinaryExpression(node.parent)) {
    return [classes("private_class_fields_in")];
  }
  if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike)) {
    return [["javascript", "operators", "await", "top_level"]];
  }
  if (ts.isForOfStatement(node) && node.awaitModifier) {
    return [["javascript", "statements", "for_await_of"]];
  }
  if (ts.isNumericLiteral(node) && node.getText().includes("_")) {
    return [["javascript", "grammar", "numeric_separators"]];
  }
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) > 0) {
    return [["javascript", "statements", "using"]];
  }
  return [];
}

/** @param {...string} path */
const classes = (...path) => ["javascript", "classes", ...path];

/** @param {string} literal  between slashes, with its flags @returns {string[][]} */
function expressionOf(literal) {
  const flags = literal.slice(literal.lastIndexOf("/") + 1);
  const told = [...flags].map((
    flag,
  ) => ["javascript", "builtins", "RegExp", FLAGS.get(flag) ?? ""]);
  return [...told, ...heldBy(literal)];
}

/** @param {string} text  that is a regular expression, or may become one @returns {string[][]} */
function heldBy(text) {
  return [...EXPRESSIONS].filter(([look]) => look.test(text))
    .map(([, name]) => ["javascript", "regular_expressions", name]);
}

/** @param {ts.CallExpression} call @returns {string[][]} the selectors that it looks for */
function selectorsOf({ expression, arguments: [first] }) {
  if (!ts.isPropertyAccessExpression(expression) || !SELECTING.has(expression.name.text)) return [];
  const text = first && ts.isStringLiteralLike(first) ? first.text : "";
  return [...text.matchAll(PSEUDO)].map(([, name]) => ["css", "selectors", name]);
}

/** @param {ts.CallExpression} call @returns {string[][]} the element and the attributes it makes */
function elementsOf({ expression, arguments: [tag, attributes] }) {
  if (!ts.isIdentifier(expression) || expression.text !== MAKING) return [];
  if (!tag || !ts.isStringLiteralLike(tag)) return [];
  const held = attributes && ts.isObjectLiteralExpression(attributes) ? attributes.properties : [];
  const names = held.map(({ name }) => name?.getText().replaceAll('"', "") ?? "");
  return [
    ["html", "elements", tag.text],
    ...names.map((name) => ["html", "elements", tag.text, name]),
    ...names.map((name) => ["html", "global_attributes", name]),
  ];
}
