from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.texts import prose
from mapgen.texts.prose import HtmlColumn, to_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("", ""),
        ("  \n ", ""),
        ("He fell in 2024 (so it is said).", "<p>He fell in 2024 (so it is said).</p>"),
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("**so**", "<p><strong>so</strong></p>"),
        ("# Heading", "<p>Heading</p>"),
        ("a\n ٣. b", "<p>a\n ٣. b</p>"),  # no list: in CommonMark, figures are those of ASCII
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("a & b", "<p>a &amp; b</p>"),
        ("<b>raw</b>", "<p>&lt;b&gt;raw&lt;/b&gt;</p>"),
        (
            "[UN](https://un.org)",
            '<p><a href="https://un.org" target="_blank" rel="noopener noreferrer">UN</a></p>',
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html;base64,AA)", "<p>[x](data:text/html;base64,AA)</p>"),
    ],
)
def test_markdown_becomes_clean_html(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_an_image_in_markdown_is_no_request() -> None:
    assert "<img" not in to_html("![x](https://example.org/x.png)")


@given(st.text(alphabet="ab.,;:()?'\"\n0123456789 é—“”"))
def test_plain_text_means_the_same_with_and_without_the_parser(text: str) -> None:
    from mapgen.texts import prose  # its private way is compared with its public one

    if not prose._is_plain(text) or not text.strip():  # noqa: SLF001  (see above)
        return

    short = _squeeze(prose.to_html(text))
    full = _squeeze(prose._clean(prose._render(text)))  # noqa: SLF001  (see above)

    assert short == full


def _squeeze(html: str) -> str:
    return "".join(html.replace("&quot;", '"').split())


@given(st.text())
def test_no_text_makes_a_script_or_a_handler(text: str) -> None:
    html = to_html(f"<script>{text}</script><img src=x onerror={text}>").lower()

    assert "<script" not in html
    assert "<img" not in html


def test_plain_text_does_not_load_the_parser() -> None:
    code = """if True:
        import sys
        from mapgen.texts.prose import to_html
        to_html("Plain.")
        sys.exit("markdown_it" in sys.modules or "nh3" in sys.modules)
    """

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("begin", [" 1.", "-", "", " 1", "    "])
@pytest.mark.parametrize("sign", ["", "*", "<", "\n", ":", "://", "  \n"])
def test_a_column_of_texts_is_the_html_of_each(begin: str, sign: str) -> None:
    texts = ["Plain", "", f"{begin} x", "1920 began", "é  ", f"a {sign}b{sign} c", "é"]

    found = HtmlColumn(texts)

    assert list(found) == found[:] == [to_html(text) for text in texts]
    assert (found[-1], found[1:3], len(found)) == (to_html("é"), ["", to_html(texts[2])], 7)


def test_markup_that_is_asked_for_again_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = to_html("**asked for twice**")
    monkeypatch.delattr(prose, "_render")

    assert to_html("**asked for twice**") == first
