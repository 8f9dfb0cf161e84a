"""Who lacks an engine reads what to install; where machines test, none is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.engines import finding


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave nothing to be found."""
    monkeypatch.setattr(finding, "MAC", Path("nowhere"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("bare")
def test_what_is_missing_is_said_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    finding.prepare()

    said = capsys.readouterr().out.splitlines()
    assert [sentence.split()[0] for sentence in said] == ["Firefox", "WebKit"]
    assert all("was not found: install" in sentence for sentence in said)
    assert not finding.must_be_here()


@pytest.mark.usefixtures("bare")
def test_ci_never_goes_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(SystemExit, match=r"Firefox was not found.*\n.*WebKit was not found"):
        finding.prepare()
