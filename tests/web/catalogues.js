import ar from "../../mapgen/web/words/ar.json" with { type: "json" };
import en from "../../mapgen/web/words/en.json" with { type: "json" };
import fr from "../../mapgen/web/words/fr.json" with { type: "json" };
import { wordsOf } from "mapgen/core/words.js";

/** @typedef {import("mapgen/core/words.js").Catalogue} Catalogue */
/** @typedef {import("mapgen/core/words.js").Language} Language */

/** @type {Record<Language, Catalogue>} */
export const CATALOGUES = { en, fr, ar };

/** @param {Language} language */
export const words = (language) => wordsOf(language, CATALOGUES[language]);
