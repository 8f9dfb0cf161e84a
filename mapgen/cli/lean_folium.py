"""Lets a command load folium without pandas, which would be a quarter of a small build.

folium works where pandas is not installed, and asks for it only to take frames, of which a command
hands it none. What needs pandas itself loads it all the same. This module can go as soon as folium
imports pandas where it is handed a frame.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


class WithoutPandas(MetaPathFinder):
    """Finds no module; while folium is being loaded, it says that pandas is not installed."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> None:
        """Refuse pandas to folium."""
        folium = sys.modules.get("folium")
        if fullname == "pandas" and folium and not hasattr(folium, "Map"):
            raise ModuleNotFoundError("pandas is hidden from folium", name="pandas")
