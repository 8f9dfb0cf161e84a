"""Lets a command load folium in a third of the time: without pandas, its templates not compiled.

folium takes data frames where pandas is installed and does without where it is not; a command has
none for it. A table that needs pandas to be read loads it all the same. Of its templates a page
uses a few, and to compile them all takes longer than all else that folium does as it loads.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from jinja2 import Template


def load_folium_lean() -> None:
    """Make folium, when this process loads it, load as if pandas were not installed.

    From then on, a template of Jinja is compiled when it is first used.
    """
    sys.meta_path.insert(0, _Hook())


class _Hook(MetaPathFinder):
    """Finds no module itself; it refuses pandas while folium is being loaded."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> None:
        folium = sys.modules.get("folium")
        if fullname == "pandas" and folium and not hasattr(folium, "Map"):
            raise ModuleNotFoundError("pandas is hidden from folium", name="pandas")
        if fullname == "folium":
            _compile_templates_late()


def _compile_templates_late() -> None:
    from jinja2 import Template  # noqa: PLC0415  (no command needs it before folium)

    compiled = Template.__new__

    def uncompiled(template: type[Template], *source: Any, **options: Any) -> Template:
        late = object.__new__(template)
        vars(late)["compile"] = partial(compiled, template, *source, **options)
        return late

    def first_use(late: Template, name: str) -> Any:
        if "compile" not in vars(late):
            raise AttributeError(name, name=name, obj=late)
        vars(late).update(vars(vars(late).pop("compile")()))
        return getattr(late, name)

    Template.__new__ = uncompiled  # type: ignore[assignment,method-assign]
    Template.__getattr__ = first_use  # type: ignore[attr-defined]
