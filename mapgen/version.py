"""The version of mapgen, known without asking what is installed."""

VERSION = "0.1.0"
GENERATOR = f"mapgen {VERSION}"
