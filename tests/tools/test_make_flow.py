from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import fromstring

from tools.make_flow import FLOW, WAY, drawn, floors, taken


def test_the_picture_is_that_of_the_house_as_it_is() -> None:
    assert FLOW.read_text("utf-8") == drawn(), "make flow draws it again"


def test_each_room_stands_below_those_that_it_takes_from() -> None:
    rooms = taken()

    rows = floors(rooms)

    floor = {room: number for number, row in enumerate(rows) for room in row}
    assert floor.keys() == rooms.keys()
    assert all(floor[other] < floor[room] for room, others in rooms.items() for other in others)


def test_every_room_is_in_the_picture_and_the_way_of_a_row_goes_through_it() -> None:
    picture = fromstring(drawn())  # noqa: S314  (our own)

    names = [each.text for each in picture.iterfind(".//{*}text[@class='name']")]
    assert sorted(filter(None, names)) == sorted(taken())
    assert len(picture.findall(".//{*}path[@class='main']")) == len(list(pairwise(WAY)))


def test_the_picture_is_for_light_and_dark_screens() -> None:
    assert re.search(r"@media \(prefers-color-scheme: dark\)", drawn())
