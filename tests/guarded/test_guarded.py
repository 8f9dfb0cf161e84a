from __future__ import annotations

import io
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from pyarrow import parquet

from mapgen import guarded
from mapgen.errors import TableError
from mapgen.guarded import Allowance, Refused, sheets
from mapgen.reading import sources
from mapgen.settings import Reading
from mapgen.site import reading
from mapgen.site.tables import File
from tests import workbooks
from tests.workbooks import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

CSV = "save the sheet as 'CSV UTF-8' in the program that made the file, and name that file"
ENOUGH = Allowance(1 << 30, 20.0)
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory has no ceiling")


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(TableError) as caught:
        sources.read(path, Reading())
    return str(caught.value).removeprefix(f"{path.as_posix()}: ")


def children(of: int | str = "self") -> list[int]:
    """Return the children of a process that run, or have ended and were not asked for."""
    tasks = Path(f"/proc/{of}/task").glob("*/children")
    return [int(number) for task in tasks for number in task.read_text().split()]


def memory(process: int) -> float:
    """Return what a process holds, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.xlsx", workbooks.xlsx(TABLE)),
        ("t.ods", workbooks.ods()),
        ("t.xls", workbooks.xls()),
    ],
)
def test_a_workbook_of_each_kind_is_read_in_a_child(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    found = sources.read(tmp_path / name, Reading())

    assert {header: list(texts) for header, texts in found.cells.items()} == {
        "title": ["Fire of Rome"],
        "date": ["0064-07-18"],
    }
    assert "python_calamine" not in sys.modules


@linux
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("far.xlsx", workbooks.xlsx({**TABLE, "XFD1048576": "x"})),
        ("beyond.xlsx", workbooks.xlsx({**TABLE, "ZZZ9999999": "x"})),
        ("rows.xls", workbooks.xls(rows=0x7FFFFFFF)),
        ("columns.xls", workbooks.xls(rows=0xFFFF, columns=0xFFFF)),
    ],
)
def test_a_workbook_that_would_take_all_memory_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes
) -> None:
    assert refusal(tmp_path / name, data) == (
        "cannot be read within 1 GB of memory: it is damaged, or a cell far below or beside the "
        f"table makes it huge; {CSV}"
    )


def test_a_sheet_of_more_cells_than_any_table_has_is_refused_with_its_size(tmp_path: Path) -> None:
    data = workbooks.xlsx({"AMJ20000": "x"})

    assert refusal(tmp_path / "t.xlsx", data) == (
        "has a sheet of 20,000 rows and 1,024 columns; "
        f"delete the cells far from the table, or {CSV}"
    )


@linux
def test_a_row_that_is_repeated_without_end_is_no_crash(tmp_path: Path) -> None:
    data = workbooks.ods(workbooks.repeated(1_048_576, 16_384))

    assert "cannot be read" in refusal(tmp_path / "t.ods", data)


@linux
def test_a_sheet_that_unpacks_to_more_than_the_archive_says_ends_the_child_alone() -> None:
    data = workbooks.xlsx({**TABLE, "C2": "x" * 60_000_000})
    size = zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/s.xml").file_size
    data = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))

    others = children()  # those of other tests in this process

    with pytest.raises(Refused, match="cannot be read"):
        guarded.run("sheets", data, "", allowed=Allowance(100 << 20, 20.0))
    assert set(children()) <= set(others)


@linux
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_takes_its_child_with_it(
    tmp_path: Path, number: int, code: int
) -> None:
    (tmp_path / "t.xlsx").write_bytes(workbooks.xlsx({**TABLE, "B1048576": "x"}))  # takes seconds
    # A shell in the background takes no notice of Ctrl-C, and what it starts inherits that.
    hears = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    run = f"{hears}; from mapgen.cli import main; main()"
    command = [sys.executable, "-c", run, "check", "t.xlsx"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    while not (found := children(process.pid)) or memory(found[0]) < 60:
        assert process.poll() is None
        time.sleep(0.01)

    process.send_signal(number)

    assert process.wait(20) == code
    assert [each for each in found if Path(f"/proc/{each}").exists()] == []


def test_what_a_parser_tells_in_several_lines_is_told_in_one() -> None:
    cut_off = workbooks.xls()[:935]  # where an assertion of the parser fails

    with pytest.raises(Refused) as caught:
        guarded.run("sheets", cut_off, "", allowed=guarded.allowance(len(cut_off)))

    assert "failed left: 3 right: 0" in caught.value.message


def test_a_merged_range_beside_the_table_is_no_fault() -> None:
    merged = "</sheetData><mergeCells><mergeCell ref='Z2:Z9'/></mergeCells><sheetData>"
    data = workbooks.xlsx({**TABLE, "B3": f"x</t></is></c></row>{merged}<row><c><is><t>"})

    assert guarded.run("sheets", data, "", allowed=ENOUGH)["rows"][1] == list(TABLE.values())[2:]


def test_a_merged_range_of_a_sheet_without_cells_is_no_fault(tmp_path: Path) -> None:
    empty = (
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData/>"
    )
    merged = "<mergeCells><mergeCell ref='A2:A9'/></mergeCells></worksheet>"
    data = workbooks.xlsx({}, **{"xl/worksheets/s.xml": empty + merged})

    assert refusal(tmp_path / "t.xlsx", data).startswith("has no sheet with a header and rows")


def test_a_child_that_takes_too_long_is_ended_and_told() -> None:
    others = children() if sys.platform == "linux" else []

    with pytest.raises(Refused, match="takes longer than 0 seconds to be read"):
        guarded.run("sheets", workbooks.xlsx(TABLE), "", allowed=Allowance(1 << 30, 0.001))
    if sys.platform == "linux":
        assert set(children()) <= set(others)


def test_a_fault_of_ours_in_a_child_is_a_traceback() -> None:
    with pytest.raises(RuntimeError, match=r"No module named 'mapgen\.guarded\.missing'"):
        guarded.run("missing", b"", allowed=ENOUGH)


@pytest.fixture
def _without_interpreter(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "executable", "/opt/program")
    yield
    sys.modules.pop("python_calamine", None)


@pytest.mark.usefixtures("_without_interpreter")
def test_a_program_that_has_no_interpreter_beside_it_reads_a_workbook_itself() -> None:
    found = guarded.run("sheets", workbooks.ods(), "", allowed=ENOUGH)

    assert found == sheets.read(workbooks.ods(), "")


def _rows_of(data: bytes) -> int:
    return len(guarded.run("sheets", data, "", allowed=ENOUGH)["rows"])


def test_a_process_that_may_have_no_children_of_its_kind_reads_workbooks_too() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:  # its processes are daemons
        assert pool.apply(_rows_of, (workbooks.xls(),)) == 2


# What is looked at before anything is read


def kmz(placemarks: int) -> bytes:
    placemark = "<Placemark><name>A</name><TimeStamp><when>1920</when></TimeStamp></Placemark>"
    return workbooks.zipped({"doc.kml": f"<kml>{placemark * placemarks}</kml>"})


def test_an_archive_that_unpacks_to_a_hundred_times_its_size_is_refused_unread(
    tmp_path: Path,
) -> None:
    data = workbooks.xlsx(TABLE, **{"xl/media/blank.bin": bytes(30_000_000)})

    said = refusal(tmp_path / "t.xlsx", data)

    assert re.fullmatch(r"unpacks to 30 MB, \d{3} times its own size; unpack it .*", said)


def test_a_kmz_that_would_take_a_minute_is_refused_with_the_way_to_read_it(tmp_path: Path) -> None:
    assert "; unpack it and name the table that is in it" in refusal(
        tmp_path / "t.kmz", kmz(100_000)
    )
    (tmp_path / "t.kmz").write_bytes(kmz(1000))
    assert len(sources.read(tmp_path / "t.kmz", Reading()).lines) == 1000


def test_an_archive_of_more_files_than_any_is_refused(tmp_path: Path) -> None:
    data = workbooks.zipped({f"{number}": "" for number in range(20_001)})

    assert refusal(tmp_path / "t.kmz", data).startswith("is a zip archive of 20,001 files; ")


def wide(columns: int) -> str:
    return ",".join(["title", "date", *map(str, range(columns - 2))])


@pytest.mark.parametrize("columns", [1001, 100_000])
def test_more_columns_than_any_table_has_are_refused(tmp_path: Path, columns: int) -> None:
    row = ",".join(["A", "1920", *["1"] * (columns - 2)])

    said = refusal(tmp_path / "t.csv", f"{wide(columns)}\n{row}\n".encode())

    most = "1,000" if columns < 16_384 else "16,384"
    message = f"the table has {columns:,} columns, more than the {most} that are read"
    assert said.endswith(f":1: {message}; delete those that the map does not need")


def test_properties_of_a_document_are_counted_as_columns(tmp_path: Path) -> None:
    event = {"title": "A", "date": "1920", **{f"property {n}": "x" for n in range(1000)}}

    said = refusal(tmp_path / "t.json", json.dumps([event]).encode())

    assert "the table has 1,002 columns, more than the 1,000 that are read" in said


def test_blank_columns_of_a_spreadsheet_are_not_counted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("title,date" + "," * 1500 + "\nA,1920" + "," * 1500 + "\n")

    assert list(sources.read(tmp_path / "t.csv", Reading()).cells) == ["title", "date"]


def long(form: str) -> bytes:
    text = "long " * 480_000
    if form == "json":
        return json.dumps([{"title": "A"}, {"title": text}]).encode()
    if form == "xlsx":
        return workbooks.xlsx({"A1": "title", "A2": "A", "A3": text})
    return f"title\nA\n{text}\n".encode()


@pytest.mark.parametrize(("form", "line"), [("csv", 3), ("json", 1), ("xlsx", 3)])
def test_a_cell_longer_than_a_book_is_refused_with_its_line(
    tmp_path: Path, form: str, line: int
) -> None:
    path = tmp_path / f"t.{form}"
    path.write_bytes(long(form))

    with pytest.raises(TableError) as caught:
        sources.read(path, Reading())

    [problem] = caught.value.problems
    assert (problem.line, problem.column) == (line, "title")
    assert problem.message == (
        "this cell has 2,399,999 characters, more than the 2,000,000 that are read"
    )


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":', '{"features":['])
def test_brackets_within_brackets_are_told_however_deep(tmp_path: Path, opening: str) -> None:
    data = (opening * 200_000).encode()

    assert "has brackets within brackets, too deep to be read" in refusal(tmp_path / "t.json", data)


def test_a_row_group_of_parquet_that_no_worker_can_hold_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    blank = pa.nulls(10_000_000)
    frame = pa.table({f"column {number}": blank for number in range(6)})
    parquet.write_table(frame, path, row_group_size=10_000_000)
    assert path.stat().st_size < 100_000

    with pytest.raises(TableError, match="has a row group of 10,000,000 rows and 6 columns; write"):
        reading.row_groups(File("t.parquet", path.as_posix(), 0, "parquet"))
