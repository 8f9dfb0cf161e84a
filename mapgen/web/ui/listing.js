// Hides the list of events while the map is made, and lets it stand where there will be none: in a
// browser that is older than the page, and where the map does not start. Runs before all else of
// the page, so that the list is not painted first; where nothing runs, it stands.
(() => {
  const root = document.documentElement;
  const { dataset } = root;
  dataset.mapgen = isNew() ? "waiting" : "broken";
  document.addEventListener("DOMContentLoaded", () => { // after the modules have begun
    if (dataset.mapgen === "waiting") dataset.mapgen = "broken";
    stand();
  });
  new MutationObserver(stand).observe(root, { attributeFilter: ["data-mapgen"] });

  /** Whether the browser is as new as Chrome 111, Firefox 121 and Safari 16.4. */
  function isNew() {
    try {
      new RegExp("(?<=.)");
      new DecompressionStream("deflate-raw");
    } catch {
      return false;
    }
    return CSS.supports("selector(:has(*))") &&
      CSS.supports("color", "color-mix(in srgb, red, red)");
  }

  /** Makes elements of those events that are still a text, where there is no map. */
  function stand() {
    if (dataset.mapgen !== "broken") return;
    for (const rest of document.querySelectorAll(".listing noscript")) {
      rest.outerHTML = rest.textContent ?? "";
    }
  }
})();
