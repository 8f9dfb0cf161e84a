"""Reads points, lines and areas, and draws them the short way round the earth."""
