/**
 * The words that explain how a map is to be read, in each language that a page can speak.
 *
 * @typedef {object} AboutWords
 * @property {string} dates
 * @property {string} datesText
 * @property {string} calendars  of which calendar the days are, where there may be two
 * @property {string} places
 * @property {string} placesText
 * @property {string} borders
 * @property {string} bordersText
 * @property {string} claims
 * @property {string} claimsText
 * @property {Record<Exclude<import("mapgen/payload.js").Status, "">, string>} claim  what each status means
 * @property {string} coordinates
 * @property {string} fromTable
 * @property {string} fromGazetteer
 * @property {string} sources
 * @property {string} unnamed  for events that name no source
 * @property {string} keyboard
 * @property {[string, string][]} keys  the keys, and what they do
 * @property {string} software
 * @property {string} madeWith  `{generator}` for its name and version
 */

/** @type {Record<import("mapgen/core/words.js").Language, AboutWords>} */
export const ABOUT = {
  en: {
    dates: "Dates",
    datesText:
      "A date is as exact as its source. A year alone means some day of that year, and an event is shown whenever any part of its time lies in the window. “c.” marks an approximate date, a question mark an uncertain one. An interval may be open at either end: then its beginning or its end is not known, or it still lasts. Events without a date stay in the list and can be switched off.",
    calendars:
      "Days before 15 October 1582 are those of the Julian calendar, later ones as a rule those of the Gregorian; until 1923 some countries still counted by the Julian. Their figures stand as the table has them: none is converted.",
    places: "Places",
    placesText:
      "A mark stands at one point for a whole town. An event of which only the country is known belongs to the country as a whole. A line leads from where a movement began to where it ended; it is not the road that was taken.",
    borders: "Borders",
    bordersText:
      "The borders are those of today, as Natural Earth draws them. They help you find your way; they judge no claim to any territory.",
    claims: "Claims",
    claimsText: "An event that is not confirmed says how certain it is.",
    claim: {
      confirmed: "The source states it as a fact.",
      reported: "Somebody reports it; it has not been checked independently.",
      unconfirmed: "It is said, and nobody has been able to confirm it.",
      disputed: "Sources contradict each other.",
    },
    coordinates: "Positions",
    fromTable: "The author of the map gave the coordinates of the places.",
    fromGazetteer:
      "Coordinates that the author did not give come from the GeoNames gazetteer (geonames.org), under the licence CC BY 4.0.",
    sources: "Sources",
    unnamed: "No source named",
    keyboard: "Keyboard",
    keys: [
      ["Tab", "goes from one control to the next"],
      ["Enter", "opens the place, the event or the dialog that has the focus"],
      ["Esc", "closes what is open"],
      ["← →", "move the time window, where a handle of the timeline has the focus"],
      ["← → ↑ ↓  + −", "move and zoom the map, where it has the focus"],
    ],
    software: "Software",
    madeWith:
      "Made with {generator} (MIT licence). The map is drawn by Leaflet (BSD 2-clause licence) and put together by folium (MIT licence). Outlines: Natural Earth, public domain.",
  },
  fr: {
    dates: "Dates",
    datesText:
      "Une date est aussi précise que sa source. Une année seule désigne un jour quelconque de cette année, et un événement est montré dès qu’une partie de sa durée se trouve dans la période choisie. « Vers » signale une date approximative, un point d’interrogation une date incertaine. Un intervalle peut rester ouvert : son début ou sa fin n’est pas connu, ou il dure encore. Les événements sans date restent dans la liste et peuvent être masqués.",
    calendars:
      "Les jours d’avant le 15 octobre 1582 sont ceux du calendrier julien, les suivants en règle générale ceux du calendrier grégorien ; jusqu’en 1923, certains pays comptaient encore selon le julien. Leurs chiffres restent ceux du tableau, sans conversion.",
    places: "Lieux",
    placesText:
      "Un signe placé en un point vaut pour toute une ville. Un événement dont seul le pays est connu appartient au pays entier. Une ligne mène du départ d’un déplacement à son arrivée ; elle n’est pas la route suivie.",
    borders: "Frontières",
    bordersText:
      "Les frontières sont celles d’aujourd’hui, telles que les dessine Natural Earth. Elles aident à s’orienter et ne jugent d’aucune revendication territoriale.",
    claims: "Affirmations",
    claimsText: "Un événement qui n’est pas confirmé dit son degré de certitude.",
    claim: {
      confirmed: "La source le donne pour un fait.",
      reported: "Quelqu’un le rapporte, sans vérification indépendante.",
      unconfirmed: "Cela se dit, et personne n’a pu le confirmer.",
      disputed: "Les sources se contredisent.",
    },
    coordinates: "Positions",
    fromTable: "L’auteur de la carte a donné les coordonnées des lieux.",
    fromGazetteer:
      "Les coordonnées que l’auteur n’a pas données viennent du répertoire GeoNames (geonames.org), sous licence CC BY 4.0.",
    sources: "Sources",
    unnamed: "Sans source",
    keyboard: "Clavier",
    keys: [
      ["Tab", "passe d’une commande à la suivante"],
      ["Entrée", "ouvre le lieu, l’événement ou le dialogue qui a le focus"],
      ["Échap", "ferme ce qui est ouvert"],
      ["← →", "déplacent la période, quand une poignée de la frise a le focus"],
      ["← → ↑ ↓  + −", "déplacent et agrandissent la carte, quand elle a le focus"],
    ],
    software: "Logiciels",
    madeWith:
      "Réalisé avec {generator} (licence MIT). La carte est dessinée par Leaflet (licence BSD à deux clauses) et assemblée par folium (licence MIT). Contours : Natural Earth, domaine public.",
  },
  ar: {
    dates: "التواريخ",
    datesText:
      "التاريخ دقيق بقدر دقة مصدره. فالسنة وحدها تعني يومًا ما من تلك السنة، ويظهر الحدث متى وقع أي جزء من زمنه ضمن الفترة المختارة. وتدل كلمة «نحو» على تاريخ تقريبي، وعلامة الاستفهام على تاريخ غير مؤكد. وقد تبقى الفترة مفتوحة من أحد طرفيها: فبدايتها أو نهايتها غير معروفة، أو أنها لا تزال مستمرة. أما الأحداث التي لا تاريخ لها فتبقى في القائمة ويمكن إخفاؤها.",
    calendars:
      "الأيام التي قبل ١٥ تشرين الأول ١٥٨٢ هي أيام التقويم اليولياني، وما بعدها أيام التقويم الغريغوري في الغالب؛ وظلت بعض البلدان تحسب باليولياني حتى عام ١٩٢٣. وتبقى أرقامها كما وردت في الجدول من غير تحويل.",
    places: "الأماكن",
    placesText:
      "تقوم العلامة في نقطة واحدة مقام المدينة كلها. والحدث الذي لا يُعرف منه إلا البلد يُنسب إلى البلد بأكمله. ويصل الخط بين مكان انطلاق الحركة ومكان وصولها، وليس هو الطريق الذي سُلك.",
    borders: "الحدود",
    bordersText:
      "الحدود هي حدود اليوم كما ترسمها Natural Earth. وهي للاستدلال فحسب، ولا تفصل في أي مطالبة بأرض.",
    claims: "الأقوال",
    claimsText: "يُذكر مع كل حدث غير مؤكد مدى التأكد منه.",
    claim: {
      confirmed: "يورده المصدر على أنه واقعة.",
      reported: "نقله أحدهم ولم يُتحقق منه على نحو مستقل.",
      unconfirmed: "يُقال، ولم يستطع أحد تأكيده.",
      disputed: "تتعارض المصادر فيه.",
    },
    coordinates: "المواقع",
    fromTable: "أعطى صاحب الخريطة إحداثيات الأماكن.",
    fromGazetteer:
      "الإحداثيات التي لم يعطها صاحب الخريطة مأخوذة من معجم GeoNames الجغرافي (geonames.org) برخصة CC BY 4.0.",
    sources: "المصادر",
    unnamed: "بلا مصدر مذكور",
    keyboard: "لوحة المفاتيح",
    keys: [
      ["Tab", "للانتقال من عنصر تحكم إلى التالي"],
      ["Enter", "لفتح المكان أو الحدث أو النافذة التي عليها التركيز"],
      ["Esc", "لإغلاق ما هو مفتوح"],
      ["← →", "لتحريك الفترة الزمنية حين يكون التركيز على أحد مقبضي الخط الزمني"],
      ["← → ↑ ↓  + −", "لتحريك الخريطة وتكبيرها حين يكون التركيز عليها"],
    ],
    software: "البرمجيات",
    madeWith:
      "صُنعت هذه الصفحة بـ {generator} (رخصة MIT). ترسم الخريطةَ مكتبةُ Leaflet (رخصة BSD ذات البندين) وتركّبها folium (رخصة MIT). الخطوط العامة من Natural Earth، وهي ملك عام.",
  },
};
