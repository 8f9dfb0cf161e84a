/** Reads what the page carries deflated and in base64, the way mapgen/blocks.py writes it. */

/**
 * @param {string} text  base64 of raw deflate
 * @returns {Promise<Uint8Array>}
 */
export async function inflate(text) {
  return new Uint8Array(await answer(text).arrayBuffer());
}

/**
 * @param {string} text  base64 of JSON in raw deflate
 * @returns {Promise<any>}
 */
export function inflateJson(text) {
  return answer(text).json();
}

/** @param {string} text */
function answer(text) {
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
