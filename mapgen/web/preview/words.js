/**
 * The words of the preview, in each language that a page can speak.
 *
 * @typedef {object} PreviewWords
 * @property {string} name  of what holds the problems
 * @property {Record<string, string>} errors  `{n}` for their number
 * @property {Record<string, string>} decisions
 * @property {Record<string, string>} warnings
 * @property {Record<string, string>} more  how many more of them the terminal tells
 * @property {string} comma  between two numbers
 * @property {string} asBefore
 * @property {string} noPage
 * @property {string} save
 * @property {string} fault
 * @property {string} faulty  where the author has nothing to correct
 * @property {string} ended
 * @property {string} endedNote
 * @property {string} mended
 * @property {string} hide
 */

/** @type {Record<"en" | "fr" | "ar", PreviewWords>} */
export const PREVIEW = {
  en: {
    name: "Preview",
    errors: { one: "{n} error", other: "{n} errors" },
    decisions: { one: "{n} decision", other: "{n} decisions" },
    warnings: { one: "{n} warning", other: "{n} warnings" },
    more: { one: "{n} more in the terminal", other: "{n} more in the terminal" },
    comma: ", ",
    asBefore: "The page stays as it was.",
    noPage: "There is no page yet.",
    save: "Correct this and save: the page follows by itself.",
    fault: "A fault of mapgen",
    faulty: "Your table is not to blame; the terminal says more.",
    ended: "Preview ended",
    endedNote: "The page no longer follows your changes. Run mapgen preview again.",
    mended: "No errors any more.",
    hide: "Hide",
  },
  fr: {
    name: "Aperçu",
    errors: { one: "{n} erreur", other: "{n} erreurs" },
    decisions: { one: "{n} décision", other: "{n} décisions" },
    warnings: { one: "{n} avertissement", other: "{n} avertissements" },
    more: { one: "{n} autre dans le terminal", other: "{n} autres dans le terminal" },
    comma: ", ",
    asBefore: "La page reste telle qu’elle était.",
    noPage: "Il n’y a pas encore de page.",
    save: "Corrigez et enregistrez : la page suit d’elle-même.",
    fault: "Un défaut de mapgen",
    faulty: "Votre tableau n’y est pour rien ; le terminal en dit plus.",
    ended: "Aperçu terminé",
    endedNote: "La page ne suit plus vos modifications. Relancez mapgen preview.",
    mended: "Il n’y a plus d’erreur.",
    hide: "Masquer",
  },
  ar: {
    name: "معاينة",
    errors: {
      one: "خطأ واحد",
      two: "خطآن",
      few: "{n} أخطاء",
      many: "{n} خطأً",
      other: "{n} خطأ",
    },
    decisions: {
      one: "قرار واحد",
      two: "قراران",
      few: "{n} قرارات",
      many: "{n} قرارًا",
      other: "{n} قرار",
    },
    warnings: {
      one: "تنبيه واحد",
      two: "تنبيهان",
      few: "{n} تنبيهات",
      many: "{n} تنبيهًا",
      other: "{n} تنبيه",
    },
    more: {
      one: "وواحد آخر في الطرفية",
      two: "واثنان آخران في الطرفية",
      few: "و{n} أخرى في الطرفية",
      many: "و{n} أخرى في الطرفية",
      other: "و{n} أخرى في الطرفية",
    },
    comma: "، ",
    asBefore: "تبقى الصفحة كما كانت.",
    noPage: "لا توجد صفحة بعد.",
    save: "صحّح ثم احفظ: تتحدّث الصفحة من تلقاء نفسها.",
    fault: "خلل في mapgen",
    faulty: "ليس الخطأ في جدولك، وفي الطرفية تفاصيل أكثر.",
    ended: "انتهت المعاينة",
    endedNote: "لم تعد الصفحة تتبع تعديلاتك. شغّل mapgen preview من جديد.",
    mended: "لم تعد هناك أخطاء.",
    hide: "إخفاء",
  },
};
