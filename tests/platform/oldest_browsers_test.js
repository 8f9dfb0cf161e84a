import { assert, assertEquals } from "../web/assert.js";
import { featuresOfScripts } from "./scripts.js";
import { featuresOfSheet } from "./sheets.js";
import { lackedBy, OLDEST } from "./support.js";

/** @typedef {import("./sheets.js").Feature} Feature */

const HERE = decodeURIComponent(new URL(".", import.meta.url).pathname);
const ROOT = HERE.replace(/tests\/platform\/$/, "");
const WEB = `${ROOT}mapgen/web`;

/** What an older browser leaves out, with all that is below it, and why nobody misses it there. */
const GUARDED = {
  "api.TouchEvent": "no finger touches a computer of Apple's",
  "api.TouchList": "the same",
  "css.at-rules.page": "the browser's own margins stay",
  "css.properties.break-after": "a heading may end a sheet of paper",
  "css.properties.cursor": "a finger has none",
  "css.properties.forced-color-adjust": "such a browser forces no colours",
  "css.properties.orphans": "a paragraph is cut where the sheet of paper ends",
  "css.properties.resize": "the box scrolls",
  "css.properties.scrollbar-color": "the browser's own scrollbar stays",
  "css.properties.scrollbar-width": "the same",
  "css.properties.text-wrap": "lines break elsewhere",
  "css.properties.widows": "as orphans",
};

/** @param {string} folder @param {string} ending @returns {string[]} */
function files(folder, ending) {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    if (isDirectory) return files(path, ending);
    return name.endsWith(ending) ? [path] : [];
  }).sort();
}

/** @returns {Record<string, Feature[]>} the features that each file of the front end asks for */
function asked() {
  const scripts = files(WEB, ".js").map((path) => [path, Deno.readTextFileSync(path)]);
  const sheets = files(WEB, ".css").map((path) => [path, Deno.readTextFileSync(path)]);
  return {
    ...featuresOfScripts(Object.fromEntries(scripts), WEB),
    ...Object.fromEntries(sheets.map(([path, text]) => [path, featuresOfSheet(text)])),
  };
}

/**
 * @param {Record<string, Feature[]>} features
 * @param {string[]} guarded  features that are not told, with all that is below them
 * @returns {string[]} what the oldest browsers lack: file, line, feature and versions
 */
function told(features, guarded) {
  return Object.entries(features).flatMap(([file, found]) =>
    found.flatMap(({ line, path }) => {
      const [name, lacked] = [path.join("."), lackedBy(path)];
      const isGuarded = guarded.some((each) => `${name}.`.startsWith(`${each}.`));
      return lacked && !isGuarded ? [`${file.replace(ROOT, "")}:${line} ${name}: ${lacked}`] : [];
    })
  );
}

const FEATURES = asked();

Deno.test("the page asks for nothing that its oldest browsers miss", () => {
  assert(Object.values(FEATURES).flat().length > 5000);
  assertEquals(told(FEATURES, Object.keys(GUARDED)), []);
});

Deno.test("what is guarded is asked for, and lacked", () => {
  const idle = Object.keys(GUARDED).filter((name) => {
    const others = Object.keys(GUARDED).filter((each) => each !== name);
    return told(FEATURES, others).length === 0;
  });

  assertEquals(idle, []);
});

Deno.test("a feature of a script is told with its file, line and versions", () => {
  const script = `
    export const groups = Map.groupBy([1], (each) => each % 2);
    const { fromAsync } = Array;
    document.body.showPopover();
    new Intl.DurationFormat("en", { style: "long" });
    /[\\p{L}--[a-z]]/v.test("é");
    for (const each of new Set([1]).union(new Set([2]))) fromAsync(String(each));
    document.querySelector("p:popover-open");
    structuredClone(groups)?.values().map(String);
  `;

  const lacking = told(featuresOfScripts({ "/tried/a.js": script }, WEB), []);

  assertEquals(lacking.map((line) => line.split(":")[1]), [
    "2 javascript.builtins.Map.groupBy",
    "3 javascript.builtins.Array.fromAsync",
    "4 api.HTMLElement.showPopover",
    "5 javascript.builtins.Intl.DurationFormat",
    "6 javascript.builtins.RegExp.unicodeSets",
    "7 javascript.builtins.Set.union",
    "8 css.selectors.popover-open",
    "9 javascript.builtins.Iterator.map",
  ]);
  assertEquals(
    lacking[0],
    "/tried/a.js:2 javascript.builtins.Map.groupBy: " +
      "chrome 117, edge 117, safari 17.4, safari_ios 17.4",
  );
});

Deno.test("a feature of a style sheet is told with its file, line and versions", () => {
  const sheet = `:root {
    --ink: light-dark(#000, #fff);
    width: 100dvh;
  }
  p { &:popover-open { mask-image: none; } }
  @starting-style { p { -webkit-mask-image: none; mask-image: none; } }`;

  assertEquals(told({ "tried.css": featuresOfSheet(sheet) }, []), [
    "tried.css:2 css.types.color.light-dark: chrome 123, edge 123, safari 17.5, safari_ios 17.5",
    "tried.css:5 css.selectors.nesting: chrome 120, edge 120, safari 17.2, safari_ios 17.2",
    "tried.css:5 css.selectors.popover-open: " +
    "chrome 114, edge 114, firefox 125, safari 17, safari_ios 17",
    "tried.css:5 css.properties.mask-image: chrome 120, edge 120",
    "tried.css:6 css.at-rules.starting-style: " +
    "chrome 117, edge 117, firefox 129, safari 17.5, safari_ios 17.5",
  ]);
});

Deno.test("README says from which versions on a browser shows the map", () => {
  const { chrome, firefox, safari } = OLDEST;
  const versions = `Chrome and Edge ${chrome}, Firefox ${firefox} and Safari ${safari}`;

  assert(Deno.readTextFileSync(`${ROOT}README.md`).includes(versions));
});
