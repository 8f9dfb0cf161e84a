"""Writes the bare canvas page, the floor under every page of the same events: TABLE PAGE."""

from __future__ import annotations

import base64
import gzip
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = 1000  # events whose text is compressed together


def main() -> None:
    """Put the points and the text behind the page of `bare.html`."""
    table, page = map(Path, sys.argv[1:])
    events = pd.read_csv(table, dtype=str, keep_default_na=False)
    lat, lon = (np.radians(events[name].astype(float).to_numpy()) for name in ("lat", "lon"))
    days = events["date"].to_numpy().astype("datetime64[D]").astype("<i4")
    x = (0.5 + lon / (2 * np.pi)).astype("<f4")
    y = (0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)).astype("<f4")
    rows = ["\t".join(row) for row in events.itertuples(index=False, name=None)]
    with page.open("w", encoding="utf-8") as file:
        file.write(Path(__file__).with_name("bare.html").read_text(encoding="utf-8"))
        for name, column in (("x", x), ("y", y), ("day", days)):
            _write(file.write, f'id="{name}"', column.tobytes())
        for start in range(0, len(rows), BLOCK):
            text = "\n".join(rows[start : start + BLOCK])
            _write(file.write, 'class="text"', gzip.compress(text.encode(), mtime=0))


def _write(write: Callable[[str], object], name: str, content: bytes) -> None:
    write(f'<script type="text/plain" {name}>{base64.b64encode(content).decode()}</script>\n')


if __name__ == "__main__":
    main()
