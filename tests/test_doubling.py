"""Twice the input takes twice the work, and not four times, whatever it is."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapgen.documents.html_texts import to_markdown
from mapgen.documents.markup import read_umap
from mapgen.errors import TableError
from mapgen.layouts.cells import read_date
from mapgen.places.geocoding.readings import readings, without_point
from mapgen.table import excel, handwritten, parse
from mapgen.texts.media import media
from mapgen.texts.prose import to_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.table.records import Records

FACTOR = 16  # what is read is so many times as long
MOST = 6 * FACTOR  # of the time; with the square of the length it would be 256
LEAST = 0.004  # seconds that count as nothing


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return the least time of the processor in three runs."""
    taken = []
    for run in range(3):
        begun = time.process_time()
        read(text + " " * run)  # some are remembered
        taken.append(time.process_time() - begun)
    return min(taken)


def list_readings(text: str) -> object:
    return list(readings(text))


def assert_linear(read: Callable[[str], object], make: Callable[[int], str]) -> None:
    read(make(10))
    short, long = seconds(read, make(1000)), seconds(read, make(1000 * FACTOR))
    assert long <= MOST * max(short, LEAST)


@pytest.mark.parametrize("sign", ["[[http://a|b", "{{http://a", "{{{ http://a", "[[ "])
def test_marks_of_umap_take_time_by_their_number(sign: str) -> None:
    assert_linear(read_umap, lambda count: sign * count)


@pytest.mark.parametrize("sign", [" ", "\n", ", ", "|", " / ", "(", " - "])
@pytest.mark.parametrize("read", [media, without_point, list_readings, read_date])
def test_a_cell_takes_time_by_its_length(read: Callable[[str], object], sign: str) -> None:
    assert_linear(read, lambda count: f"A{sign * count}B")


@pytest.mark.parametrize("sign", ["<![", "<![CDATA[x]]>", "<![if !mso]>", "<![x[<b>", "<!a", "<!"])
def test_a_marked_section_of_html_stops_nothing(sign: str) -> None:
    assert to_markdown(f"<b>Troy</b> {sign}").markdown.startswith("**Troy**")


@pytest.mark.parametrize("row", ['"A","1920"', "A"], ids=["neat", "ragged"])
@pytest.mark.parametrize("count", [6_000, 12_000])
def test_a_header_of_thousands_of_quoted_names_is_cut_once_and_no_row_below_it(
    monkeypatch: pytest.MonkeyPatch, count: int, row: str
) -> None:
    cuts: list[tuple[int, int]] = []
    cut = handwritten._read  # noqa: SLF001  (each call is counted)

    def counted(records: Records, first: int, end: int) -> list[list[str]]:
        cuts.append((first, end))
        return cut(records, first, end)

    monkeypatch.setattr(handwritten, "_read", counted)
    names = ",".join(f'"Name, {number}"' for number in range(count))

    with pytest.raises(TableError, match=f"has {count:,} columns, more than the 1,000"):
        parse(f"{names}\n{row}\n".encode(), file="t.csv", folder=Path())

    assert cuts == [(0, 1)]


def test_a_header_is_read_alike_however_the_text_around_it_is_written() -> None:
    header = '" title ","of, ""what""",date\n'
    tables = [header + rows for rows in ("A,B,1920\n", "A,B\n", '5" gun,B,1920\n')]
    crlf = [each.replace("\n", "\r\n") for each in tables]

    found = [parse(each.encode(), file="t.csv", folder=Path()) for each in tables + crlf]

    assert [list(each.cells) for each in found] == [["title", 'of, "what"', "date"]] * 6


def marks_of(cells: str) -> excel.Marks:
    """Return what a sheet with such cells shows."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = '<a><b Id="r1" Target="worksheets/sheet1.xml"/></a>'
    sheets = f'<a xmlns="x" xmlns:r="{office}"><sheet name="Events" r:id="r1"/></a>'
    parts = {
        "xl/styles.xml": "<a/>",
        "xl/_rels/workbook.xml.rels": relation,
        "xl/workbook.xml": sheets,
        "xl/worksheets/sheet1.xml": cells,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return excel.read_marks(content.getvalue(), "Events")


@pytest.mark.parametrize(
    "sign",
    ["![", "[", "[]", "](", "*", "**a *", "_a", "``a`", "<", "&", "[a](<b", "[a]: b\n", ">\n- "],
)
def test_signs_of_markdown_take_time_by_their_number(sign: str) -> None:
    assert_linear(to_html, lambda count: sign * count)


@pytest.mark.parametrize(
    "sign", ["<a", "<b>a", "<b></i>", "<!--", "<a href='", "</", "<script>", "&#", "<i><b>", "\n "]
)
def test_tags_take_time_by_their_number(sign: str) -> None:
    assert_linear(to_markdown, lambda count: "<p>" + sign * count)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" t="e">',
        '<c r="B2" t="e"/>',
        '<c r="B2" t="e"><f>A1</f></c>',
        '<c r="B2" t="e"><f>A1',
        "<c ",
    ],
)
def test_cells_of_a_workbook_without_a_value_take_time_by_their_number(cell: str) -> None:
    assert_linear(marks_of, lambda count: 't="e"' + cell * count)


def test_a_failed_cell_shows_its_own_value_and_no_later_one() -> None:
    shown = '<c r="C2" t="e"><f>A1</f><v>#REF!</v></c>'

    marks = marks_of('<c r="B2" t="e"/>' + shown)

    assert marks.errors == [(2, 1, "an error"), (2, 2, "#REF!")]


def test_a_paragraph_of_signs_is_shown_as_it_stands() -> None:
    assert to_html("![" * 1200 + "\n\n*b*") == f"<p>{'![' * 1200}</p><p>*b*</p>"


def test_a_long_text_keeps_its_markup() -> None:
    text = "\n\n".join(["A *word* and [a link](https://example.org)."] * 500)

    assert to_html(text).count('<a href="https://example.org"') == 500


def test_a_long_text_of_tags_keeps_its_links_and_what_opens_no_tag() -> None:
    text = '<a href="https://example.org">one</a><br><!-- <b>no</b> -->' * 1000 + "1 < 2 <b>x</b>"

    found = to_markdown(text).markdown

    assert found.count("[one](<https://example.org>)") == 1000
    assert found.endswith("1 \\< 2 **x**")
    assert "no" not in found


@pytest.mark.parametrize(
    "text", [" " * 300 + "Troy", "Troy" + "\t" * 300, " " * 999 + "\u00a0Troy "]
)
def test_blanks_around_a_cell_are_taken_away_however_many(text: str) -> None:
    data = f"title,date\n{text},1920\nRome,1921\n".encode()

    found = parse(data, file="t.csv", folder=Path())

    assert list(found.cells["title"]) == ["Troy", "Rome"]


def test_blanks_around_a_cell_take_hardly_more_time_than_letters() -> None:
    def read(cell: str) -> None:
        parse(f"title,date\n{cell},1920\n".encode(), file="t.csv", folder=Path())

    blanks, letters = seconds(read, "Troy" + " " * 800_000), seconds(read, "Troy" * 200_000)

    assert blanks <= 20 * max(letters, LEAST)  # it was more than a hundred times
