"""Writes events for other programs: GeoJSON, Linked Places, KML, TimelineJS and mapgen's own CSV.

All but TimelineJS hold the whole table: each event has every filled column under mapgen's own name
as a text (GeoJSON and Linked Places in `properties`, KML in `ExtendedData`), beside what the format
says of geometry and time in its own words. Reading such a file back gives the same events.
"""

from mapgen.export.formats import FORMATS, Exported, Format, export, format_of

__all__ = ["FORMATS", "Exported", "Format", "export", "format_of"]
