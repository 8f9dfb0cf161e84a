"""Makes a certificate that signs itself, for servers of tests on this computer."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def certificate(folder: Path) -> tuple[str, str]:
    """Return the paths of a certificate for 127.0.0.1 and of its key."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl makes the certificate, and is not installed")
    cert, key = str(folder / "cert.pem"), str(folder / "key.pem")
    made = [program, "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=mapgen"]
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    named = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert]
    subprocess.run([*made, *curve, *named], check=True, capture_output=True)
    return cert, key
