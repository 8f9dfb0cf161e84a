"""Makes regions.json: the regions of the world and their countries, from CLDR's npm package.

Usage: python -m tools.make_regions [FOLDER]

FOLDER holds the unpacked package; without it, npm fetches the package into a temporary folder.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

PACKAGE = "cldr-core@48.2.0"
TERRITORIES = "supplemental/territoryContainment.json"
WORLD = "001"
DATA = Path(__file__).parents[1] / "mapgen" / "data"


def main(arguments: list[str]) -> None:
    """Write the file beside this script."""
    data = json.loads((Path(arguments[0]) / TERRITORIES).read_bytes() if arguments else fetch())
    contained = data["supplemental"]["territoryContainment"]
    countries = json.loads((DATA / "countries.json").read_bytes())["countries"]
    path = DATA / "regions.json"
    content = json.dumps(regions(contained, countries), indent=1)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def fetch() -> bytes:
    """Return the file from the package, which npm fetches into a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", PACKAGE, "--pack-destination", folder], check=True)  # noqa: S603, S607  (npm is wherever the author has it)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            file = package.extractfile(f"package/{TERRITORIES}")
            if file is None:
                raise FileNotFoundError(TERRITORIES)
            return file.read()


def regions(
    contained: dict[str, Any], countries: list[dict[str, Any]]
) -> dict[str, dict[str, str]]:
    """Return the codes of the countries of each region of each continent, with blanks between."""
    entries = {country["code"]: country["alpha2"] for country in countries}
    codes = defaultdict(list)
    for country in countries:
        alpha2 = country["alpha2"] or entries.get(country["within"], "")
        codes[alpha2].append(country["code"])
    return {
        continent: {
            region: " ".join(
                code
                for alpha2 in contained[region].get("_contains", [])
                for code in codes.get(alpha2, [])
            )
            for region in contained[continent]["_contains"]
            if region.isdigit()
        }
        for continent in contained[WORLD]["_contains"]
    }


if __name__ == "__main__":
    main(sys.argv[1:])
