"""Fetches a table from an https address, politely and with limits."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlencode, urlsplit

from mapgen.errors import TableError, quoted
from mapgen.errors.boundary import Boundary, reason
from mapgen.network import AstrayError, opener
from mapgen.regex import regex
from mapgen.table.contents import refused
from mapgen.version import VERSION

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from http.client import HTTPResponse
    from urllib.request import OpenerDirector, Request


LARGEST = 200_000_000
"""No answer is read beyond this, in bytes."""

_TIMEOUT_SECONDS = 20.0  # until an answer begins, and between its parts
_DEADLINE_SECONDS = 300.0  # for the whole answer
_PART = 1 << 20
_SCHEMES = {"https", "http"}
_HERE = {"localhost", "127.0.0.1", "::1"}
_PARTIAL = regex(r"bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18})")
_SHEET = regex(r"/spreadsheets/(?:u/\d+/)?d/(?P<published>e/)?(?P<key>[\w-]+)")
_PUBLISH = "in Google Sheets choose File > Share > Publish to web, and name the address it gives"
_SAVE = "download the table with a browser and name the file"
_AGAIN = "try again later, or download the table with a browser and name the file"
_MEANT = "name that address itself, if it is meant"
_REFUSALS = {
    401: ("asks for a login", "make the table public, or download it and name the file"),
    403: ("may not be read without permission", "make it public, or download it and name the file"),
    404: ("is not there (404)", "open the address in a browser to see that it is right"),
    410: ("is gone (410)", "open the address in a browser to see where it went"),
    429: ("was asked for too often (429)", "wait some minutes, or download it and name the file"),
}


def fetch(address: str, *, sheet: str = "", timeout: float = _TIMEOUT_SECONDS) -> bytes:
    """Return what an address answers; the address of a Google Sheet gives its table.

    `sheet` is the name of the sheet that is wanted of it. `timeout` is in seconds, for the first
    byte and between bytes. Raises TableError, with one cure, for whatever comes between.
    """
    refuse_unsafe(address, file=address)
    google = _google_sheet(address) is not None
    wanted = table_of_google(address, sheet)
    answer = ask(wanted, file=address, google=google, timeout=timeout)
    if google and ("accounts.google" in answer.landed or _is_page(answer.data)):
        raise refused(address, "is not public: Google asks for a login", _PUBLISH)
    refuse_page(answer.data, file=address)
    return answer.data


class Answer(NamedTuple):
    """The bytes that an address answered, and the address that they came from in the end.

    `size` is that of the whole file where they are a part of it.
    """

    data: bytes
    landed: str
    size: int | None = None


def ask(
    address: str,
    *,
    file: str,
    part: tuple[int, int] | None = None,
    google: bool = False,
    timeout: float = _TIMEOUT_SECONDS,
) -> Answer:
    """Return what an address answers: all, or a part where its server gives parts.

    A part is from one byte to another, without the last. No answer leads on to where it is not
    safe, or into a network; none is larger than LARGEST, or takes longer than five minutes. Raises
    TableError for `file`.
    """
    refuse_unsafe(address, file=file)
    headers = {} if part is None else {"Range": f"bytes={part[0]}-{part[1] - 1}"}
    with (
        Boundary(lambda error: _failed(error, file=file, google=google)),
        _opener(file).open(_request(address, headers), timeout=timeout) as answer,
    ):
        data, landed = _whole(answer, file=file), answer.geturl()
        told = _PARTIAL.fullmatch(answer.headers.get("Content-Range", ""))
        partial = answer.status == HTTPStatus.PARTIAL_CONTENT
    if not partial:
        return Answer(data, landed)
    if not (part and told and int(told[1]) == part[0] and len(data) <= part[1] - part[0]):
        raise refused(file, "answers with another part than it was asked for", _SAVE)
    return Answer(data, landed, int(told[2]))


def refuse_page(data: bytes, *, file: str) -> None:
    """Raise TableError for `file` where it begins as a web page."""
    if _is_page(data):
        message = "answers with a web page (perhaps a login), not with a table"
        raise refused(file, message, "name the address from which the table is downloaded")


def table_of_google(address: str, sheet: str) -> str:
    """Return where a Google Sheet gives its table, or all sheets as a workbook if one is wanted.

    Other addresses stay as they are.
    """
    match = _google_sheet(address)
    if not match:
        return address
    parts = urlsplit(address)
    told = parse_qs(parts.query) | parse_qs(parts.fragment)
    form = "xlsx" if sheet else "csv"
    page = {"gid": told["gid"][0]} if "gid" in told and not sheet else {}
    base = f"https://{parts.netloc}/spreadsheets/d/{match['published'] or ''}{match['key']}"
    if match["published"]:
        single = {"single": "true"} if page else {}
        return f"{base}/pub?{urlencode({'output': form, **page, **single})}"
    return f"{base}/export?{urlencode({'format': form, **page})}"


def _google_sheet(address: str) -> re.Match[str] | None:
    return _SHEET.match(urlsplit(address).path) if _host(address) == "docs.google.com" else None


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").lower()


def refuse_unsafe(address: str, *, file: str, after: str = "") -> None:
    """Let pass https only, and http to this computer, but not `after` an https address.

    Raises TableError for `file`.
    """
    scheme = address.partition(":")[0].lower()
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if scheme not in _SCHEMES:
        cure = "name the file by its path" if scheme == "file" else _SAVE
        raise refused(file, "only addresses that begin with https:// are read", cure)
    if not host or any(sign.isspace() or not sign.isprintable() for sign in address):
        raise refused(file, "is no address of the web", "copy it from the browser again")
    if scheme == "https" or (host in _HERE and not after.startswith("https")):
        return
    secure = "https" + address[address.index(":") :]
    if not after:
        cure = f"write {secure} if the server offers it, or download the table and name the file"
        raise refused(file, "is not sent safely: anybody on the way could change it", cure)
    raise refused(file, f"leads on to {quoted(address)}, which is not sent safely", _SAVE)


def _request(address: str, headers: Mapping[str, str]) -> Request:
    from urllib.request import Request

    agent = f"mapgen/{VERSION} (a table of events becomes a map)"
    own = {"User-Agent": agent, "Accept": "*/*"}
    return Request(_ascii(address), headers={**own, **headers})  # noqa: S310  (checked above)


def _ascii(address: str) -> str:
    """Return an address as it is sent: letters of other scripts are escaped."""
    from urllib.parse import quote

    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    kept = "/:?&=%+,;@~!$'()*[]"
    return parts._replace(
        netloc=host, path=quote(parts.path, kept), query=quote(parts.query, kept), fragment=""
    ).geturl()


def _opener(file: str) -> OpenerDirector:
    def follow(before: str, address: str) -> None:
        refuse_unsafe(address, file=file, after=before)

    return opener(_DEADLINE_SECONDS, follow=follow)


def _whole(answer: HTTPResponse, *, file: str) -> bytes:
    """Read an answer in parts, within the limit of size."""
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(_PART):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            message = f"is larger than {LARGEST / 1e6:,.0f} MB"
            raise refused(file, message, _SAVE)
    if answer.length:
        raise refused(file, f"the answer broke off, {answer.length} bytes before its end", _AGAIN)
    return b"".join(parts)


def _is_page(data: bytes) -> bool:
    begin = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return begin.startswith((b"<!doctype html", b"<html"))


def _failed(error: BaseException, *, file: str, google: bool) -> TableError:
    """Say why no answer came, or no whole one."""
    if isinstance(error, HTTPError):
        error.close()
        return _answered(error.code, file=file, google=google)
    if isinstance(error, TimeoutError):
        return _too_slow(file)
    if isinstance(error, AstrayError):
        return refused(file, str(error), _MEANT)
    if isinstance(error, URLError):
        return _unreachable(error, file=file)
    return refused(file, f"the answer broke off ({reason(error)})", _AGAIN)


def _answered(code: int, *, file: str, google: bool) -> TableError:
    if google and code in {400, 401, 403, 404}:
        return refused(file, f"is not public, or not there (Google answers {code})", _PUBLISH)
    if code in _REFUSALS:
        return refused(file, *_REFUSALS[code])
    if code >= 500:  # noqa: PLR2004  (the faults of a server, RFC 9110)
        return refused(file, f"cannot be had: the server has a fault ({code})", _AGAIN)
    return refused(file, f"cannot be had: the server answers {code}", _SAVE)


def _unreachable(error: URLError, *, file: str) -> TableError:
    """Say what kept the request from its server."""
    reason = error.reason
    if isinstance(reason, TimeoutError):
        return _too_slow(file)
    kind = type(reason).__name__
    if "SSL" in kind or "Certificate" in kind:
        message = "the server cannot prove that it is the one it says (its certificate is bad)"
        return refused(file, message, "see whether date and time of this computer are right")
    if isinstance(reason, AstrayError):
        return refused(file, str(reason), _MEANT)
    if kind == "gaierror":
        message = f"the server {quoted(_host(file))} cannot be found"
        cure = "see that this computer has a network and that the address is right"
        return refused(file, message, cure)
    cure = "see that this computer has a network, or name a file"
    return refused(file, f"cannot be reached ({reason})", cure)


def _too_slow(file: str) -> TableError:
    return refused(file, "the server does not answer in time", _AGAIN)
