from __future__ import annotations

import pytest

from mapgen.documents.markup import read_umap


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("*seen* and **heard**", "*seen* and **heard**"),
        ("[[https://example.org/a|a page]]", "[a page](https://example.org/a)"),
        ("[[https://example.org/a]]", "<https://example.org/a>"),
        ("{{{https://example.org/film|300*400}}}", "<https://example.org/film>"),
        ("above\n---\nbelow", "above\n\n---\nbelow"),
        ("{name} [here] {{nothing}}", "{name} [here] {{nothing}}"),
    ],
)
def test_the_marks_of_umap_become_markdown(marked: str, text: str) -> None:
    assert read_umap(marked) == (text, "")


def test_the_first_image_is_handed_on_and_others_become_links() -> None:
    marked = "A {{https://example.org/a.jpg|200}} B {{https://example.org/b.jpg}}"

    popup = read_umap(marked)

    assert popup.image == "https://example.org/a.jpg"
    assert popup.text == "A  B <https://example.org/b.jpg>"
