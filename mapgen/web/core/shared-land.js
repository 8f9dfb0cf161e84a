/**
 * @param {Set<string>} codes  of the countries of some places, "" for one in none
 * @param {Record<string, Record<string, string>>} continents  as the payload has them
 * @returns {string} what the places share: the ISO 3166-1 code of a country, or the UN M.49 code of a
 *   region, or of a continent; "" for nothing
 */
export function sharedLand(codes, continents) {
  if (codes.size === 1) return [...codes][0];
  for (const [continent, regions] of Object.entries(continents)) {
    const homes = Object.entries(regions).flatMap(([region, countries]) =>
      countries.split(" ").filter((code) => codes.has(code)).map(() => region)
    );
    if (homes.length === 0) continue;
    if (homes.length < codes.size) return "";
    return homes.every((region) => region === homes[0]) ? homes[0] : continent;
  }
  return "";
}
