"""The table as dots of bokeh, with a tooltip for each event and a window of time: TABLE PAGE."""

import sys

import numpy as np
import pandas as pd
from bokeh.layouts import column
from bokeh.models import CDSView, ColumnDataSource, CustomJS, CustomJSFilter, RangeSlider
from bokeh.plotting import figure, output_file, save
from bokeh.resources import INLINE

RADIUS = 6_378_137  # metres, of the sphere of Web Mercator
INSIDE = """
const [from, to] = slider.value;
const { day } = source.data;
const inside = [];
for (let i = 0; i < day.length; i++) if (day[i] >= from && day[i] <= to) inside.push(i);
return inside;
"""

table, page = sys.argv[1:]
events = pd.read_csv(table, keep_default_na=False, na_values={"lat": "", "lon": ""})
events = events.dropna(subset=["lat", "lon"])  # a name alone has no point
lat, lon = np.radians(events["lat"]), np.radians(events["lon"])
events["x"], events["y"] = RADIUS * lon, RADIUS * np.log(np.tan(np.pi / 4 + lat / 2))
events["day"] = pd.to_datetime(events["date"]).to_numpy().astype("datetime64[D]").astype("int32")
shown = ["x", "y", "day", "title", "date", "place", "description", "source"]
source = ColumnDataSource(events[shown])
first, last = int(events["day"].min()), int(events["day"].max())
quarter = (last - first) // 4
slider = RangeSlider(start=first, end=last, value=(first + quarter, last - quarter), width=1200)
inside = CustomJSFilter(args={"slider": slider}, code=INSIDE)
slider.js_on_change("value", CustomJS(args={"f": inside}, code="f.change.emit()"))
plot = figure(
    width=1200,
    height=700,
    output_backend="webgl",
    tools="pan,wheel_zoom,hover",
    active_scroll="wheel_zoom",
    tooltips=[(name, f"@{name}") for name in shown[3:]],
)
plot.scatter("x", "y", source=source, view=CDSView(filter=inside), size=4)
output_file(page, title="bokeh")
save(column(plot, slider), resources=INLINE)
