/**
 * Leaflet, as the document has loaded it; it ships no types.
 *
 * @type {any}
 */
export const L = /** @type {any} */ (globalThis).L;
