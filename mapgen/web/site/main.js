/** Shows the overview of a site, or the part of it that the address asks for. */

import { bar, notice } from "mapgen/site/bar.js";
import { fetchPart, partOf } from "mapgen/site/part.js";
import { partsFrom, startAll } from "mapgen/start.js";

const number = partOf(location.search);
const under = document.createDocumentFragment(); // what will stand under the head of the page

await startAll(number ? partFor : partsFrom);
document.querySelector(".header")?.after(under);

/** @param {HTMLElement} script @returns {Promise<import("mapgen/payload.js").Parts>} */
async function partFor(script) {
  const page = partsFrom(script);
  const { title } = JSON.parse(page.head).map;
  /** @type {import("mapgen/site/bar.js").SiteWords} */
  const words = JSON.parse(page.tables).words.site;
  const fetched = await fetchPart(number, page);
  if (!fetched) {
    under.append(notice(location.protocol === "file:" ? words.served : words.missing, words));
    return page;
  }
  document.title = `${fetched.part.name} – ${title}`;
  under.append(bar(fetched.part, words));
  return fetched.parts;
}
