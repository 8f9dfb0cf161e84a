"""Reads the files of a zip archive, as workbooks and .kmz files are."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from mapgen.errors.boundary import Boundary
from mapgen.guarded import CURE
from mapgen.guarded.limits import NAMES, unpacked
from mapgen.table.contents import refused

if TYPE_CHECKING:
    from mapgen.errors import TableError


_CURE = f"unpack it and name the table that is in it, or {CURE}"


class Archive:
    """The files of an archive by their `names`.

    Raises TableError for what is damaged in it, and for what would unpack to more than any table.
    """

    def __init__(self, data: bytes, *, file: str) -> None:
        self._file = file
        with Boundary(self._damaged):
            self._archive = zipfile.ZipFile(BytesIO(data))
            self.names = self._archive.namelist()
        if len(self.names) > NAMES:
            raise refused(file, f"is a zip archive of {len(self.names):,} files", _CURE)
        whole = sum(member.file_size for member in self._archive.infolist())
        self.refuse_beyond(unpacked(len(data)), whole, packed=len(data))

    def refuse_beyond(self, most: int, size: int, *, packed: int) -> None:
        """Raise TableError where files unpack to more than they may."""
        if size > most:
            message = f"unpacks to {size / 1e6:,.0f} MB, {size / packed:,.0f} times its own size"
            raise refused(self._file, message, _CURE)

    def size(self, name: str) -> int:
        """Return how many bytes a file says that it unpacks to."""
        with Boundary(self._damaged):
            return self._archive.getinfo(name).file_size

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        with Boundary(self._damaged):
            return self._archive.read(name)

    def _damaged(self, _error: BaseException) -> TableError:
        message = "is a zip archive, as spreadsheet programs save them, but a damaged one"
        return refused(self._file, message, "save or download it again")
