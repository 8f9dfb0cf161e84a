"""The table as lonboard's ScatterplotLayer, all columns kept for the panel: TABLE PAGE."""

import sys

import geopandas
import pandas as pd
from lonboard import Map, ScatterplotLayer

table, page = sys.argv[1:]
events = pd.read_csv(table, keep_default_na=False, na_values={"lat": "", "lon": ""})
events = events.dropna(subset=["lat", "lon"])  # a name alone has no point
points = geopandas.points_from_xy(events.pop("lon"), events.pop("lat"), crs="EPSG:4326")
layer = ScatterplotLayer.from_geopandas(geopandas.GeoDataFrame(events, geometry=points))
Map(layer).to_html(page)
