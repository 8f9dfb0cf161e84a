"""A site may be made by a cluster elsewhere, under TLS where Dask's settings say so."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import dask
import pytest
from distributed import LocalCluster, Security

from mapgen.errors import SettingsError
from mapgen.site import cluster
from tests.certificates import certificate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("site")
PATIENCE = 180  # seconds
ENCRYPTED = {"distributed.comm.require-encryption": True}


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return certificate(tmp_path_factory.mktemp("certificate"))


@contextmanager
def scheduler(cert: str, key: str) -> Iterator[str]:
    """Lend the address of a scheduler that speaks TLS alone."""
    files = {f"tls_{who}_{what}": path for who in ("scheduler", "worker", "client")
             for what, path in (("cert", cert), ("key", key))}  # fmt: skip
    security = Security(require_encryption=True, tls_ca_file=cert, **files)
    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        host="127.0.0.1",
        protocol="tls://",
        dashboard_address="127.0.0.1:0",
        security=security,
    ) as lent:
        yield lent.scheduler_address


def refused(address: str) -> str:
    with pytest.raises(SettingsError) as caught, cluster.client(address):
        pass
    return str(caught.value)


def test_a_scheduler_under_tls_makes_a_site_with_the_files_that_dask_is_told(
    certified: tuple[str, str], tmp_path: Path
) -> None:
    cert, key = certified
    (tmp_path / "locations.csv").write_text("title,date\nOne,1920\n", "utf-8")
    told = "DASK_DISTRIBUTED__COMM__TLS__"
    files = {f"{told}CA_FILE": cert, f"{told}CLIENT__CERT": cert, f"{told}CLIENT__KEY": key}

    with scheduler(cert, key) as address:
        command = [sys.executable, "-m", "mapgen", "build", str(tmp_path / "locations.csv")]
        done = subprocess.run(
            [*command, "--site", str(tmp_path / "site"), "--scheduler", address],
            env={**os.environ, **files},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    assert address.startswith("tls://127.0.0.1:")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 event of 1 table" in done.stdout


def test_a_scheduler_under_tls_lets_nobody_in_without_a_certificate(
    certified: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    with scheduler(*certified) as address:
        told = [refused(address), refused(address.replace("tls:", "tcp:"))]

    assert (
        "TLS needs certificates: Dask's settings distributed.comm.tls name the ca-file" in told[0]
    )
    assert "cannot be reached" in told[1]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1", "missing port"),
        ("nowhere", "missing port"),
        ("ucx://127.0.0.1:8786", "begins with neither tcp:// nor tls://"),
        ("https://127.0.0.1:8786", "begins with neither tcp:// nor tls://"),
        ("tcp://127.0.0.1:9", "127.0.0.1:9"),
    ],
)
def test_an_address_where_no_scheduler_is_reached_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")

    told = refused(address)

    assert told.startswith(f'--scheduler: "{address}" cannot be reached: ')
    assert said in told
    assert told.endswith(
        "see that `dask scheduler` runs there, and take the address that it prints"
    )


def test_nothing_is_sent_in_the_open_where_dask_is_to_encrypt() -> None:
    with dask.config.set(ENCRYPTED):
        told = refused("tcp://127.0.0.1:9")

    assert "is not encrypted, as Dask's settings ask for: take a tls:// address" in told


def test_settings_with_which_dask_cannot_begin_here_are_a_sentence() -> None:
    with dask.config.set(ENCRYPTED):
        told = refused("")

    assert told.startswith("Dask cannot begin on this computer (TLS ")
