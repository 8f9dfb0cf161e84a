"""A server is asked politely for the places of the world."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from mapgen.errors import PlaceError, SettingsError
from mapgen.places.geocoding.memory import Memory
from mapgen.places.geocoding.service import Service
from tests.filling.villages import VILLAGES, Time
from tests.nominatim import Nominatim, Reply, serving

# How it asks.


def test_a_name_is_asked_for_with_its_country(server: Nominatim, service: Service) -> None:
    found = service.ask("Maaloula", "SY")

    question = server.questions[0]
    assert (found[0].latitude, found[0].longitude, found[0].country) == (33.8442, 36.5467, "SY")
    assert (question.path, question.name, question.country) == ("/search", "Maaloula", "sy")
    assert question.agent.startswith("mapgen/")


def test_two_questions_are_a_second_apart(service: Service, time: Time) -> None:
    service.ask("Maaloula")
    time.seconds += 0.25
    service.ask("Bludan")
    time.seconds += 7
    service.ask("Kessab")

    assert time.slept == [0.75, 0.0]


def test_nothing_is_asked_twice(server: Nominatim, service: Service, memory: Memory) -> None:
    service.ask("Maaloula", "SY")
    service.ask("Nowhere", "SY")

    later = Service(Memory(memory.path), server=server.url)

    assert later.ask(" maaloula ", "SY") == service.ask("Maaloula", "SY")
    assert later.ask("Nowhere", "SY") == ()
    assert server.names == ["Maaloula", "Nowhere"]


def test_another_server_or_country_is_another_question(server: Nominatim, service: Service) -> None:
    service.ask("Maaloula", "SY")
    service.ask("Maaloula", "FR")

    assert [question.country for question in server.questions] == ["sy", "fr"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_growing_pauses(
    server: Nominatim, service: Service, time: Time, status: int
) -> None:
    server.first = [Reply(status=status)] * 3

    found = service.ask("Maaloula")

    assert found[0].address == "Maaloula, SY"
    assert [pause for pause in time.slept if pause] == [2, 5, 15]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_says_how_long_to_wait_is_heard(
    server: Nominatim, service: Service, time: Time, told: list[str], status: int
) -> None:
    server.first = [Reply(status=status, headers={"Retry-After": "42"})]

    service.ask("Maaloula")

    assert [pause for pause in time.slept if pause] == [42]
    assert any("asking again in 42 s" in text for text in told)


def test_a_server_that_asks_for_an_hour_is_left_alone(
    server: Nominatim, service: Service, time: Time
) -> None:
    server.first = [Reply(status=429, headers={"Retry-After": "3600"})]

    with pytest.raises(PlaceError, match="asks for fewer questions"):
        service.ask("Maaloula")
    with pytest.raises(PlaceError, match="to be left alone for 60 minutes"):
        service.ask("Bludan")

    assert time.slept == []
    assert server.names == ["Maaloula"]


@pytest.mark.parametrize("asked", ["9" * 400, "9" * 5000, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_pause_of_any_length_is_understood(
    server: Nominatim, service: Service, time: Time, asked: str
) -> None:
    server.first = [Reply(status=429, headers={"Retry-After": asked})] * 4

    with suppress(PlaceError):
        service.ask("Maaloula")

    assert max(time.slept, default=0) <= 15


def test_half_a_character_in_an_answer_is_kept_as_another(
    server: Nominatim, service: Service
) -> None:
    body = '[{"lat": "1", "lon": "2", "display_name": "x \\ud800"}]'
    server.first = [Reply(body=body)]

    (found,) = service.ask("Maaloula")

    assert found.address == "x ?"


def test_a_box_without_an_end_is_none(server: Nominatim, service: Service) -> None:
    box = '["1", "Infinity", "2", "NaN"]'
    body = f'[{{"lat": "1", "lon": "2", "display_name": "x", "boundingbox": {box}}}]'
    server.first = [Reply(body=body)]

    (found,) = service.ask("Maaloula")

    assert found.box is None


def test_after_three_names_in_vain_no_more_is_asked(server: Nominatim, service: Service) -> None:
    server.always = Reply(status=503)

    for name in ["Maaloula", "Bludan", "Kessab", "Darkush"]:
        with pytest.raises(PlaceError, match="too busy"):
            service.ask(name)

    assert server.names == ["Maaloula"] * 4 + ["Bludan"] * 4 + ["Kessab"] * 4
    assert "too busy" in service.stopped


def test_an_answer_between_failures_begins_the_count_anew(
    server: Nominatim, service: Service
) -> None:
    for name in ["a", "b", "Maaloula", "c", "d"]:
        server.always = None if name == "Maaloula" else Reply(body="[{}]")
        if name == "Maaloula":
            service.ask(name)
        else:
            with pytest.raises(PlaceError):
                service.ask(name)

    assert service.stopped == ""


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(body="<html>Log in to this network</html>"), "begins '<html>Log in"),
        (Reply(body='[{"lat": "33.'), "no list of places"),
        (Reply(body='{"error": {"code": 400, "message": "bad"}}'), "it reports"),
        (Reply(body='{"error": "Unable to search"}'), 'it reports "Unable to search"'),
        (Reply(body='["Maaloula"]'), "no list of places"),
        (Reply(body='[{"lat": "north", "lon": "1", "display_name": "x"}]'), "no list of places"),
        (Reply(body='[{"lat": null, "lon": null, "display_name": "x"}]'), "no list of places"),
        (Reply(body='[{"lat": "91", "lon": "1", "display_name": "x"}]'), "no list of places"),
        (Reply(body='[{"lat": "NaN", "lon": "1", "display_name": "x"}]'), "no list of places"),
        (Reply(body='[{"lat": "1", "lon": "1", "display_name": 7}]'), "no list of places"),
        (Reply(body='[{"lat": "1", "lon": "1"}]'), "no list of places"),
        (Reply(body='[{"lat": "1", "lon": "1", "display_name": "x", "boundingbox": [1]}]'), "no"),
        (Reply(body='[{"lat":"1","lon":"1","display_name":"x","address":[]}]'), ""),
        (Reply(body="[" * 100_000), "no list of places"),
        (Reply(body="5"), "no list of places"),
        (Reply(status=400), "does not understand"),
    ],
)
def test_garbage_is_no_answer_and_is_not_asked_for_again(
    server: Nominatim, service: Service, memory: Memory, reply: Reply, why: str
) -> None:
    server.always = reply

    if why:
        with pytest.raises(PlaceError, match=r".") as error:
            service.ask("Maaloula")
        assert why in error.value.message
        assert not memory.path.exists()
    else:
        assert service.ask("Maaloula")[0].country == ""
    assert server.names == ["Maaloula"]


@pytest.mark.parametrize("body", ["[]", "null", "{}", '""'])
def test_an_empty_answer_means_that_there_is_no_such_place(
    server: Nominatim, service: Service, body: str
) -> None:
    server.always = Reply(body=body)

    assert service.ask("Maaloula") == ()


@pytest.mark.parametrize(("status", "why"), [(403, "--user-agent"), (404, "--server")])
def test_a_server_that_refuses_is_not_asked_again(
    server: Nominatim, service: Service, status: int, why: str
) -> None:
    server.always = Reply(status=status)

    for name in ["Maaloula", "Bludan"]:
        with pytest.raises(PlaceError, match=why):
            service.ask(name)

    assert server.names == ["Maaloula"]


@pytest.mark.parametrize("drip", [0.02, 30])
def test_a_slow_answer_is_given_up_in_time(
    server: Nominatim, time: Time, memory: Memory, drip: float
) -> None:
    server.always = Reply(body=json.dumps(VILLAGES["Maaloula"]), drip=drip)
    service = Service(memory, server=server.url, timeout=0.1, clock=time.clock())

    with pytest.raises(PlaceError, match="no answer in time"):
        service.ask("Maaloula")

    assert [pause for pause in time.slept if pause > 1] == [2, 5, 15]


def test_an_endless_answer_is_given_up(server: Nominatim, service: Service) -> None:
    server.always = Reply(body=" " * 2_100_000)

    with pytest.raises(PlaceError, match="more than 2 MB"):
        service.ask("Maaloula")


def test_a_server_that_is_not_there_is_said_so(time: Time, memory: Memory) -> None:
    with serving(Nominatim()) as gone:
        url = gone.url
    service = Service(memory, server=url, clock=time.clock())

    with pytest.raises(PlaceError, match=r"has no answer from 127\.0\.0\.1.*refused"):
        service.ask("Maaloula")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"server": "ftp://example.org"}, "no address of a Nominatim server"),
        ({"server": "https://"}, "no address"),
        ({"server": "https://me:word@example.org"}, "no address"),
        ({"server": "https://["}, "no address"),
        ({"server": "https://example.org:port"}, "no address"),
        ({"server": "https://example.org/search?q=1"}, "no address"),
        ({"server": ""}, "no address"),
        ({"user_agent": " "}, "must be written in plain letters"),
        ({"user_agent": "école"}, "must be written in plain letters"),
        ({"user_agent": "my-application"}, "the name of a sample"),
        ({"timeout": 0.0}, "must be more than 0 seconds"),
        ({"timeout": float("nan")}, "must be more than 0 seconds"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(
    memory: Memory, words: dict[str, str | float], complaint: str
) -> None:
    with pytest.raises(SettingsError, match=complaint):
        Service(memory, **words)  # type: ignore[arg-type]  # the words of one test at a time
