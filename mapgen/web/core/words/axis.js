/**
 * The words of the time axis, in each language that a page can speak.
 *
 * @typedef {object} AxisWords
 * @property {string} name
 * @property {string} start  the handle at the start of the window
 * @property {string} end
 * @property {string} from  the box for the start of the window
 * @property {string} to
 * @property {string} play
 * @property {string} pause
 * @property {string} speed
 * @property {string} reset
 * @property {string} undated
 * @property {string} noDates
 * @property {string} periods
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} more  the button of a small screen that shows the other controls
 * @property {string} wrong  where no date can be read
 * @property {string} ambiguous  `{a}` and `{b}` are two days
 * @property {string} outside  `{a}` and `{b}` are the first day and the last
 * @property {string} reversed
 * @property {import("mapgen/core/date-text.js").Eras} eras
 */

/** @type {Record<import("mapgen/core/words.js").Language, AxisWords>} */
export const AXIS = {
  en: {
    name: "Timeline",
    start: "Start of window",
    end: "End of window",
    from: "From",
    to: "To",
    play: "Play",
    pause: "Pause",
    speed: "Speed",
    reset: "Reset time",
    undated: "Undated events",
    noDates: "No dates",
    periods: "Periods",
    zoomIn: "Zoom in on the timeline",
    zoomOut: "Zoom out of the timeline",
    more: "More time controls",
    wrong: "Not a date. Try 1920, April 1920, 1920-04-17, 1920s, 19th century or 44 BCE.",
    ambiguous: "Do you mean {a} or {b}? Write the month as a word.",
    outside: "The dates here run from {a} to {b}.",
    reversed: "The start must not be after the end.",
    eras: { before: "{year} BCE", ours: "{year} CE" },
  },
  fr: {
    name: "Chronologie",
    start: "Début de la période affichée",
    end: "Fin de la période affichée",
    from: "De",
    to: "À",
    play: "Lecture",
    pause: "Pause",
    speed: "Vitesse",
    reset: "Toute la durée",
    undated: "Événements sans date",
    noDates: "Aucune date",
    periods: "Périodes",
    zoomIn: "Agrandir la chronologie",
    zoomOut: "Réduire la chronologie",
    more: "Autres réglages du temps",
    wrong:
      "Date illisible. Essayez 1920, avril 1920, 1920-04-17, années 1920, XIXe siècle ou 44 av. J.-C.",
    ambiguous: "Est-ce {a} ou {b} ? Écrivez le mois en lettres.",
    outside: "Les dates vont ici de {a} à {b}.",
    reversed: "Le début ne peut pas suivre la fin.",
    eras: { before: "{year} av. J.-C.", ours: "{year} ap. J.-C." },
  },
  ar: {
    name: "الخط الزمني",
    start: "بداية المدة المعروضة",
    end: "نهاية المدة المعروضة",
    from: "من",
    to: "إلى",
    play: "تشغيل",
    pause: "إيقاف مؤقت",
    speed: "السرعة",
    reset: "إعادة ضبط الزمن",
    undated: "أحداث بلا تاريخ",
    noDates: "لا تواريخ",
    periods: "الحِقَب",
    zoomIn: "تكبير الخط الزمني",
    zoomOut: "تصغير الخط الزمني",
    more: "خيارات زمنية أخرى",
    wrong:
      "تعذّرت قراءة التاريخ. جرّب ١٩٢٠ أو نيسان ١٩٢٠ أو ‎1920-04-17 أو القرن التاسع عشر أو ٤٤ ق.م.",
    ambiguous: "أتقصد {a} أم {b}؟ اكتب اسم الشهر بالحروف.",
    outside: "تمتد التواريخ هنا من {a} إلى {b}.",
    reversed: "لا يجوز أن تأتي البداية بعد النهاية.",
    eras: { before: "{year} ق.م", ours: "{year} م" },
  },
};
