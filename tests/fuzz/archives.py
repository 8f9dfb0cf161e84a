"""Packs archives, and breaks what is packed in them: most damage of the outside is soon noticed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tests.fuzz.mutations import LARGEST, mutate, mutate_binary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    Parts = list[tuple[str, bytes]]

_OUTSIDE = 0.3  # of the archives are broken as bytes alone
_BLOWN = 40_000_000  # bytes of blanks, which pack to a thousandth


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of files, with the same bytes at any time of day."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def unpacked(data: bytes) -> Parts:
    """Return the names and the contents of a whole archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def mutate_archive(data: bytes, random: Random) -> bytes:
    """Return an archive with a part broken, or with its own bytes broken."""
    if random.random() < _OUTSIDE:
        return mutate_binary(data, random)
    parts = unpacked(data)
    random.choice(_MUTATIONS)(parts, random)
    return packed(parts)[:LARGEST]


def _break_part(parts: Parts, random: Random) -> None:
    at = random.randrange(len(parts))
    name, data = parts[at]
    parts[at] = name, mutate(data, random)


def _lose_part(parts: Parts, random: Random) -> None:
    del parts[random.randrange(len(parts))]


def _rename_part(parts: Parts, random: Random) -> None:
    at = random.randrange(len(parts))
    name, data = parts[at]
    parts[at] = random.choice(["../" + name, "/" + name, name.upper(), "x", name + "/"]), data


def _exchange_parts(parts: Parts, random: Random) -> None:
    names = [name for name, _ in parts]
    random.shuffle(names)
    parts[:] = [(name, data) for name, (_, data) in zip(names, parts, strict=True)]


def _add_parts(parts: Parts, random: Random) -> None:
    name, data = random.choice(parts)
    parts.extend((f"{number}/{name}", data) for number in range(random.choice([1, 50, 3000])))


def _blow_up(parts: Parts, random: Random) -> None:
    at = random.randrange(len(parts))
    name, data = parts[at]
    place = random.randint(0, len(data))
    parts[at] = name, data[:place] + b" " * _BLOWN + data[place:]


_MUTATIONS: tuple[Callable[[Parts, Random], None], ...] = (
    *(_break_part,) * 14,
    *(_lose_part, _rename_part, _exchange_parts, _add_parts, _blow_up),
)
