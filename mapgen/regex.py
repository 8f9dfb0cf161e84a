"""Regular expressions that are compiled when they are first asked for.

The house has more than two hundred, and a small table asks for a fifth of them. Python keeps none
from one run to the next, and would compile them all as their modules are loaded.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression that is compiled when its first method is asked for."""
    return cast("re.Pattern[AnyStr]", Later(pattern, flags))


class Later:
    """Stands for a compiled regular expression, and knows its text and flags without it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the compiled one, and keep it: another time it is found at once."""
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method
