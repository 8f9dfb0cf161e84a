from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.errors import PageError, TableError
from mapgen.reading import read_events
from mapgen.texts.addresses import image_fault, is_source, link, link_fault, origin, origins

if TYPE_CHECKING:
    from pathlib import Path

# Hosts that would write a word of their own into a policy, or that are no host of any computer.
NO_HOSTS = [
    "x;script-src-elem",
    "x;connect-src",
    "a.org,b.org",
    "'unsafe-inline'",
    "*",
    "*.example.org",
    "exa%6dple.org",
    "a..b",
    "$",
    "(a)",
]


@pytest.mark.parametrize("host", NO_HOSTS)
def test_a_host_of_other_signs_names_no_image_and_no_policy(host: str) -> None:
    address = f"https://{host}/a.jpg"

    found = image_fault(address)

    assert found
    assert f"has {host!r} where the name of a computer stands" in found[0].replace('"', "'") or (
        "'unsafe-inline'" in found[0]
    )
    assert not is_source(f"https://{host}")
    assert origin(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://x:;script-src/a.jpg",
        "https://x:99999/a.jpg",
        "https:/a.jpg",
        "https:///a.jpg",
        "https://[::1/a.jpg",
    ],
)
def test_an_address_with_no_host_or_port_is_refused(address: str) -> None:
    assert image_fault(address) is not None
    assert link_fault(address) is not None
    assert origin(address) == ""


def test_a_password_in_the_address_of_an_image_is_refused() -> None:
    found = image_fault("https://anna:geheim@example.org/a.jpg")

    assert found
    assert "holds a name or a password" in found[0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a.jpg", "https://example.org"),
        ("https://EXAMPLE.org:8443?a=/b", "https://example.org:8443"),
        ("https://münchen.de/rathaus.jpg", "https://xn--mnchen-3ya.de"),
        ("https://www.faß.de/a.jpg", "https://www.xn--fa-hia.de"),
        ("https://متحف.example/a.jpg", "https://xn--pgbg4dn.example"),
        ("https://例え.jp:444#x", "https://xn--r8jz45g.jp:444"),
        ("https://a;b@example.org/a.jpg", "https://example.org"),
        ("mailto:a@example.org", ""),
        ("picture.jpg", ""),
    ],
)
def test_an_origin_is_a_scheme_a_host_in_ascii_and_a_port(address: str, expected: str) -> None:
    assert origin(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://münchen.de/",
        "http://my_museum.example.org/a",
        "https://☕.example/",
        "http://[2001:db8::1]:8080/a",
        "mailto:archive@example.org",
    ],
)
def test_a_page_may_lead_to_hosts_of_every_writing(address: str) -> None:
    assert link(address) == address


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "data:text/html,x", "//a.org/b"])
def test_what_would_run_is_no_link(address: str) -> None:
    assert link(address) == ""


def test_the_origins_of_many_images_are_each_told_once() -> None:
    images = ["https://a.org/1.jpg", "data:image/webp;base64,AA", "https://a.org/2.jpg"]

    assert origins([*images, "https://b.org?x", ""]) == ["https://a.org", "https://b.org"]


def test_an_image_of_a_host_that_no_policy_can_name_stops_the_page() -> None:
    with pytest.raises(PageError, match=r"https://x;script-src-elem.*cannot name this host"):
        origins(["https://x;script-src-elem/a.jpg"])


@pytest.mark.parametrize("host", ["x;script-src-elem", "x;connect-src"])
def test_an_image_that_would_add_to_the_policy_is_told_with_its_cell(
    tmp_path: Path, host: str
) -> None:
    path = tmp_path / "images.csv"
    path.write_text(f"title,image,image_alt\nOne,https://{host}/a.jpg,A tower\n", "utf-8")

    with pytest.raises(TableError, match=r"images\.csv:2: image: the address"):
        read_events(path)
