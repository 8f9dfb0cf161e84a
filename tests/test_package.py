"""What is handed on as a package is whole: its dependencies, its description, its files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import SettingsError
from mapgen.site import cluster
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
USED_IF_THERE = {"geopandas"}
HOMES = {**packages_distributions(), "xstatic": ["XStatic-Leaflet"]}  # a namespace of many


def imported() -> Iterator[str]:
    """Yield what the modules of mapgen import, wherever in them."""
    for path in (ROOT / "mapgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def declared(requirements: list[str]) -> set[str]:
    return {re.split(r"[\s<>=!~;\[]", each)[0].casefold() for each in requirements}


def test_every_package_that_is_imported_is_declared_and_no_other() -> None:
    others = {name for name in imported() if name not in sys.stdlib_module_names} - {"mapgen"}

    needed = {HOMES[name][0].casefold() for name in others}

    asked = declared(PROJECT["dependencies"]) | USED_IF_THERE
    assert needed == asked | declared(PROJECT["optional-dependencies"]["big"])


def test_the_cure_for_a_missing_package_installs_what_a_site_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _name: None)

    with pytest.raises(SettingsError, match="is not installed") as caught:
        cluster.require()

    command = str(caught.value).partition("run: python -m pip install ")[2]
    assert set(command.split()) == declared(PROJECT["optional-dependencies"]["big"])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the sdist; the wheel is made from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_description_elsewhere_has_no_link_that_leads_nowhere(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))

    told = message_from_bytes(archive.read(name))
    text = str(told.get_payload())

    links = re.findall(r"\]\(([^)]*)\)|^\[[^\]]*\]: (\S+)", text, re.MULTILINE)
    assert told["Description-Content-Type"] == "text/markdown"
    assert text.startswith("# mapgen")
    assert len(links) > 5
    assert all((a or b).startswith(("https:", "#")) for a, b in links)
    assert "CONTRIBUTING.md shows the way" in " ".join(text.split())


def test_the_sources_hold_all_that_the_checks_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    folders = ("mapgen", "tests", "benchmarks", "tools")
    files = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".js", ".css", ".csv", ".toml", ".txt", ".json"}
        if not {"actual", "pictures", "node_modules"} & set(path.parts)
    }
    assert {"Makefile", "CONTRIBUTING.md", "LICENSE", "README.md", "CHANGELOG.md"} <= names
    assert "SECURITY.md" in names
    assert {"pyproject.toml", "deno.json", "locations.csv", ".pre-commit-hooks.yaml"} <= names
    assert files <= names
