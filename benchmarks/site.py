"""Measures a site of five million events: made here, made on a cluster that loses a worker, read.

Prints the seconds and the peak memory of either making, whether both gave the same bytes, and what
the first view costs a reader on a plain server of files.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from playwright.sync_api import sync_playwright

from benchmarks.child import ROOT
from benchmarks.table import write_table
from tests.browser.find_browser import launch

if TYPE_CHECKING:
    from collections.abc import Iterator

EVENTS, FILES = 5_000_000, 5
FOLDER = ROOT / "build" / "site"
GLANCE = 0.5  # seconds between two looks at the memory
READY = "performance.getEntriesByName('mapgen:ready')[0]?.startTime"


def main() -> None:
    """Make the tables unless they are there, then measure."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.site", description=__doc__)
    words.add_argument("events", nargs="?", type=int, default=EVENTS)
    words.add_argument("--folder", type=Path, default=FOLDER, help="where tables and sites are")
    asked = words.parse_args()
    tables = make_tables(asked.folder / str(asked.events), asked.events)
    here, there = asked.folder / "here", asked.folder / "there"
    seconds = build(tables, here)
    with cluster() as scheduler:
        build(tables, there, scheduler, kill_after=seconds / 2)
    digests = [digest(each) for each in (here, there)]
    print(f"the same bytes: {digests[0] == digests[1]} (sha256 {digests[0]})", flush=True)
    read(here)


def make_tables(folder: Path, events: int) -> Path:
    """Write the events into several files; the sizes differ, and so the events do."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        for number in range(FILES):
            size = events // FILES + number - FILES // 2
            write_table(folder / f"{number}.csv", size)
    return folder


def build(tables: Path, site: Path, scheduler: str = "", kill_after: float = 0) -> float:
    """Make a site, print what it cost, and return its seconds."""
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mapgen", "build", str(tables), "--site", str(site)]
    command += ["--scheduler", scheduler] if scheduler else []
    begun = time.monotonic()
    with subprocess.Popen(command, cwd=ROOT) as process:
        watched = os.getpid() if scheduler else process.pid
        peak, killed = 0, False
        while process.poll() is None:
            peak = max(peak, memory(watched))
            if scheduler and not killed and time.monotonic() - begun > kill_after:
                kill_a_worker(scheduler)
                killed = True
            time.sleep(GLANCE)
    seconds = time.monotonic() - begun
    if process.returncode:
        raise SystemExit(f"the site was not made: exit code {process.returncode}")
    how = "on a cluster that lost a worker" if killed else "on this machine"
    print(f"{how}: {seconds:.0f} s, {peak / 2**20:,.0f} MiB at most", flush=True)
    return seconds


@contextmanager
def cluster() -> Iterator[str]:
    """Lend the address of a scheduler with two workers, each a process of its own."""
    from distributed import Client  # the workers are other processes

    address = "tcp://127.0.0.1:8799"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "8799"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1"]
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    commands = [[*dask, *here], *[[*worker, *here]] * 2]
    with ExitStack() as stack:
        space = stack.enter_context(_scratch())
        for command in commands:
            made = subprocess.Popen(command, cwd=space, env=_env(), stderr=subprocess.DEVNULL)
            stack.callback(made.wait)
            stack.callback(made.terminate)
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2)
        yield address


def kill_a_worker(scheduler: str) -> None:
    """Kill the first of the workers as an operating system does that is short of memory."""
    from distributed import Client

    with Client(scheduler, set_as_default=False) as client:
        pids = client.run(os.getpid)
    os.kill(pids[min(pids)], signal.SIGKILL)


def memory(pid: int) -> int:
    """Return the bytes in memory of a process and of those that it started."""
    total = 0
    for process in _family(pid):
        try:
            total += process.memory_info().rss
        except psutil.Error:  # it has just ended
            continue
    return total


def digest(folder: Path) -> str:
    """Return one figure for all names and bytes of a folder."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def read(site: Path) -> None:
    """Print when a page of a site and one of its parts are ready, and what was sent for them."""
    with served(site) as (address, sent), sync_playwright() as playwright:
        browser = launch(playwright)
        for name, path in (("the overview", "/"), ("a part", "/?part=1")):
            sent.clear()
            page = browser.new_page()
            page.goto(address + path)
            page.wait_for_selector("html[data-mapgen=ready]", state="attached")
            ready = page.evaluate(READY)
            print(f"{name}: ready after {ready:.0f} ms, {sum(sent) / 1e6:.2f} MB sent", flush=True)
            page.close()
        browser.close()


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder on this machine; lend its address, and the bytes of each file that is sent."""
    sent: list[int] = []

    class Counting(SimpleHTTPRequestHandler):
        """Notes what it sends."""

        def copyfile(self, source: Any, outputfile: Any) -> None:
            """Send a file."""
            sent.append(os.fstat(source.fileno()).st_size)
            super().copyfile(source, outputfile)

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    handler = partial(Counting, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", sent
        server.shutdown()


def _family(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


@contextmanager
def _scratch() -> Iterator[Path]:
    space = FOLDER / "space"
    space.mkdir(parents=True, exist_ok=True)
    yield space
    shutil.rmtree(space, ignore_errors=True)


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


if __name__ == "__main__":
    main()
