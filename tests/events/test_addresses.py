"""Addresses that would run are refused where events are born, and written nowhere."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from mapgen.errors import CellError
from mapgen.events import Event, EventRows, columns_of
from mapgen.export import Format, export
from mapgen.page.listing import listing
from mapgen.page.payload import pack
from mapgen.page.structured import structured
from mapgen.settings import Settings

BAD = "javascript:alert(document.domain)"


def smuggled() -> EventRows:
    """Return an event as columns that nobody has checked."""
    whole = Event(id="one", title="One", source="A book", line=2)
    columns = dict(columns_of([whole]))
    return EventRows({**columns, "source_url": [BAD], "image": [BAD]})


@pytest.mark.parametrize(
    "address", [BAD, "JavaScript:x", "data:text/html,<b>", "//a.org", "https://x;y/", "example.org"]
)
def test_an_event_is_not_born_with_an_address_that_is_none(address: str) -> None:
    with pytest.raises(CellError, match=r"^source_url: "):
        Event(id="one", title="One", source_url=address, line=2)


@pytest.mark.parametrize(
    "image",
    [BAD, "http://a.org/b.jpg", "https://x;y/a.jpg", "/etc/a.png", "../a.png"],
)
def test_an_event_is_not_born_with_an_image_that_no_table_may_name(image: str) -> None:
    with pytest.raises(CellError, match=r"^image: "):
        Event(id="one", title="One", image=image, line=2)


def test_the_list_without_scripts_leads_to_no_address_that_would_run() -> None:
    html = listing(pack(smuggled(), Settings()))

    assert "A book" in html
    assert "href" not in html


def test_search_engines_are_told_no_address_that_would_run() -> None:
    found = structured(pack(smuggled(), Settings()))

    assert found["hasPart"]
    assert "javascript" not in json.dumps(found)


@pytest.mark.parametrize("form", get_args(Format))
def test_no_export_carries_an_address_that_would_run(form: Format) -> None:
    with pytest.raises(CellError, match=r"^source_url: "):
        export(smuggled(), Settings(), form)
