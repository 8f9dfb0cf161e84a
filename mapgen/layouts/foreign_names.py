"""What the columns of mapgen are called in German, French, Spanish, Italian, Portuguese and Arabic.

A header is compared without case, blanks, signs and accents.
"""

from __future__ import annotations

import unicodedata

from mapgen.layouts.columns import key

_WORDS = {
    "title": (
        "titel überschrift ereignis bezeichnung titre événement evenement intitulé título evento "
        "acontecimiento titolo avvenimento acontecimento عنوان العنوان الحدث حدث"
    ),
    "date": "datum zeitpunkt date fecha data datazione التاريخ تاريخ",
    "start": "beginn anfang von début inicio inizio início البداية",
    "end": "ende bis fin final fine fim النهاية",
    "year": "jahr année annee an año anno ano السنة سنة العام",
    "month": "monat mois mes mese mês الشهر",
    "day": "tag jour día dia giorno اليوم",
    "end_year": "endjahr",
    "place": (
        "ort ortsname stadt gemeinde lieu ville commune endroit lugar ciudad localidad luogo città "
        "comune cidade local المكان مكان المدينة الموقع"
    ),
    "country": "land staat pays país pais paese nazione الدولة البلد",
    "to": "ziel zielort destination destino destinazione الوجهة",
    "category": "kategorie art typ gruppe catégorie genre categoría tipo categoria الفئة النوع",
    "tags": "schlagwörter stichwörter motsclés etiquetas palabrasclave parolechiave الوسوم",
    "status": "gesichert statut estado stato الحالة",
    "description": (
        "beschreibung erläuterung kommentar inhalt texte commentaire descripción texto descrizione "
        "testo descrição الوصف وصف النص"
    ),
    "source": "quelle quellen beleg sources fuente fuentes fonte fonti المصدر مصدر",
    "source_url": "quellenlink verweis lien enlace collegamento ligação الرابط",
    "image": "bild foto abbildung photographie imagen immagine imagem الصورة صورة",
    "image_alt": "bildbeschreibung alternativtext textealternatif",
    "image_credit": "bildnachweis bildquelle créditphoto crédito",
    "id": "kennung nummer identifiant identificador",
}


def plain(header: str) -> str:
    """Return a header as it is compared here."""
    apart = unicodedata.normalize("NFD", header)
    return key("".join(sign for sign in apart if not unicodedata.combining(sign)))


NAMES = {plain(word): column for column, words in _WORDS.items() for word in words.split()}
"""The column that a word means."""
