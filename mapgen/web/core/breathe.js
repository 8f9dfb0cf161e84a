/**
 * Lets the browser draw and answer between two pieces of work, so that no task is long.
 *
 * @returns {Promise<void>}
 */
export function breathe() {
  const { scheduler } = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis);
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done));
}
