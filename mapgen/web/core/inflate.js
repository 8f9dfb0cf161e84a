/**
 * Reads what the page carries in a coding, the way mapgen/page/blocks.py writes it.
 *
 * @typedef {"identity" | "deflate-raw"} Coding
 */

/**
 * @param {string} text  base64 of bytes in a coding
 * @param {Coding} coding
 * @returns {Promise<Uint8Array>}
 */
export async function bytesFrom(text, coding) {
  if (coding === "identity") return bytesOf(text);
  return new Uint8Array(await inflated(text).arrayBuffer());
}

/**
 * @param {string} text  JSON, or base64 of deflated JSON
 * @param {Coding} coding
 * @returns {Promise<any>}
 */
export async function jsonFrom(text, coding) {
  return coding === "identity" ? JSON.parse(text) : await inflated(text).json();
}

/** @param {object | string} table  a long one is base64 of deflated JSON @returns {Promise<any>} */
export async function tableFrom(table) {
  return typeof table === "string" ? await jsonFrom(table, "deflate-raw") : table;
}

/** @param {string} text */
function inflated(text) {
  const stream = new Blob([bytesOf(text)]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("deflate-raw")));
}

/** @param {string} text  base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
