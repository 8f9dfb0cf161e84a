"""The table as folium's FastMarkerCluster, with a popup for each event: TABLE PAGE."""

import sys

import folium
import pandas as pd
from folium.plugins import FastMarkerCluster

MARKER = """function (row) {
    const marker = L.marker(new L.LatLng(row[0], row[1]));
    const text = document.createElement("div");
    text.textContent = row.slice(2).join("\\n");
    return marker.bindPopup(text);
}"""
SHOWN = ["lat", "lon", "title", "date", "place", "description", "source"]

table, page = sys.argv[1:]
events = pd.read_csv(table, keep_default_na=False, na_values={"lat": "", "lon": ""})
events = events.dropna(subset=["lat", "lon"])  # a name alone has no point
figure = folium.Map(location=[20, 0], zoom_start=2)
FastMarkerCluster(events[SHOWN].to_numpy().tolist(), callback=MARKER).add_to(figure)
figure.save(page)
