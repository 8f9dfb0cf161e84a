/** Notices when the reader moves the map, and not the page. */

const KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "=", "_"]);

/**
 * @param {any} map
 * @param {() => void} steer
 */
export function onSteer(map, steer) {
  const container = map.getContainer();
  map.on("dragstart dblclick boxzoomend", steer);
  container.addEventListener("wheel", steer, { passive: true });
  container.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (KEYS.has(event.key)) steer();
  });
  container.addEventListener("click", (/** @type {MouseEvent} */ { target }) => {
    if (target instanceof Element && target.closest(".leaflet-control-zoom")) steer();
  }, true); // Leaflet keeps the clicks on its buttons to itself
  container.addEventListener("touchstart", (/** @type {TouchEvent} */ { touches }) => {
    if (touches.length > 1) steer();
  }, { passive: true });
}
