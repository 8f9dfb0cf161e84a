/**
 * The words of the dialogs and of the printed page, in each language that a page can speak.
 *
 * @typedef {object} DialogWords
 * @property {string} share
 * @property {string} data
 * @property {string} about
 * @property {string} close
 * @property {ThemeWords} theme
 * @property {ShareWords} sharing
 * @property {TableWords} table
 * @property {PrintWords} print
 * @property {import("mapgen/core/words/about.js").AboutWords} reading
 * @property {import("mapgen/core/words/columns.js").ColumnWords} columns
 *
 * @typedef {object} ShareWords
 * @property {string} link  to this view
 * @property {string} linkNote
 * @property {string} copyLink
 * @property {string} copied
 * @property {string} embed
 * @property {string} embedCode
 * @property {string} embedNote  where the page is a file on somebody's disk
 * @property {string} view
 * @property {string} selected  only the event that is selected
 * @property {string} whole
 * @property {string} mapOnly
 * @property {string} width
 * @property {string} height
 * @property {string} copyCode
 * @property {string} download
 * @property {string} shown  `{n}` for their number
 * @property {string} all
 * @property {string} format
 * @property {string} writing  while a file is being written
 * @property {string} inside  what a download does not hold
 * @property {string} print
 * @property {string} printNote
 *
 * @typedef {object} ThemeWords  what the button says while each of them holds
 * @property {string} system
 * @property {string} light
 * @property {string} dark
 *
 * @typedef {object} TableWords
 * @property {string} onlyShown
 * @property {string} byTime
 * @property {Record<string, string>} more  how many more rows a button brings
 * @property {string} yes
 * @property {Record<import("mapgen/payload.js").Kind, string>} kind
 *
 * @typedef {object} PrintWords
 * @property {string} events
 * @property {string} places
 * @property {string} part  how many of how many events are printed
 * @property {string} address
 */

import { ABOUT } from "mapgen/core/words/about.js";
import { COLUMN_WORDS } from "mapgen/core/words/columns.js";

/** @type {Record<import("mapgen/core/words.js").Language, DialogWords>} */
export const DIALOGS = {
  en: {
    share: "Share",
    data: "Data table",
    about: "About",
    close: "Close",
    theme: { system: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
    sharing: {
      link: "Link to this view",
      linkNote: "The link keeps the time window, the filters and what is selected.",
      copyLink: "Copy link",
      copied: "Copied",
      embed: "Embed",
      embedCode: "Code for your page",
      embedNote:
        "This page is a file on your computer. Put it on a web server first, and write its address there in place of example.org.",
      view: "This view",
      selected: "The selected event",
      whole: "The whole map",
      mapOnly: "Only the map and the time axis",
      width: "Width",
      height: "Height",
      copyCode: "Copy code",
      download: "Download",
      shown: "What is shown now ({n})",
      all: "All events ({n})",
      format: "Download {format}",
      writing: "Writing the file…",
      inside: "Images that travel inside this page are not part of a download.",
      print: "Print",
      printNote: "The map with numbered places, and the list of events with their sources.",
    },
    table: {
      onlyShown: "Only what is shown now",
      byTime: "With more than {n} events the table is in order of time only.",
      more: { one: "Show {n} more row", other: "Show {n} more rows" },
      yes: "Yes",
      kind: { event: "Event", period: "Period" },
    },
    print: {
      events: "Events",
      places: "Places",
      part: "Printed here: {n} of {all} events.",
      address: "Address:",
    },
    reading: ABOUT.en,
    columns: COLUMN_WORDS.en,
  },
  fr: {
    share: "Partager",
    data: "Tableau des données",
    about: "À propos",
    close: "Fermer",
    theme: { system: "Thème : système", light: "Thème : clair", dark: "Thème : sombre" },
    sharing: {
      link: "Lien vers cette vue",
      linkNote: "Le lien garde la période, les filtres et ce qui est sélectionné.",
      copyLink: "Copier le lien",
      copied: "Copié",
      embed: "Intégrer",
      embedCode: "Code pour votre page",
      embedNote:
        "Cette page est un fichier de votre ordinateur. Placez-la d’abord sur un serveur web, puis écrivez son adresse à la place d’example.org.",
      view: "Cette vue",
      selected: "L’événement sélectionné",
      whole: "Toute la carte",
      mapOnly: "Seulement la carte et la chronologie",
      width: "Largeur",
      height: "Hauteur",
      copyCode: "Copier le code",
      download: "Télécharger",
      shown: "Ce qui est affiché ({n})",
      all: "Tous les événements ({n})",
      format: "Télécharger en {format}",
      writing: "Écriture du fichier…",
      inside: "Les images contenues dans cette page ne font pas partie du téléchargement.",
      print: "Imprimer",
      printNote: "La carte avec des lieux numérotés et la liste des événements avec leurs sources.",
    },
    table: {
      onlyShown: "Seulement ce qui est affiché",
      byTime: "Au-delà de {n} événements, le tableau suit seulement l’ordre du temps.",
      more: { one: "Montrer {n} ligne de plus", other: "Montrer {n} lignes de plus" },
      yes: "Oui",
      kind: { event: "Événement", period: "Période" },
    },
    print: {
      events: "Événements",
      places: "Lieux",
      part: "Imprimés ici : {n} événements sur {all}.",
      address: "Adresse :",
    },
    reading: ABOUT.fr,
    columns: COLUMN_WORDS.fr,
  },
  ar: {
    share: "مشاركة",
    data: "جدول البيانات",
    about: "حول الخريطة",
    close: "إغلاق",
    theme: { system: "المظهر: حسب النظام", light: "المظهر: فاتح", dark: "المظهر: داكن" },
    sharing: {
      link: "رابط هذا العرض",
      linkNote: "يحفظ الرابط الفترة الزمنية وعوامل التصفية وما اختير.",
      copyLink: "نسخ الرابط",
      copied: "تم النسخ",
      embed: "تضمين",
      embedCode: "الرمز لصفحتك",
      embedNote:
        "هذه الصفحة ملف على حاسوبك. ضعها أولًا على خادم ويب، واكتب عنوانها مكان example.org.",
      view: "هذا العرض",
      selected: "الحدث المختار",
      whole: "الخريطة كلها",
      mapOnly: "الخريطة والخط الزمني فقط",
      width: "العرض",
      height: "الارتفاع",
      copyCode: "نسخ الرمز",
      download: "تنزيل",
      shown: "المعروض الآن ({n})",
      all: "جميع الأحداث ({n})",
      format: "تنزيل {format}",
      writing: "جارٍ كتابة الملف…",
      inside: "الصور المحفوظة داخل هذه الصفحة ليست جزءًا من التنزيل.",
      print: "طباعة",
      printNote: "الخريطة بأماكن مرقّمة، وقائمة الأحداث مع مصادرها.",
    },
    table: {
      onlyShown: "المعروض الآن فقط",
      byTime: "إذا زادت الأحداث على {n} فلا يُرتَّب الجدول إلا بحسب الزمن.",
      more: {
        zero: "لا صفوف أخرى",
        one: "إظهار صف آخر",
        two: "إظهار صفين آخرين",
        few: "إظهار {n} صفوف أخرى",
        many: "إظهار {n} صفًا آخر",
        other: "إظهار {n} صف آخر",
      },
      yes: "نعم",
      kind: { event: "حدث", period: "فترة" },
    },
    print: {
      events: "الأحداث",
      places: "الأماكن",
      part: "المطبوع هنا {n} من أصل {all} من الأحداث.",
      address: "العنوان:",
    },
    reading: ABOUT.ar,
    columns: COLUMN_WORDS.ar,
  },
};
