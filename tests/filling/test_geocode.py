"""How `mapgen geocode` fills the author's file, and how it asks a server that misbehaves."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapgen import filling
from mapgen.cli import app
from mapgen.errors import PlaceError, SettingsError
from mapgen.places.geocoding import Candidate, judge, search
from mapgen.places.geocoding.memory import Memory, usual_path
from mapgen.places.geocoding.service import Clock, Service
from mapgen.reading import read_events
from tests.nominatim import Nominatim, Reply, place, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typer.testing import Result

    from mapgen.table import Table

VILLAGES = {
    "Sednaya": [place("Sednaya", 33.6964, 36.3775, kind="town")],
    "Maaloula": [place("Maaloula", 33.8442, 36.5467)],
    "Bludan": [place("Bludan", 33.7253, 36.1281)],
    "Darkush": [place("Darkush", 35.9928, 36.3944)],
    "Kessab": [place("Kessab", 35.9258, 35.9886)],
}


class Time:
    """A clock that jumps ahead where somebody would sleep."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        self.slept.append(seconds)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.seconds, sleep=self.sleep)


@pytest.fixture
def server() -> Iterator[Nominatim]:
    with serving(Nominatim(places=dict(VILLAGES))) as nominatim:
        yield nominatim


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "answers" / "kept.jsonl")


@pytest.fixture
def service(server: Nominatim, time: Time, memory: Memory, told: list[str]) -> Service:
    return Service(memory, server=server.url, clock=time.clock(), tell=told.append)


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


# What it keeps.


def test_that_a_place_was_not_found_counts_for_thirty_days(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    somewhere = (Candidate(address="A", latitude=1, longitude=2, box=(0, 2, 1, 3)),)
    first = Memory(path, today=lambda: date(2026, 1, 1))
    first.keep("s", "Nowhere", "SY", ())
    first.keep("s", "A", "", somewhere)

    soon = Memory(path, today=lambda: date(2026, 1, 31))
    late = Memory(path, today=lambda: date(2026, 2, 1))

    assert soon.recall("s", "nowhere", "sy") == ()
    assert late.recall("s", "Nowhere", "SY") is None
    assert late.recall("s", "A", "") == somewhere


def test_a_line_cut_short_by_a_crash_costs_that_answer_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    Memory(path).keep("s", "A", "", ())
    Memory(path).keep("s", "B", "", ())
    path.write_bytes(path.read_bytes()[:-20] + b"\xff")

    Memory(path).keep("s", "C", "", ())

    again = Memory(path)
    assert [again.recall("s", name, "") for name in "ABC"] == [(), None, ()]


def test_answers_are_kept_in_a_file_that_people_can_read(service: Service, memory: Memory) -> None:
    service.ask("Maaloula", "SY")

    kept = json.loads(memory.path.read_text("utf-8"))
    assert (kept["name"], kept["country"]) == ("Maaloula", "SY")
    assert kept["found"][0]["latitude"] == 33.8442


def test_a_memory_that_cannot_be_written_is_told_once_and_stops_nothing(
    server: Nominatim, time: Time, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "kept.jsonl")
    service = Service(memory, server=server.url, clock=time.clock(), tell=told.append)

    service.ask("Maaloula")
    service.ask("Bludan")

    assert sum("cannot be kept" in text for text in told) == 1
    assert server.names == ["Maaloula", "Bludan"]


def test_answers_are_kept_among_what_the_user_can_do_without() -> None:
    assert "mapgen" in usual_path().parts


# What is doubtful.


def somewhere(lat: float = 33.8, lon: float = 36.5, **more: object) -> Candidate:
    words = {"address": "A", "latitude": lat, "longitude": lon, "country": "SY", **more}
    return Candidate(**words)  # type: ignore[arg-type]  # the words of one test at a time


@pytest.mark.parametrize(
    ("candidates", "doubt"),
    [
        ([somewhere()], ""),
        ([], ""),
        ([somewhere(), somewhere(33.9)], ""),
        ([somewhere(), somewhere(34.2)], 'another place is called "A" too'),
        ([somewhere(), somewhere(34.2), somewhere(32)], "2 other places are called"),
        ([somewhere(), somewhere(33.81, country="LB")], "another place is called"),
        ([somewhere(), somewhere(40, group="highway")], ""),
        ([somewhere(), somewhere(35, kind="state", box=(32, 37, 35, 42))], ""),
        ([somewhere(), somewhere(35, kind="state", box=(34.5, 37, 35, 42))], "another place"),
        ([somewhere(country="FR")], "in another country"),
        ([somewhere(group="amenity", kind="cafe")], '"amenity=cafe"'),
        ([somewhere(kind="state")], "a whole state"),
        ([somewhere(importance=0.05)], "so little known"),
        ([somewhere(importance=0.15)], ""),
    ],
)
def test_what_makes_an_answer_doubtful(candidates: list[Candidate], doubt: str) -> None:
    reason = judge("A", candidates, country="sy")

    assert doubt in reason
    assert bool(doubt) == bool(reason)


@pytest.mark.parametrize(
    ("name", "country", "doubt", "first"),
    [
        ("Homs", "SY", "", "Homs, Syria"),
        ("Paris", None, "", "Paris, France"),
        ("Tripoli", None, "3 towns have this name", "Tripoli, Libya"),
        ("Aleppo", "DE", "no larger town of Germany has this name", "Aleppo, Syria"),
        ("Damascos", "SY", "the name is spelt differently", "Damascus, Syria"),
    ],
)
def test_the_gazetteer_says_what_a_name_may_mean(
    name: str, country: str | None, doubt: str, first: str
) -> None:
    answer = search(name, country=country)

    assert (answer.doubt, answer.candidates[0].address) == (doubt, first)


# The command.


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, time: Time) -> Path:
    """Return where the command keeps answers; it does not really wait."""
    path = tmp_path / "cache" / "kept.jsonl"
    monkeypatch.setattr("mapgen.places.geocoding.memory.usual_path", lambda: path)
    monkeypatch.setattr("mapgen.places.geocoding.service.Clock", time.clock)
    return path


def geocode(path: Path, *words: object) -> Result:
    return CliRunner().invoke(app, ["geocode", str(path), *map(str, words)])


def table(folder: Path, *rows: str, header: str = "title,place,country,lat,lon") -> Path:
    path = folder / "t.csv"
    path.write_text("\r\n".join([header, *rows, ""]), "utf-8", newline="")
    return path


def rows(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()[1:]


def test_a_table_is_filled_from_the_gazetteer(tmp_path: Path) -> None:
    path = table(tmp_path, '"A",Homs,Syria,,', "B,,Syria,,", "C,Home,,1,2", "D,Home,,,")

    result = geocode(path)

    assert result.exit_code == 0
    expected = ['"A",Homs,Syria,34.72405,36.72559', "B,,Syria,,", "C,Home,,1,2", "D,Home,,1.0,2.0"]
    assert rows(path) == expected
    assert "2 places filled (1 as in other rows, 1 from the gazetteer)" in result.stdout
    assert "GeoNames" in result.stdout


def test_a_table_of_bare_names_gets_its_columns(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs", "", "B,Bonn", header="title,place")

    result = geocode(path)

    assert result.exit_code == 0
    assert (
        path.read_text()
        == "title,place,lat,lon\nA,Homs,34.72405,36.72559\n\nB,Bonn,50.73438,7.09549\n"
    )
    assert "added at the end of every row: lat and lon" in result.stdout
    assert '"Homs" was taken to be Homs, Syria (34.7240, 36.7256)' in result.stderr


def test_destinations_are_filled_too(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Bonn,,", header="title,place,to,to_lat,to_lon")

    geocode(path)

    assert rows(path) == ["A,Homs,Bonn,50.73438,7.09549,34.72405,36.72559"]


def test_a_column_of_pairs_is_filled_with_pairs(tmp_path: Path) -> None:
    path = table(tmp_path, 'A,Home,"1.5, 2"', "B,Homs,", header="title,place,coordinates")

    geocode(path)

    assert rows(path)[1] == 'B,Homs,"34.72405, 36.72559"'


def test_two_columns_are_filled_also_where_one_row_has_a_pair(tmp_path: Path) -> None:
    path = table(tmp_path, 'A,Home,"1.5, 2",', "B,Homs,,", header="title,place,lat,lon")

    geocode(path)

    assert rows(path) == ['A,Home,"1.5, 2",', "B,Homs,34.72405,36.72559"]


def test_a_decimal_comma_is_kept(tmp_path: Path) -> None:
    path = table(tmp_path, 'A;Home;"1,5";2,5', "B;Homs;;", header="title;place;lat;lon")

    geocode(path)

    assert rows(path)[1] == "B;Homs;34,72405;36,72559"


def test_columns_with_names_of_the_author_are_filled(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,,", header="Titel,Stadt,Breite,Länge")
    words = ["title=Titel", "place=Stadt", "lat=Breite", "lon=Länge"]

    result = geocode(path, *(each for word in words for each in ("--column", word)))

    assert result.exit_code == 0
    assert rows(path) == ["A,Homs,34.72405,36.72559"]


def test_coordinates_that_are_there_never_move(tmp_path: Path) -> None:
    lines = ["A,Homs,Syria,1,2", "B,Homs,Syria,,3", "C,Homs,Syria,x,", 'D,Homs,Syria,"95",0']
    path = table(tmp_path, *lines)

    geocode(path, "--accept")

    assert rows(path) == lines


def test_a_blank_place_that_means_the_one_above_is_filled_in_its_own_row(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,,,,")

    geocode(path, "--fill-down", "place", "--fill-down", "country")

    assert rows(path) == ["A,Homs,Syria,34.72405,36.72559", "B,,,34.72405,36.72559"]


def test_the_sheet_of_another_tool_is_filled_as_the_map_reads_it(tmp_path: Path) -> None:
    header = "Year,Month,Day,Headline,Text,Media,Media Credit,Media Caption,Place"
    path = table(tmp_path, "1946,,,A,,,,,Homs", header=header)

    result = geocode(path)

    assert result.exit_code == 0
    assert path.read_text("utf-8").splitlines() == [
        f"{header},lat,lon",
        "1946,,,A,,,,,Homs,34.72405,36.72559",
    ]


def of_our_own(found: Table) -> Table:
    """Recognise a sheet whose layout has no coordinates."""
    columns = {"title": "title", "place": "place"}
    return dataclasses.replace(found, columns=columns, layout="a sheet of our own")


def test_columns_that_a_sheet_does_not_mean_as_coordinates_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.layouts.recognise", of_our_own)
    path = table(tmp_path, "A,Homs,,", header="title,place,lat,lon")
    before = path.read_bytes()

    result = geocode(path)

    assert result.exit_code == 1
    assert "--column lat=lat" in result.stderr
    assert path.read_bytes() == before


def test_a_sheet_that_has_no_coordinates_of_its_own_gets_columns_that_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.layouts.recognise", of_our_own)
    path = table(tmp_path, "A,Homs", header="title,place")

    result = geocode(path)

    assert result.exit_code == 0
    assert path.read_text("utf-8").splitlines() == [
        "title,place,lat,lon",
        "A,Homs,34.72405,36.72559",
    ]


def test_a_file_that_is_saved_in_the_meantime_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path, "A,Homs,Syria,,")
    real = filling.save

    def save(path: Path, found: filling.Filling) -> None:
        path.write_bytes(b"edited")
        real(path, found)

    monkeypatch.setattr(filling, "save", save)

    result = geocode(path)

    assert result.exit_code == 1
    assert "was changed by another program in the meantime; nothing was written" in result.stderr
    assert path.read_bytes() == b"edited"


def test_a_header_that_is_repeated_as_a_row_is_to_be_mended_first(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs", "title,place", header="title,place")

    result = geocode(path)

    assert result.exit_code == 1
    assert "has rows that are no events" in result.stderr
    assert rows(path) == ["A,Homs", "title,place"]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs", "B,Bonn", header="title,place")
    geocode(path)
    before = path.read_bytes()

    result = geocode(path)

    assert result.exit_code == 0
    assert "0 places filled, none is left without coordinates" in result.stdout
    assert path.read_bytes() == before


def test_what_a_build_would_look_up_is_what_is_written(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Alep,,,", "C,Bonn,DE,,")
    looked_up = [event.place for event in read_events(path)]

    geocode(path)

    written = [event.place for event in read_events(path)]
    points = [(p.lat, p.lon) for p in looked_up if p and p.lat and p.lon]
    assert len(points) == 3
    assert [(p.lat, p.lon) for p in written if p] == [pytest.approx(p, abs=1e-5) for p in points]


def test_doubtful_places_are_shown_and_not_written(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Odessa,,,")

    result = geocode(path)

    assert result.exit_code == 1
    assert rows(path) == ["A,Odessa,,,"]
    assert (
        't.csv:2: place: "Odessa" is doubtful, not written: 2 towns have this name' in result.stderr
    )
    assert "1. Odessa, Texas, United States (31.8457, -102.3676)" in result.stderr
    assert "2. Odesa, Ukraine (46.4857, 30.7438), 10,116 km away" in result.stderr
    assert "1 name is doubtful" in result.stdout


def test_doubtful_places_are_written_when_they_are_accepted(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Tripoli,,,")

    result = geocode(path, "--accept")

    assert result.exit_code == 0
    assert rows(path) == ["A,Tripoli,,32.88743,13.18733"]
    assert "the first was written" in result.stderr


def test_what_is_not_found_is_said_once_with_its_lines(tmp_path: Path) -> None:
    path = table(tmp_path, *[f"{n},Nowhereville,France,," for n in range(6)], "B,Homs,Nowhere,,")

    result = geocode(path)

    assert result.exit_code == 1
    assert 'no "Nowhereville" in France (also in lines 3, 4, 5 and 2 more)' in result.stderr
    assert 't.csv:8: country: "Nowhere" is no country' in result.stderr
    assert "2 not found" in result.stdout


def test_a_dry_run_shows_the_changes_and_makes_none(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Home,,1,2")
    before = path.read_bytes()

    result = geocode(path, "--dry-run")

    assert result.exit_code == 0
    assert path.read_bytes() == before
    assert "-A,Homs,Syria,,\n+A,Homs,Syria,34.72405,36.72559\n" in result.stdout
    assert "1 place to fill" in result.stderr


def test_online_asks_only_for_what_the_gazetteer_has_not(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Maaloula,Syria,,", "C,Maaloula,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert result.exit_code == 0, result.output
    assert server.names == ["Maaloula"]
    assert rows(path)[1:] == [
        "B,Maaloula,Syria,33.8442,36.5467",
        "C,Maaloula,Syria,33.8442,36.5467",
    ]
    assert "1 from the gazetteer, 2 online" in result.stdout
    assert "© OpenStreetMap contributors" in result.stdout
    assert kept.exists()


def test_a_doubtful_answer_is_shown_with_its_alternatives(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    server.places["Salihiyah"] = [
        place("Salihiyah", 34.7, 40.7, kind="hamlet"),
        place("Salihiyah", 33.5, 36.3, kind="suburb"),
    ]
    path = table(tmp_path, "A,Salihiyah,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert result.exit_code == 1
    assert rows(path) == ["A,Salihiyah,Syria,,"]
    assert 'another place is called "Salihiyah" too' in result.stderr
    assert "2. Salihiyah, SY (33.5000, 36.3000) [suburb], " in result.stderr
    assert kept.exists()


def test_what_nobody_has_is_kept_and_asked_again_only_when_fresh(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    path = table(tmp_path, "A,Nowhereville,France,,")

    first = geocode(path, "--online", "--server", server.url)
    geocode(path, "--online", "--server", server.url)
    geocode(path, "--online", "--server", server.url, "--fresh")

    assert first.exit_code == 1
    assert "neither the gazetteer nor 127.0.0.1" in first.stderr
    assert server.names == ["Nowhereville"] * 2
    assert kept.read_text("utf-8").count("\n") == 2


def test_when_the_server_fails_the_rest_is_filled_all_the_same(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    server.always = Reply(status=503)
    names = ["Maaloula", "Bludan", "Kessab", "Darkush"]
    path = table(tmp_path, *[f"{name},{name},Syria,," for name in names], "B,Homs,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert result.exit_code == 1
    assert rows(path)[-1] == "B,Homs,Syria,34.72405,36.72559"
    assert "no more names are asked for" in result.stderr
    assert '"Darkush" was not asked for' in result.stderr
    assert not kept.exists()


def test_a_server_that_cannot_be_used_is_said_so(tmp_path: Path, kept: Path) -> None:
    result = geocode(table(tmp_path, "A,Homs,,,"), "--online", "--timeout", "0")

    assert result.exit_code == 1
    assert "timeout 0.0 must be more than 0 seconds" in result.stderr
    assert not kept.exists()


@pytest.mark.parametrize(
    "words", [["-"], ["https://example.org/t.csv"], ["t.csv", "--server", "https://example.org"]]
)
def test_a_command_that_makes_no_sense_is_refused(words: list[str]) -> None:
    result = CliRunner().invoke(app, ["geocode", *words])

    assert result.exit_code == 2


def workbook() -> bytes:
    """Return the least that is taken for a workbook."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


@pytest.mark.parametrize("content", [workbook(), b'{"events": []}'])
def test_only_csv_files_are_filled(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)

    result = geocode(path)

    assert result.exit_code == 1
    assert "only CSV files are filled in place" in result.stderr
    assert path.read_bytes() == content


def test_a_torn_table_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Homs,Syria,,,,x")

    result = geocode(path)

    assert result.exit_code == 1
    assert "t.csv:3: has 7 cells" in result.stderr
    assert rows(path)[0] == "A,Homs,Syria,,"


def run_in_a_process(path: Path, server: Nominatim, cache: Path) -> subprocess.Popen[str]:
    """Start the command in a process of its own that does not really wait between questions.

    It hears Ctrl-C even where the tests run in the background of a shell, which ignores it.
    """
    script = """if True:
        import signal, time
        from mapgen.cli import main
        signal.signal(signal.SIGINT, signal.default_int_handler)
        time.sleep = lambda _: None
        main()
    """
    words = ["geocode", str(path), "--online", "--server", server.url]
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "no_proxy": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="XDG_CACHE_HOME is of Linux")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_after_a_kill_nothing_is_lost_and_nothing_asked_twice(
    tmp_path: Path, server: Nominatim, blow: signal.Signals
) -> None:
    names = list(VILLAGES)
    path = table(tmp_path, *[f"{name},{name},Syria,," for name in names])
    before = path.read_bytes()
    server.hold_after = 3

    with run_in_a_process(path, server, tmp_path / "cache") as process:
        held = server.held.wait(30)
        process.send_signal(blow)
        status = process.wait(60)
    after_the_kill = path.read_bytes()
    server.hold_after = None
    server.released.set()
    with run_in_a_process(path, server, tmp_path / "cache") as process:
        output, _ = process.communicate(timeout=60)

    assert held
    assert status == {signal.SIGKILL: -signal.SIGKILL, signal.SIGINT: 130}[blow]
    assert after_the_kill == before
    assert server.names == [*names[:4], *names[3:]]  # the fourth had no answer yet
    assert "5 places filled (5 online)" in output
    assert [line.split(",", 3)[3] for line in rows(path)] == [
        f"{found[0]['lat'].rstrip('0')},{found[0]['lon'].rstrip('0')}"
        for found in VILLAGES.values()
    ]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("A,Homs,Syria,34.7,", 't.csv:2: lat: "34.7" has no longitude'),
        ("A,Homs,Syria,=A1,=B1", "t.csv:2: lat: "),
        ("A,Homs,Syria,north,36.7", 't.csv:2: lat: "north" '),
        ("A,Homs,Syria,34.7N,95.1N", "t.csv:2: "),
    ],
)
def test_a_coordinate_that_check_refuses_is_told_and_never_filled_over(
    tmp_path: Path, row: str, wrong: str
) -> None:
    path = table(tmp_path, row, "B,Bonn,Germany,,")

    result = geocode(path)

    assert result.exit_code == 1
    assert rows(path) == [row, "B,Bonn,Germany,50.73438,7.09549"]
    assert wrong in result.stderr
    assert "in the table" in result.stdout
    assert "none is left" not in result.stdout


def test_a_place_beside_another_is_not_filled_and_not_asked_for(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    path = table(tmp_path, "A,near Maaloula,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert (result.exit_code, server.names, kept.exists()) == (1, [], False)
    assert rows(path) == ["A,near Maaloula,Syria,,"]
    assert 't.csv:2: place: "near Maaloula" is not "Maaloula" itself' in result.stderr
    assert "1 not found" in result.stdout
    assert "doubtful" not in result.stdout


def test_a_town_is_written_as_the_list_of_a_doubtful_one_has_it(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Springfield,US,,")
    listed = geocode(path).stderr.split("3. ")[1].partition(" (")[0]

    path = table(tmp_path, f'A,"{listed}",US,,')
    result = geocode(path)

    assert (listed, result.exit_code) == ("Springfield, Illinois, United States", 0)
    assert rows(path) == ['A,"Springfield, Illinois, United States",US,39.80172,-89.64371']
