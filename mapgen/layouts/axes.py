"""Reads the names of columns that say latitude or longitude, in whatever words around it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

Axis = Literal["lat", "lon"]
Kind = Literal["degrees", "letter", "length"]
"""What a word means: degrees and nothing else, x or y, or the width and length of a thing too."""

# Words for degrees, and words for width and length. A name of two words stands as one here.
_SURE: dict[Axis, str] = {
    "lat": (
        "lat lats latitude latitudes latitud latitudine lattitude latitute breitengrad geobreite "
        "breedtegraad enlem breddegrad breddgrad leveysaste lintang vĩđộ szerokośćgeograficzna "
        "zeměpisnášířka "
        "földrajziszélesség широта шир γεωγραφικόπλάτος קורוחב خطالعرض خطعرض دائرةالعرض "
        "عرضجغرافیایی 纬度 緯度 위도"
    ),
    "lon": (
        "lon lons lng lngs long longitude longitudes longitud longitudine longtitude longitute "
        "längengrad laengengrad geolänge geolaenge lengtegraad boylam lengdegrad længdegrad "
        "längdgrad pituusaste bujur "
        "kinhđộ długośćgeograficzna zeměpisnádélka földrajzihosszúság долгота долг "
        "γεωγραφικόμήκος קואורך خطالطول خططول طولجغرافیایی 经度 經度 経度 경도"
    ),
}
_LENGTHS: dict[Axis, str] = {
    "lat": "breite szerokość szélesség šířka πλάτος العرض",
    "lon": "länge laenge długość hosszúság délka μήκος الطول",
}
_COMMON = "decimal dec deg degrees dd gps geo wgs gcs etrs coord coords coordinate koord point pos"
_AROUND = set(
    (
        f"{_COMMON} degree geog geographic geographical geographische geografische geografica "
        "geografico geographique nad epsg crs srid coordinates coordonnee coordenada coordinata "
        "koordinate koordinaten position loc centroid center centre n s e w north south east west "
        "nord sud est ouest ost norte sur este oeste in of the de la du des di der die das grad "
        "grados gradi degres 84 89 83 4326 4258 1984 x y"
    ).split()
)
# What is told of a coordinate and is none.
_ABOUT = frozenset(
    {"accuracy", "error", "err", "uncertainty", "precision", "sd", "std", "unit", "units", "ref"}
    | {"source", "note", "notes", "name", "type", "code", "label", "text", "zone", "datum", "ns"}
    | {"ew", "hemisphere", "dir", "direction", "description", "format"}
)
SIDES = frozenset({"ns", "ew", "hemisphere", "dir", "direction", "ref"})
"""Words for a column that says north or south, east or west, and no degrees."""

PARTS = frozenset({"min", "minute", "minutes", "minuten", "sec", "second", "seconds", "sekunden"})
"""Words for a part of an angle, which stands in a column of its own."""

FROM = frozenset(
    {"from", "origin", "orig", "o", "start", "begin", "source", "src", "departure", "dep", "pickup"}
    | {"von", "ab", "depart", "origen"}
)
TO = frozenset(
    {"to", "destination", "dest", "d", "end", "finish", "target", "arrival", "arr", "dropoff"}
    | {"nach", "bis", "ziel", "arrivee", "destino"}
)
_ROUND = f"(?:{_COMMON.replace(' ', '|')})*"
_GLUED = regex(
    rf"{_ROUND}(?:(?P<lat>lat(?:itude)?)|(?P<lon>lon(?:gitude)?|lng|long)|(?P<y>y)|(?P<x>x)){_ROUND}"
)
_SEAMS = regex(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|[\W_]+"
)


class Named(NamedTuple):
    """What a header says: of which axis it is, by what kind of word, and of what.

    `stem` are the words that are left: "birth" of `birth_lat`, "" of `decimalLatitude`.
    """

    axis: Axis
    kind: Kind
    stem: str


def words_of(header: str) -> list[str]:
    """Split a header into words without case and accents: `decimalLatitude_1` into three."""
    parts = _SEAMS.sub(" ", unicodedata.normalize("NFKC", header))
    apart = unicodedata.normalize("NFKD", parts)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().split()


def read(header: str) -> Named | None:
    """Return what a header says of an axis, None where it says nothing of one."""
    words = words_of(header)
    if _ABOUT & set(words):
        return None
    found = [named for length in (2, 1) for named in _readings(words, length)]
    return next((each for each in found if each.kind == "degrees"), found[0] if found else None)


def _readings(words: list[str], length: int) -> Iterator[Named]:
    """Yield what each part of a header says that has so many words."""
    for at in range(len(words) - length + 1):
        word = "".join(words[at : at + length])
        if meant := _meant(word):
            axis, kind = meant
            others = [each for each in (*words[:at], *words[at + length :]) if each not in _AROUND]
            stem = " ".join(each for each in others if (_meant(each) or ("",))[0] != axis)
            if not (stem and kind == "letter"):
                yield Named(axis, kind, stem)


def _meant(word: str) -> tuple[Axis, Kind] | None:
    """Return the axis that a word means, and how surely."""
    if word in _WORDS:
        return _WORDS[word]
    match = _GLUED.fullmatch(word)
    if not match:
        return None
    axis: Axis = "lat" if match["lat"] or match["y"] else "lon"
    return axis, "degrees" if match["lat"] or match["lon"] else "letter"


_KINDS: tuple[tuple[Kind, dict[Axis, str]], ...] = (("degrees", _SURE), ("length", _LENGTHS))
_WORDS = {
    "".join(words_of(word)): (axis, kind)
    for kind, named in _KINDS
    for axis, words in named.items()
    for word in words.split()
}
