"""Knows the places of the world: countries with their outlines, and towns by their names."""
