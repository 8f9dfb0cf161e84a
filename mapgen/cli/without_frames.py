"""Lets a command load folium without pandas, which is a quarter of a second for nothing.

folium takes data frames where pandas is installed and does without where it is not; a command has
none for it. A table that needs pandas to be read loads it all the same.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


def hide_pandas_from_folium() -> None:
    """Make folium load as if pandas were not installed, in this process."""
    sys.meta_path.insert(0, _Hidden())


class _Hidden(MetaPathFinder):
    """Refuses pandas while folium is being loaded."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> None:
        folium = sys.modules.get("folium")
        if fullname == "pandas" and folium and not hasattr(folium, "Map"):
            raise ModuleNotFoundError("pandas is hidden from folium", name="pandas")
