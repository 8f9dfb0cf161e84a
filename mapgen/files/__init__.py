"""Puts files and folders in their place whole or not at all, and nothing in the place of others."""

from mapgen.files.aside import is_aside
from mapgen.files.folders import is_empty, replacing
from mapgen.files.pages import write_whole
from mapgen.files.targets import called, is_standard_output, refuse
from mapgen.files.whole import put

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
