"""Says why a file is not read, in a way that travels between processes."""

from __future__ import annotations

CURE = "save the sheet as 'CSV UTF-8' in the program that made the file, and name that file"
"""What helps with any workbook that is too much, or that no parser understands."""


class Refused(Exception):  # noqa: N818  (it is what happened, and whoever asked names the file)
    """A file is not read: `message` says what was met, `cure` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message}; {cure}")
        self.message = message
        self.cure = cure
