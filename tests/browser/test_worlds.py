"""A reader looks at maps of four kinds, and asks of every name and mark whether it stands right."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.build import build
from mapgen.settings import Settings, read_settings
from tests.browser.conftest import PHONE, WIDE
from tests.browser.ground import Ground, is_in_hull
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit

WORLDS = Path(__file__).parent / "worlds"
TABLES = {
    "battles": WORLDS / "battles.csv",
    "letters": WORLDS / "letters.csv",
    "sample": ROOT / "locations.csv",
    "one": WORLDS / "one.csv",
}
LONGEST = 60  # pixels of a line from a name to its land
OWN = 0.55  # of a name without a line is on its land at least; the rest is on the sea
OTHERS = 0.12  # of it may be on the land of others, along a border
SETTLED = """() => {
    const labels = [...document.querySelectorAll(".label")];
    const now = labels.map(({ style, textContent }) =>
        textContent + style.transform + style.visibility).join();
    const moving = document.querySelector(".labels-late, .leaflet-zoom-anim");
    const named = labels.some(({ style }) => style.visibility === "visible");
    window.turns = named && !moving && now === window.before ? (window.turns ?? 0) + 1 : 0;
    window.before = now;
    return window.turns > 1;
}"""
NAMES = """() => [...document.querySelectorAll(".label-country")]
    .filter(({ style }) => style.visibility === "visible")
    .map((label) => {
        const { left, top, right, bottom } = label.getBoundingClientRect();
        const line = label.querySelector(".label-leader");
        const turn = new DOMMatrix(line ? line.style.transform : "");
        const [x, y, length] = ["left", "top", "width"]
            .map((side) => line ? parseFloat(line.style[side]) : 0);
        return {
            text: label.textContent, box: [left, top, right, bottom], led: line !== null, length,
            start: [left + x, top + y],
            end: [left + x + length * turn.a, top + y + length * turn.b],
        };
    })"""
MARKS = """() => [...document.querySelectorAll(".place")].map((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    return {
        name: mark.getAttribute("aria-label"), at: [left + width / 2, top + height / 2],
        places: mark.dataset.places.split(" ").map(Number),
    };
})"""
SLACK = 1.5  # pixels; marks stand on whole ones
AROUND = ((0, 0), (1.5, 0), (-1.5, 0), (0, 1.5), (0, -1.5))


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the page of each world, by its name."""
    folder = tmp_path_factory.mktemp("worlds")
    pages = {}
    for name, table in TABLES.items():
        settings = read_settings(ROOT, {}) if name == "sample" else Settings(title=name)
        pages[name] = build(table, folder / f"{name}.html", settings).output
    return pages


def settle(page: Page) -> None:
    """Wait until the names stand still."""
    page.wait_for_function(SETTLED, polling=250)


def zoom_in(page: Page, times: int) -> None:
    for _ in range(times):
        page.get_by_role("button", name="Zoom in", exact=True).click()
        settle(page)


def codes_by_name(ground: Ground) -> dict[str, str]:
    """Return the code of each name that a country may have on the map."""
    countries, places = ground.tables["outlines"]["countries"], ground.tables["places"]
    own = zip(countries["name"], countries["code"], strict=True)
    authors = zip(places["country"], places["code"], strict=True)
    return {name: code for name, code in [*own, *authors] if name}


def shares(ground: Ground, box: list[float], code: str) -> tuple[float, float]:
    """Return how much of a box is on the land of a country, and how much on that of others."""
    left, top, right, bottom = box
    columns, rows = 12, 4
    points = [
        (
            left + (right - left) * (column + 0.5) / columns,
            top + (bottom - top) * (row + 0.5) / rows,
        )
        for column, row in product(range(columns), range(rows))
    ]
    lands = Counter(code if ground.holds(code, point) else ground.land(point) for point in points)
    count = columns * rows
    return lands[code] / count, (count - lands[code] - lands[""]) / count


def misplaced(page: Page) -> list[Any]:
    """Return what is said of the names of countries that stand neither on their land nor by it."""
    ground = Ground(page)
    codes = codes_by_name(ground)
    names = page.evaluate(NAMES)
    assert names
    return [told for name in names for told in faults(ground, codes[name["text"]], name)]


def faults(ground: Ground, code: str, name: dict[str, Any]) -> list[Any]:
    left, top, right, bottom = name["box"]
    if not name["led"]:
        own, others = shares(ground, name["box"], code)
        middle = ((left + right) / 2, (top + bottom) / 2)
        on_land = own >= OWN and others <= OTHERS and ground.holds(code, middle)
        return [] if on_land else [(name["text"], "not on its land", own, others)]
    x, y = name["start"]
    beside = left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1
    short = 0 < name["length"] <= LONGEST
    ends = ground.holds(code, tuple(name["end"]))
    return [] if beside and short and ends else [(name, beside, short, ends)]


# Moves the map between two steps of the first laying out of names, as where the page gets another
# size while it opens, and keeps which names are seen once it is ready.
MOVED = f"""(() => {{
    new MutationObserver((_, watching) => {{
        if (!document.querySelector(".label-country")) return;
        watching.disconnect();
        const {{ map }} = document.querySelector("script.mapgen").dataset;
        window[map].setView([0, 20], 3, {{ animate: false }});
        window[map].fitBounds = () => {{}}; // the first look at its size may come after all else
    }}).observe(document, {{ childList: true, subtree: true }});
    new MutationObserver(() => {{
        if (document.documentElement.dataset.mapgen === "ready") window.early = ({NAMES})();
    }}).observe(document, {{ attributeFilter: ["data-mapgen"], subtree: true }});
}})()"""


def test_names_that_were_begun_before_the_map_moved_are_not_shown(
    browser: Browser, worlds: dict[str, Path]
) -> None:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, offline=True)
    context.add_init_script(MOVED)
    page = context.new_page()
    page.goto(worlds["sample"].as_uri())
    page.wait_for_function("window.early")
    early = page.evaluate("window.early")
    settle(page)

    assert len(early) > 5
    assert misplaced(page) == []
    there = {name["text"]: name["box"] for name in page.evaluate(NAMES)}
    assert [name for name in early if name["box"] != there.get(name["text"])] == []
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("world", TABLES)
def test_every_country_is_named_on_its_land_or_has_a_short_line_to_it(
    visit: Visit, worlds: dict[str, Path], world: str, size: tuple[int, int]
) -> None:
    page = visit(worlds[world], size=size, reduced_motion="reduce")
    settle(page)

    opening = misplaced(page)
    zoom_in(page, 2)
    nearer = misplaced(page)

    assert opening == []
    assert nearer == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("world", ["battles", "letters", "sample"])
def test_every_mark_of_several_places_stands_amid_them_on_the_land_of_one(
    visit: Visit, worlds: dict[str, Path], world: str, size: tuple[int, int]
) -> None:
    page = visit(worlds[world], size=size, reduced_motion="reduce")
    settle(page)

    opening = strayed(page)
    zoom_in(page, 2)
    nearer = strayed(page)

    assert opening == []
    assert nearer == []


def strayed(page: Page) -> list[Any]:
    """Return the marks that stand outside the hull of their places, or on land where none is."""
    ground = Ground(page)
    several = [mark for mark in page.evaluate(MARKS) if len(mark["places"]) > 1]
    return [(mark["name"], why) for mark in several if (why := fault(ground, mark))]


def fault(ground: Ground, mark: dict[str, Any]) -> str:
    places = ground.tables["places"]
    points = [ground.at(places["lat"][i], places["lon"][i]) for i in mark["places"]]
    stands = tuple(mark["at"])
    if not is_in_hull(stands, points, SLACK):
        return "outside of its places"
    lands = {ground.land(point) for point in points}
    around = {ground.land((stands[0] + x, stands[1] + y)) for x, y in AROUND}
    return "" if lands & around else f"on {around}, its places on {lands}"


def test_a_mark_of_several_places_is_called_by_what_they_share(
    visit: Visit, worlds: dict[str, Path]
) -> None:
    page = visit(worlds["battles"], reduced_motion="reduce")
    settle(page)

    for name in ("South America, 2 places, 2 events", "Mexico, 2 places, 2 events"):
        assert page.get_by_role("button", name=name, exact=True).count() >= 1
