"""A table of historical events becomes one interactive map in one HTML file."""
