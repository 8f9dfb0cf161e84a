"""Reads the documents of other programs, JSON and KML, as tables with mapgen's own columns."""
