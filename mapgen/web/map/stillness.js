/** Where a reader wants no motion, the map is at once where it goes. */

/** @param {any} map  moved by its buttons, by keys, by the wheel, or by a drag that was let go */
export function keepStill(map) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const { setView, panBy } = map;
  const still = (/** @type {object} */ options) =>
    calm.matches ? { ...options, animate: false } : options;
  Object.assign(map, {
    setView: (
      /** @type {any} */ center,
      /** @type {number} */ zoom,
      /** @type {object} */ options,
    ) => setView.call(map, center, zoom, still(options)),
    panBy: (/** @type {any} */ offset, /** @type {object} */ options) =>
      panBy.call(map, offset, still(options)),
  });
}
