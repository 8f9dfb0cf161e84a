/** Says what the oldest browsers of the page lack, by the compatibility data of MDN. */

import data from "@mdn/browser-compat-data" with { type: "json" };

/** The first version of each browser that shows the map, as README says. */
export const OLDEST = {
  chrome: "111",
  edge: "111",
  firefox: "121",
  safari: "16.4",
  safari_ios: "16.4",
};

/**
 * @typedef {object} Support  what MDN says of a feature in a browser
 * @property {string | boolean | null} version_added
 * @property {string | boolean | null} [version_removed]
 * @property {string} [prefix]
 * @property {string} [alternative_name]
 * @property {unknown[]} [flags]
 */

/** @param {string[]} path  of a feature in MDN's data @returns {any} undefined where there is none */
export function nodeAt(path) {
  return path.reduce(
    (/** @type {any} */ node, name) => Object.hasOwn(node ?? {}, name) ? node[name] : undefined,
    data,
  );
}

/** @param {string[]} path @returns {boolean} whether MDN knows the feature */
export const isKnown = (path) => nodeAt(path)?.__compat !== undefined;

/** @param {string[]} path @returns {string} the browsers that lack it, with the version that has it */
export function lackedBy(path) {
  const support = nodeAt(path)?.__compat?.support ?? {};
  return Object.entries(OLDEST)
    .filter(([browser, version]) => !statements(support[browser]).some(has(version)))
    .map(([browser]) => `${browser} ${statements(support[browser])[0]?.version_added || "never"}`)
    .join(", ");
}

/** @param {Support | Support[] | undefined} support @returns {Support[]} */
const statements = (support) => support === undefined ? [] : [support].flat();

/** @param {string} version @returns {(said: Support) => boolean} whether it is there as it stands */
const has = (version) => (said) =>
  !said.flags && !said.prefix && !said.alternative_name &&
  isUpTo(said.version_added, version) && !isUpTo(said.version_removed, version);

/** @param {Support["version_added"] | undefined} some @param {string} version */
function isUpTo(some, version) {
  if (typeof some !== "string" || some === "preview") return false;
  const [a, b] = [some.replace("≤", ""), version].map((each) => each.split(".").map(Number));
  return a[0] === b[0] ? (a[1] ?? 0) <= (b[1] ?? 0) : a[0] < b[0];
}
