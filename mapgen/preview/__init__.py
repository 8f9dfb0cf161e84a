"""Serves the page of some tables on this computer, and draws it anew at every change."""

from mapgen.preview.board import Board
from mapgen.preview.drawing import Drawing
from mapgen.preview.following import follow
from mapgen.preview.serving import serving

__all__ = ["Board", "Drawing", "follow", "serving"]
