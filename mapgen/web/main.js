/** Shows each payload that the document holds. */

import { partsFrom, startAll } from "mapgen/start.js";

await startAll(partsFrom);
