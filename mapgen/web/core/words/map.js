/**
 * The words of the map, in each language that a page can speak.
 *
 * @typedef {object} MapWords
 * @property {string} map
 * @property {string} skip  leads past the story
 * @property {string} key
 * @property {string} signs  what opens the rest of the key
 * @property {string} close
 * @property {string} movement
 * @property {string} claim  a mark with a dashed outline
 * @property {string} country  a country that is an area with events
 * @property {string} borders
 * @property {Record<string, string>} areas  names of areas that Intl does not have, by their codes
 * @property {string} plain  the base map inside the file
 * @property {string} tilesMissing
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} layers
 * @property {Record<string, string>} places  by plural category of CLDR, `{n}` for the number
 * @property {string} inside  over the places of a country
 * @property {string} outside  an event that is not in the window
 * @property {string} filtered  an event that a filter hides
 * @property {string} several  a mark with the number of its events
 * @property {string} merged  a mark for several places
 * @property {string} faded  a place none of whose events is shown
 * @property {string} lasting  a country while one of its periods is in the window
 * @property {string} approximate
 * @property {string} wheel  how to zoom where the wheel scrolls the page around
 * @property {string} wheelMac
 * @property {string} fingers
 * @property {string} lost  an address that leads to no event
 * @property {string} openWhole  the link from a map inside an article to the whole page
 */

/** @type {Record<import("mapgen/core/words.js").Language, MapWords>} */
export const MAP = {
  en: {
    map: "Map",
    skip: "Skip to the map",
    key: "Key",
    signs: "Signs and borders",
    close: "Close",
    movement: "Movement",
    claim: "Not confirmed",
    country: "Country with events",
    borders: "Borders are today’s, as Natural Earth draws them.",
    areas: { CRM: "Crimea", CYN: "Northern Cyprus", SOL: "Somaliland" },
    plain: "Plain map (offline)",
    tilesMissing: "The online map cannot be reached. The plain map needs no network.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    layers: "Layers",
    places: { one: "{n} place", other: "{n} places" },
    inside: "Places in this country",
    outside: "Outside the window",
    filtered: "Hidden by the filters",
    several: "Several events",
    merged: "Several places: zoom in",
    faded: "No event in the window",
    lasting: "During one of its periods",
    approximate: "Approximate date",
    wheel: "Use Ctrl + scroll to zoom",
    wheelMac: "Use ⌘ + scroll to zoom",
    fingers: "Use two fingers to move the map",
    lost: "This link leads to an event that is no longer here.",
    openWhole: "Open the whole map",
  },
  fr: {
    map: "Carte",
    skip: "Aller à la carte",
    key: "Légende",
    signs: "Signes et frontières",
    close: "Fermer",
    movement: "Déplacement",
    claim: "Non confirmé",
    country: "Pays avec événements",
    borders: "Frontières d’aujourd’hui, selon Natural Earth.",
    areas: { CRM: "Crimée", CYN: "Chypre du Nord", SOL: "Somaliland" },
    plain: "Carte simple (hors ligne)",
    tilesMissing: "La carte en ligne est inaccessible. La carte simple fonctionne sans réseau.",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    layers: "Couches",
    places: { one: "{n} lieu", other: "{n} lieux" },
    inside: "Lieux dans ce pays",
    outside: "Hors de la période affichée",
    filtered: "Masqué par les filtres",
    several: "Plusieurs événements",
    merged: "Plusieurs lieux : agrandir",
    faded: "Rien dans la période affichée",
    lasting: "Pendant l’une de ses périodes",
    approximate: "Date approximative",
    wheel: "Ctrl + molette pour agrandir",
    wheelMac: "⌘ + molette pour agrandir",
    fingers: "Déplacez la carte avec deux doigts",
    lost: "Ce lien mène à un événement qui n’est plus ici.",
    openWhole: "Ouvrir la carte complète",
  },
  ar: {
    map: "الخريطة",
    skip: "انتقل إلى الخريطة",
    key: "مفتاح الخريطة",
    signs: "الرموز والحدود",
    close: "إغلاق",
    movement: "انتقال",
    claim: "غير مؤكد",
    country: "بلد فيه أحداث",
    borders: "الحدود هي حدود اليوم كما ترسمها Natural Earth.",
    areas: { CRM: "القرم", CYN: "شمال قبرص", SOL: "أرض الصومال" },
    plain: "خريطة بسيطة (دون اتصال)",
    tilesMissing: "تعذّر الوصول إلى الخريطة على الشبكة. الخريطة البسيطة لا تحتاج إلى شبكة.",
    zoomIn: "تكبير",
    zoomOut: "تصغير",
    layers: "الطبقات",
    places: {
      zero: "لا أماكن",
      one: "مكان واحد",
      two: "مكانان",
      few: "{n} أماكن",
      many: "{n} مكانًا",
      other: "{n} مكان",
    },
    inside: "أماكن في هذا البلد",
    outside: "خارج الفترة المعروضة",
    filtered: "أخفته المرشّحات",
    several: "عدة أحداث",
    merged: "عدة أماكن: كبّر الخريطة",
    faded: "لا أحداث في الفترة المعروضة",
    lasting: "خلال إحدى فتراته",
    approximate: "تاريخ تقريبي",
    wheel: "استخدم Ctrl مع التمرير للتكبير",
    wheelMac: "استخدم ⌘ مع التمرير للتكبير",
    fingers: "حرّك الخريطة بإصبعين",
    lost: "يقود هذا الرابط إلى حدث لم يعد موجودًا هنا.",
    openWhole: "فتح الخريطة كاملة",
  },
};
