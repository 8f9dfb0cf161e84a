"""Finds the file at which workers die, of which Dask says only that they did."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.errors import PageError, Problem, TableError
from mapgen.site.tables import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.site.reading import Block, Stretch

_LOOKED = "5s"  # until it is seen whether any worker is left


class Asked(NamedTuple):
    """What workers were asked to do with files, or with parts of them: a future for each."""

    task: Callable[[Any], object]
    given: Sequence[File | Stretch | Block]
    futures: Sequence[Any]


@contextmanager
def naming(client: Any, asked: Asked, *others: Any) -> Iterator[None]:
    """Raise TableError for the file at which workers die, while answers are waited for.

    Dask blames all that a worker had before it when it died. So each is tried again, alone, after
    all that was asked is called back, and the futures of `others` too.
    """
    from distributed import KilledWorker

    try:
        yield
    except KilledWorker as error:
        suspects = _suspects(asked)
        client.cancel([*others, *asked.futures])
        for each in suspects:
            if _kills(client, partial(asked.task, each)):
                raise _deadly(each) from error
        raise


@contextmanager
def surviving() -> Iterator[None]:
    """Raise PageError where workers die, and no file is known to be the reason."""
    from distributed import KilledWorker

    try:
        yield
    except KilledWorker as error:
        raise PageError(
            "the site cannot be made: the workers died again and again, as they do where memory "
            "runs out; give them more, or start fewer on one computer"
        ) from error


def _suspects(asked: Asked) -> list[File | Stretch | Block]:
    """Return what may have been before a worker that died: first what Dask blames."""
    both = list(zip(asked.given, asked.futures, strict=True))
    blamed = [given for given, future in both if future.status == "error"]
    return blamed + [given for given, future in both if future.status == "pending"]


def _kills(client: Any, task: Callable[[], object]) -> bool:
    """Tell whether workers die of a task, or the last one there was."""
    from distributed import KilledWorker, TimeoutError  # noqa: A004  (distributed calls it so)

    future = client.submit(task, pure=False)
    while True:
        try:
            return isinstance(future.exception(timeout=_LOOKED), KilledWorker)
        except TimeoutError:
            if not client.nthreads():
                return True


def _deadly(given: File | Stretch | Block) -> TableError:
    file = given if isinstance(given, File) else given.file
    message = (
        "cannot be read: it is damaged so that each worker dies of it, or takes more memory than "
        "they have"
    )
    cure = "write or download it again, or give the workers more memory"
    return TableError([Problem(file=file.name, message=message, cure=cure)])
