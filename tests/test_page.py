from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape

import pytest

from mapgen.events import Event, Place
from mapgen.page import HistoricalMap

EVENTS = [
    Event(
        id="one",
        title="</script><script>alert(1)</script> & \u2028",
        place=Place(name="Here", lat=33.5, lon=36.3, found="table"),
        line=2,
    )
]


@pytest.fixture(scope="module")
def html() -> str:
    return HistoricalMap(
        EVENTS, title="<b>Title</b>", subtitle='"quoted" & <i>', language="ar"
    ).to_html()


def policy(html: str) -> dict[str, list[str]]:
    content = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert content
    parts = [part.split() for part in unescape(content[1]).split(";")]
    return {name: values for name, *values in parts}


def test_every_script_and_style_is_let_in_by_its_hash(html: str) -> None:
    for tag in ("script", "style"):
        texts = re.findall(rf"<{tag}(?! type=.application)[^>]*>(.*?)</{tag}>", html, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]

        assert texts
        assert {f"'sha256-{each}'" for each in hashes} <= set(policy(html)[f"{tag}-src"])


def test_the_policy_lets_nothing_else_in(html: str) -> None:
    found = policy(html)

    assert found["default-src"] == ["'none'"]
    assert found["base-uri"] == ["'none'"]
    assert found["form-action"] == ["'none'"]
    assert found["img-src"] == ["data:", "https://tile.openstreetmap.org"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(found["script-src"])


def test_without_online_maps_no_host_is_named() -> None:
    html = HistoricalMap(EVENTS, tiles=()).to_html()

    assert policy(html)["img-src"] == ["data:"]


def test_the_payload_stands_in_the_page_as_it_is(html: str) -> None:
    head, tables, _, *blocks = re.findall(
        r'<script type="application/(?:json|octet-stream)"[^>]*>(.*?)</script>', html, re.DOTALL
    )

    assert json.loads(head)["map"]["title"] == "<b>Title</b>"
    assert json.loads(tables)["places"]["name"] == ["Here"]
    assert [json.loads(each)["title"] for each in blocks] == [[EVENTS[0].title]]


def test_the_head_is_escaped(html: str) -> None:
    assert "<title>&lt;b&gt;Title&lt;/b&gt;</title>" in html
    assert 'name="description" content="&quot;quoted&quot; &amp; &lt;i&gt;"' in html


def test_the_document_says_its_language_and_direction(html: str) -> None:
    assert html.startswith('<!doctype html>\n<html lang="ar" dir="rtl">')


def test_a_page_may_be_enlarged(html: str) -> None:
    assert "user-scalable" not in html
    assert "maximum-scale" not in html
