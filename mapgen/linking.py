"""Links ES modules into one script, so that a page need not load a hundred."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function\*?|const|class) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def link(modules: Mapping[str, str]) -> str:
    """Return one module that does what the last of `modules` does with the others.

    Each module stands once, after those that it imports, in a function of its own; its exports are
    an object. `import {a, b} from "name";` and `export` before a function, constant or class are
    understood; raises ValueError for any other form, and for modules that import each other.
    """
    imports = {name: [match[2] for match in _IMPORT.finditer(modules[name])] for name in modules}
    try:
        ordered = [*TopologicalSorter(imports).static_order()]
    except CycleError as error:
        raise ValueError(f"modules import each other in a cycle: {error.args[1]}") from error
    numbers = {name: f"m{number}" for number, name in enumerate(ordered)}
    *others, start = sorted(ordered, key=lambda name: name == [*modules][-1])
    parts = [f"const {numbers[name]} = {_function(modules[name], numbers)};" for name in others]
    return "\n".join([*parts, _body(modules[start], numbers)])


def _function(source: str, numbers: Mapping[str, str]) -> str:
    """Return a call that runs a module and hands on what it exports."""
    exported = ", ".join(match[1] for match in _EXPORT.finditer(source))
    return f"(() => {{\n{_body(source, numbers)}\nreturn {{{exported}}};\n}})()"


def _body(source: str, numbers: Mapping[str, str]) -> str:
    """Return the code of a module, its imports as constants."""
    linked = _IMPORT.sub(
        lambda match: f"const {{{' '.join(match[1].split())}}} = {numbers[match[2]]};\n", source
    )
    body = _EXPORT.sub("", linked).strip()
    if other := _LEFT.search(body):
        raise ValueError(f"{other[0]!r} is a form of import or export that is not linked")
    return body
