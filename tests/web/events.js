/**
 * Makes events for the tests: each is told only what matters there.
 *
 * @param {Partial<import("mapgen/payload.js").HistoricalEvent>[]} given
 * @returns {import("mapgen/payload.js").HistoricalEvent[]}
 */
export function events(given) {
  return given.map((each, index) => ({
    index,
    id: `e${index}`,
    title: `Event ${index}`,
    date: "",
    edtf: "",
    dated: each.earliest !== undefined || each.latest !== undefined,
    earliest: -Infinity,
    latest: Infinity,
    approximate: false,
    uncertain: false,
    place: null,
    to: null,
    kind: "event",
    category: null,
    tags: [],
    status: "confirmed",
    description: "",
    source: "",
    source_url: "",
    image: "",
    image_alt: "",
    image_credit: "",
    inside: false,
    sensitive: false,
    line: index + 2,
    extra: [],
    ...each,
  }));
}
