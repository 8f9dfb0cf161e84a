/** Which events are claims: those whose status says less than confirmed. No status says nothing. */

/** @param {import("mapgen/payload.js").Status} status */
export const isClaim = (status) => status !== "" && status !== "confirmed";

/**
 * @param {string[]} strings  of a collection
 * @returns {Uint8Array} 1 for each that, as a status, makes a claim
 */
export const claimsAmong = (strings) =>
  Uint8Array.from(
    strings,
    (text) => Number(isClaim(/** @type {import("mapgen/payload.js").Status} */ (text))),
  );
