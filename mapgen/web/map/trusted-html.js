/**
 * The one gate of HTML, where a browser has Trusted Types: what Python has cleaned passes, and what
 * Leaflet writes of its own. Tags that run or fetch something do not; they are shown as text. As
 * "default", the policy stands before the sinks of Leaflet too, which know of none.
 */
(() => {
  // An attribute follows a blank, or the value of another; else what seems a value may be none.
  const VALUE = /(?:"[^"]*"|'[^']*')/.source;
  const TO = /["'](?:https?:|mailto:|[#?])/.source;
  const NAMES = "title|target|rel|class|type|name|checked|aria-hidden|dir|alt|style";
  const ATTRIBUTE = `(?:href=(?=${TO})|src=(?=["']https:)|(?:${NAMES})=)${VALUE}`;
  const TAGS =
    "a|b|bdi|blockquote|br|code|div|em|h2|hr|i|img|input|li|ol|p|pre|small|span|strong|svg|u|ul";
  const CLEAN = new RegExp(`</?(?:${TAGS})(?:\\s+${ATTRIBUTE}(?:\\s*${ATTRIBUTE})*)?\\s*/?>`, "gi");
  const { trustedTypes } = /** @type {any} */ (globalThis);
  trustedTypes?.createPolicy("default", {
    createHTML: (/** @type {string} */ html) =>
      html.replace(CLEAN, "").includes("<") ? html.replaceAll("<", "&lt;") : html,
  });
})();
