import ar from "../../mapgen/web/words/ar.json" with { type: "json" };
import en from "../../mapgen/web/words/en.json" with { type: "json" };
import fr from "../../mapgen/web/words/fr.json" with { type: "json" };
import { wordsOf } from "mapgen/core/words.js";

export const CATALOGUES = { en, fr, ar };

/** @param {keyof typeof CATALOGUES} language */
export const words = (language) => wordsOf(CATALOGUES[language]);
