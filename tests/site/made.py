"""Sites that tests make, and what is in their parts."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from mapgen.settings import Settings
from mapgen.site import build_site

if TYPE_CHECKING:
    from pathlib import Path


COUNT, PART, BLOCK = 3000, 150, 100_000


HEADER = "id,title,date,place,lat,lon,description"


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


def parts(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_bytes()) for path in sorted((folder / "parts").iterdir())]


def texts(part: dict[str, Any], column: str) -> list[str]:
    plain = part["head"]["coding"] == "identity"
    read = (
        each if plain else zlib.decompress(base64.b64decode(each), -15) for each in part["blocks"]
    )
    return [text for block in map(json.loads, read) for text in block[column]]


def rows(*lines: str) -> str:
    return "\n".join((HEADER, *lines, ""))


def event(number: int, description: str = "") -> str:
    point = f"{number % 60},{number % 90}"
    return f"e{number},Event {number},{1900 + number % 100},Town,{point},{description}"


def made(dask: Any, output: Path, *tables: str | Path, **more: Any) -> Path:
    named = [str(each) for each in tables]
    return build_site(named, output, Settings(), scheduler=dask, **more).output
