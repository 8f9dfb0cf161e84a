/** Finds the features of the platform that scripts ask for, by their types, as MDN calls them. */

import ts from "typescript";
import { syntaxOf } from "./syntax.js";
import { isKnown, nodeAt } from "./support.js";

/** @typedef {import("./sheets.js").Feature} Feature */

const BUILTINS = ["javascript", "builtins"];
const WORDED = /^(?:options_)?(.+?)(?:_parameter|_option)?$/;

/**
 * @param {Record<string, string>} texts  of modules, by their paths; they may import each other
 * @param {string} root  the folder that `mapgen/` stands for
 * @returns {Record<string, Feature[]>} every feature of each, as often as it stands there
 */
export function featuresOfScripts(texts, root) {
  const program = programOf(texts, root);
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.keys(texts).map((name) => {
      const source = program.getSourceFile(name);
      if (!source) throw new Error(`${name} was not read`);
      return [name, [...featuresIn(source, source, new Namer(program, checker))]];
    }),
  );
}

/** @param {Record<string, string>} texts @param {string} root */
function programOf(texts, root) {
  /** @type {ts.CompilerOptions} */
  const options = {
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    paths: { "mapgen/*": [`${root}/*`] },
  };
  const host = ts.createCompilerHost(options, true);
  const { readFile, fileExists } = host;
  host.readFile = (name) => texts[name] ?? readFile(name);
  host.fileExists = (name) => name in texts || fileExists(name);
  return ts.createProgram(Object.keys(texts), options, host);
}

/**
 * @param {ts.SourceFile} source
 * @param {ts.Node} node
 * @param {Namer} namer
 * @returns {Generator<Feature>}
 */
function* featuresIn(source, node, namer) {
  const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  for (const path of [...syntaxOf(node), ...namer.pathsOf(node)]) {
    if (isKnown(path)) yield { line, path };
  }
  /** @type {ts.Node[]} */
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* featuresIn(source, child, namer);
}

/** Knows what MDN calls the names in a program that the platform has given. */
class Namer {
  /** @param {ts.Program} program @param {ts.TypeChecker} checker */
  constructor(program, checker) {
    this.program = program;
    this.checker = checker;
  }

  /** @param {ts.Node} node @returns {string[][]} */
  pathsOf(node) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) return this.argumentsOf(node);
    if (!ts.isIdentifier(node) || ts.isPropertyAssignment(node.parent)) return [];
    const path = this.pathOf(node);
    return path ? [path] : [];
  }

  /** @param {ts.Identifier} node @returns {string[] | undefined} */
  pathOf(node) {
    const symbol = this.symbolOf(node);
    const platforms = (symbol?.declarations ?? []).filter((each) =>
      this.program.isSourceFileDefaultLibrary(each.getSourceFile())
    );
    const owners = new Set(platforms.map(ownerOf));
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (isMember && (!symbol || owners.size)) { // newer than the types, or of the platform
      const type = this.checker.getTypeAtLocation(node.parent.expression);
      for (const name of this.namesOf(type)) owners.add(name);
    }
    return [...owners].flatMap((owner) => pathsOfMember(owner, node.text)).find(isKnown);
  }

  /** @param {ts.Identifier} node @returns {ts.Symbol | undefined} */
  symbolOf(node) {
    if (!ts.isBindingElement(node.parent) || node.parent.initializer === node) {
      return this.checker.getSymbolAtLocation(node);
    }
    return this.checker.getTypeAtLocation(node.parent.parent).getProperty(node.text);
  }

  /** @param {ts.Type} type @returns {string[]} its name, and those of the types it is of */
  namesOf(type) {
    const kinds = type.isUnionOrIntersection() ? type.types : [type];
    return kinds.flatMap((kind) => {
      const one = this.checker.getApparentType(kind);
      const above = one.isClassOrInterface() ? this.checker.getBaseTypes(one) : [];
      const own = one.symbol ? [one.symbol.name] : [];
      return [...own, ...above.flatMap((each) => this.namesOf(each))];
    });
  }

  /**
   * Returns what MDN tells of the texts and the options that a call of the platform's is given.
   *
   * @param {ts.CallExpression | ts.NewExpression} call
   * @returns {string[][]}
   */
  argumentsOf(call) {
    const callee = ts.isPropertyAccessExpression(call.expression)
      ? call.expression.name
      : call.expression;
    const known = ts.isIdentifier(callee) && this.pathOf(callee);
    if (!known) return [];
    const path = ts.isNewExpression(call) ? [...known, known[known.length - 1]] : known;
    const words = (call.arguments ?? []).flatMap(wordsOf);
    return [...subfeatures(path)].filter((each) => words.includes(nameOf(each)));
  }
}

/** @param {ts.Declaration} declaration @returns {string} whose member it is, "" for a global name */
function ownerOf({ parent }) {
  if (ts.isInterfaceDeclaration(parent)) return parent.name.text;
  const holder = ts.isTypeLiteralNode(parent) ? parent.parent : null;
  return holder && ts.isVariableDeclaration(holder) ? holder.name.getText() : "";
}

/** @param {string} owner @param {string} member @returns {string[][]} */
function pathsOfMember(owner, member) {
  if (owner === "" || owner === "Window") {
    const names = [[...BUILTINS, member], [...BUILTINS, "Intl", member], ["api", member]];
    return [...names, ["api", "Window", member], ["api", "Window", `${member}_static`]];
  }
  if (owner === "CSSStyleDeclaration") {
    return [[
      "css",
      "properties",
      member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ]];
  }
  const name = owner.replace(/^Readonly(?=[A-Z])|Constructor$|(?<=^Iterator)Object$/, "");
  return [
    [...BUILTINS, name, member],
    [...BUILTINS, "Intl", name, member],
    ["api", name, member],
    ["api", name, `${member}_static`],
  ];
}

/** @param {ts.Expression} argument @returns {string[]} its text, or the names of its options */
function wordsOf(argument) {
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (!ts.isObjectLiteralExpression(argument)) return [];
  return argument.properties.map(({ name }) => name?.getText() ?? "");
}

/** @param {string[]} path @returns {Generator<string[]>} what is told apart below a feature */
function* subfeatures(path) {
  for (const name of Object.keys(nodeAt(path) ?? {}).filter((each) => each !== "__compat")) {
    yield [...path, name];
    yield* subfeatures([...path, name]);
  }
}

/** @param {string[]} path @returns {string} the word by which a call asks for it */
const nameOf = (path) => path[path.length - 1].match(WORDED)?.[1] ?? "";
