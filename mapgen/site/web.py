"""Opens addresses of the web as fsspec does others, by the rules of every table of the web."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from fsspec.spec import AbstractBufferedFile, AbstractFileSystem

from mapgen.regex import regex
from mapgen.table.address import Answer, ask, refuse_page
from mapgen.table.contents import refused

PROTOCOL = "web"

_BEGIN = (0, 1000)  # bytes
_LINK = regex(rb"""<a\s[^<>]*?href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)


class Web(AbstractFileSystem):  # type: ignore[misc]  # fsspec tells no types
    """What lies at addresses of the web, each of them a path.

    One that ends with a slash is a folder: the files in it to which its page leads, none below.
    """

    protocol = PROTOCOL
    cachable = False  # it is as it stands when it is asked

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return path.removeprefix(f"{PROTOCOL}://")

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """Return the size of a file in bytes; raises TableError."""
        if self.isdir(path):
            return {"name": path, "size": 0, "type": "directory"}
        begin = _begin(path)
        size = len(begin.data) if begin.size is None else begin.size
        return {"name": path, "size": size, "type": "file"}

    def isdir(self, path: str) -> bool:
        """Tell whether an address is that of a folder."""
        return path.endswith("/")

    def find(self, path: str, *_: Any, **__: Any) -> list[str]:
        """Return the files of a folder, or the one that is named; raises TableError."""
        if not self.isdir(path):
            return [path]
        answer = ask(path, file=path)
        links = (
            unescape((b or c).decode("utf-8", "replace")) for b, c in _LINK.findall(answer.data)
        )
        found = {urljoin(path, link).partition("#")[0] for link in links}
        return sorted(each for each in found if _is_in(each, path))

    def glob(self, path: str, **_: Any) -> list[str]:
        """Return the files of a folder whose names are of a pattern, in which ? is no sign."""
        folder, slash, pattern = path.rpartition("/")
        if not set("*[") & set(pattern):
            return [path]
        pattern = pattern.replace("?", "[?]")
        files = self.find(folder + slash)
        return [each for each in files if fnmatchcase(each.rpartition("/")[2], pattern)]

    def _open(self, path: str, mode: str = "rb", **_: Any) -> Any:
        begin = _begin(path)
        if begin.size is None:
            return BytesIO(begin.data)
        return _Parts(self, path, mode, size=begin.size)


class _Parts(AbstractBufferedFile):  # type: ignore[misc]  # as above
    """A file that is asked for in parts."""

    def _fetch_range(self, start: int, end: int) -> bytes:
        answer = ask(self.path, file=self.path, part=(start, end))
        data = answer.data if answer.size else answer.data[start:end]
        if answer.size not in {None, self.size} or len(data) != end - start:
            raise refused(self.path, "has changed while it was read", "build the site again")
        return data


def _begin(path: str) -> Answer:
    """Return the beginning of a file, or all of it where its server gives no parts."""
    answer = ask(path, file=path, part=_BEGIN)
    refuse_page(answer.data, file=path)
    return answer


def _is_in(address: str, folder: str) -> bool:
    name = address.removeprefix(folder)
    return bool(name) and name != address and "/" not in name.partition("?")[0]
