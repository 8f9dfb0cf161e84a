"""Links ES modules into one script, so that a page need not load a hundred.

What it does not understand it refuses, with file and line: a page must not miss a part in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import TYPE_CHECKING, NoReturn

from mapgen.page.masking import masked
from mapgen.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

_NAME = r"[A-Za-z_$][\w$]*"
# Two, for a text that begins them is looked for faster than a set of letters.
_WORDS = tuple(regex(rf"{word}(?![\w$]|\s*:)") for word in ("import", "export"))
_IMPORT = regex(
    rf'import\s*\{{((?:\s*{_NAME}\s*,)*\s*(?:{_NAME})?\s*)\}}\s*from\s*"([^"]*)"[ \t]*;\n?'
)
_EXPORT = regex(
    rf"export\s+(?=(?:(?:async\s+)?function\s*\*?|class|const)\s*(?<![\w$])({_NAME})\s*([=({{]|extends\b))"
)
_GOES_ON = regex(r"[\w$.#]")
_BRACKETS = regex(r"[()\[\]{},;]")
_STATEMENT = regex(r"[()\[\]{};]")
_AWAIT = regex(r"await(?![\w$]|\s*:)")
_ASYNC = regex(r"(?<![\w$.#])async(?![\w$])")
_OURS = regex(r"m\d+(?![\w$])")  # what linked modules are called


@dataclass(frozen=True, slots=True)
class _Import:
    """An import as it stands: where, which names, and of which module."""

    begin: int
    end: int
    names: tuple[str, ...]
    module: str


class _Module:
    """A module taken apart: its imports, and the exports with where the word stands."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source
        try:
            self.code = masked(source)
        except ValueError as error:
            self.refuse(*error.args)
        self.imports: list[_Import] = []
        self.exports: dict[str, tuple[int, int]] = {}
        for at in sorted(chain.from_iterable(map(self._words, _WORDS))):
            self._take(at)
        for at in self._words(_OURS):
            self.refuse(at, "is a name that linked modules have")

    def refuse(self, at: int, what: str) -> NoReturn:
        """Raise ValueError for what stands somewhere."""
        line = self.source.count("\n", 0, at) + 1
        shown = self.source[at : at + 60].partition("\n")[0]
        raise ValueError(f"{self.name}:{line}: {shown!r} {what}")

    def body(self, numbers: Mapping[str, str]) -> str:
        """Return the code, its imports as constants and its exports as declarations."""
        changes = [(begin, end, "") for begin, end in self.exports.values()]
        for each in self.imports:
            constants = f"const {{{', '.join(each.names)}}} = {numbers[each.module]};\n"
            changes.append((each.begin, each.end, constants))
        parts, at = [], 0
        for begin, end, instead in sorted(changes):
            parts += [self.source[at:begin], instead]
            at = end
        return "".join([*parts, self.source[at:]]).strip()

    def refuse_waiting(self) -> None:
        """Refuse an `await` outside of async functions, where the module becomes a function."""
        words = list(self._words(_AWAIT))
        begins = [0, *self._statements()] if words else []
        for at in words:
            begin = max(each for each in begins if each <= at)
            if not _ASYNC.search(self.code, begin, at):
                self.refuse(at, "is an await outside of functions, which is not linked")

    def _words(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Yield where whole words stand that are no property."""
        for word in pattern.finditer(self.code):
            if not _GOES_ON.match(self.code, word.start() - 1) or not word.start():
                yield word.start()

    def _take(self, at: int) -> None:
        """Take note of the import or export at a place."""
        if found := _IMPORT.match(self.code, at):
            if self.code[self.imports[-1].end if self.imports else 0 : at].strip():
                self.refuse(at, "is an import after other code, which is not linked")
            names = tuple(name for each in found[1].split(",") if (name := each.strip()))
            module = self.source[found.start(2) : found.end(2)]
            self.imports.append(_Import(at, found.end(), names, module))
        elif (found := _EXPORT.match(self.code, at)) and self._is_one(found):
            self.exports[found[1]] = found.span()
        else:
            self.refuse(at, "is a form of import or export that is not linked")

    def _is_one(self, found: re.Match[str]) -> bool:
        """Tell whether an export declares one name at the top level, and not several."""
        is_const = self.code.startswith("const", found.end())
        if is_const != (found[2] == "=") or self._depth(found.start()):
            return False
        return not is_const or self._ends_before_comma(found.end(2))

    def _ends_before_comma(self, at: int) -> bool:
        depth = 0
        for sign in _BRACKETS.finditer(self.code, at):
            if sign[0] in "([{":
                depth += 1
            elif sign[0] in ")]}":
                depth -= 1
            elif depth == 0:
                return sign[0] == ";"
        return False

    def _depth(self, at: int) -> int:
        before = self.code[:at]
        return before.count("{") - before.count("}")

    def _statements(self) -> Iterator[int]:
        """Yield where each statement of the top level ends."""
        depth = 0
        for sign in _STATEMENT.finditer(self.code):
            depth += (sign[0] in "([{") - (sign[0] in ")]}")
            if depth == 0 and sign[0] in "};":
                yield sign.end()


def link(modules: Mapping[str, str]) -> str:
    """Return one module that does what the last of `modules` does with the others.

    Each module stands once, after those that it imports, in a function of its own; its exports are
    an object. `import {a, b} from "name";` before all else is understood, and `export` before a
    function, a class or one constant; raises ValueError for any other form, for a name that is not
    exported, and for modules that import each other.
    """
    read = {name: _Module(name, source) for name, source in modules.items()}
    imports = {name: [each.module for each in module.imports] for name, module in read.items()}
    try:
        ordered = [*TopologicalSorter(imports).static_order()]
    except CycleError as error:
        raise ValueError(f"modules import each other in a cycle: {error.args[1]}") from error
    for module in read.values():
        _check_imports(module, read)
    numbers = {name: f"m{number}" for number, name in enumerate(ordered)}
    *others, start = sorted(ordered, key=lambda name: name == [*modules][-1])
    parts = [f"const {numbers[name]} = {_function(read[name], numbers)};" for name in others]
    return "\n".join([*parts, read[start].body(numbers)])


def _check_imports(module: _Module, read: Mapping[str, _Module]) -> None:
    for each in module.imports:
        if each.module not in read:
            module.refuse(each.begin, f"imports {each.module}, which is not there")
        for name in each.names:
            if name not in read[each.module].exports:
                module.refuse(each.begin, f"imports {name}, which {each.module} does not export")


def _function(module: _Module, numbers: Mapping[str, str]) -> str:
    """Return a call that runs a module and hands on what it exports."""
    module.refuse_waiting()
    exported = ", ".join(module.exports)
    return f"(() => {{\n{module.body(numbers)}\nreturn {{{exported}}};\n}})()"
