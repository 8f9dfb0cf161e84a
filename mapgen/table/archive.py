"""Reads the files of a zip archive, as workbooks and .kmz files are."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from mapgen.boundary import Boundary
from mapgen.table.contents import refused

if TYPE_CHECKING:
    from mapgen.errors import TableError


class Archive:
    """The files of an archive by their `names`; raises TableError for what is damaged in it."""

    def __init__(self, data: bytes, *, file: str) -> None:
        self._file = file
        with Boundary(self._damaged):
            self._archive = zipfile.ZipFile(BytesIO(data))
            self.names = self._archive.namelist()

    def size(self, name: str) -> int:
        """Return how many bytes a file says that it unpacks to."""
        return self._archive.getinfo(name).file_size

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        with Boundary(self._damaged):
            return self._archive.read(name)

    def _damaged(self, _error: BaseException) -> TableError:
        message = "is a zip archive, as spreadsheet programs save them, but a damaged one"
        return refused(self._file, message, "save or download it again")
