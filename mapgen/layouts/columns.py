"""Names the columns of mapgen, and what other people call them."""

from __future__ import annotations

import unicodedata

# Headers are compared without case, blanks and signs: "Start_Date" is "start date".
ALIASES = {
    "title": ("name", "headline", "event", "label", "event title", "event name"),
    "date": ("when", "event date", "edtf", "date edtf"),
    "start": ("start date", "begin", "begin date", "beginning", "date from"),
    "end": ("end date", "until", "finish", "date to"),
    "year": ("start year", "begin year"),
    "month": ("start month", "begin month"),
    "day": ("start day", "begin day"),
    "end_year": (),
    "end_month": (),
    "end_day": (),
    "time": (
        *("time of day", "event time", "start time", "begin time", "local time", "clock", "hour"),
        *("heure", "uhrzeit", "hora", "ora", "tijd", "saat", "الساعة", "الوقت"),
    ),
    "end_time": ("end hour", "finish time", "heure de fin", "endzeit", "hora fin", "ora fine"),
    "date_text": ("display date", "date display", "date label"),
    "place": ("location", "city", "town", "place name", "locality"),
    "country": ("nation", "country name", "country code", "iso", "iso code", "iso2", "iso3"),
    "lat": ("latitude", "y", "lat lon", "lat lng", "lat long", "coordinates", "coords"),
    "lon": ("longitude", "lng", "long", "x"),
    "geometry": ("geom", "the geom", "wkt", "geowkt", "geojson"),
    "to": ("destination", "to place", "destination place"),
    "to_country": ("destination country",),
    "to_lat": ("to latitude", "destination lat", "destination latitude", "dest lat"),
    "to_lon": (
        *("to longitude", "to lng", "to long", "destination lon", "destination longitude"),
        *("destination lng", "dest lon", "dest lng"),
    ),
    "kind": (),
    "category": ("group", "type", "event type"),
    "tags": ("tag", "keywords", "keyword"),
    "status": ("certainty", "confidence", "reliability"),
    "description": ("text", "notes", "note", "details", "story", "body", "summary"),
    "source": ("reference", "references", "sources", "citation"),
    "source_url": ("url", "link", "source link", "reference url", "web page", "website"),
    "image": ("media", "picture", "photo", "image url", "photo url", "image file"),
    "image_alt": ("alt", "alt text", "image alt text", "media alt", "photo alt"),
    "image_credit": ("media credit", "photo credit", "picture credit", "image credits"),
    "sensitive": ("sensitive image", "graphic", "content warning", "trigger warning"),
    "id": ("identifier", "unique id", "event id", "slug"),
}


def key(header: str) -> str:
    """Return what headers are compared by."""
    folded = unicodedata.normalize("NFKC", header).casefold()
    return "".join(filter(str.isalnum, folded))
