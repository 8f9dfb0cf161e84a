// Leaflet looks for its marker's picture beside its style sheet, by the address in the sheet.
// Here that address is the picture itself: take it as it is. Runs before folium's own script.
(() => {
  const probe = document.createElement("div");
  probe.className = "leaflet-default-icon-path";
  document.documentElement.append(probe);
  const [, address] = getComputedStyle(probe).backgroundImage.match(/^url\("(.*)"\)$/) ?? [];
  probe.remove();
  const { Icon } = /** @type {any} */ (globalThis).L;
  Icon.Default.prototype._getIconUrl = (/** @type {string} */ name) =>
    name === "icon" ? address : null;
})();
