"""Puts files and folders in their place whole or not at all, and nothing in the place of others."""

from mapgen.putting.aside import is_aside
from mapgen.putting.files import put
from mapgen.putting.folders import is_empty, replacing
from mapgen.putting.pages import write_whole
from mapgen.putting.places import called, is_standard_output, refuse

__all__ = [
    "called",
    "is_aside",
    "is_empty",
    "is_standard_output",
    "put",
    "refuse",
    "replacing",
    "write_whole",
]
