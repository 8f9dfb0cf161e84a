from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mapgen.linking import link

DENO = Path(sys.executable).parent / "deno"
MODULES = {
    "b.js": 'import { one } from "a.js";\n\nexport const two = one() + 1;\nexport class Kept {}\n',
    "a.js": "const hidden = 1;\nexport function one() {\n  return hidden;\n}\n",
    "main.js": 'import {\n  Kept,\n  two,\n} from "b.js";\n\nconsole.log(two, Kept.name);\n',
}


def test_modules_run_in_the_order_of_their_imports(tmp_path: Path) -> None:
    script = tmp_path / "linked.js"
    script.write_text(link(MODULES), "utf-8")

    done = subprocess.run([DENO, "run", script], check=True, capture_output=True, text=True)

    assert done.stdout == "2 Kept\n"


def test_a_name_that_is_not_exported_stays_inside() -> None:
    assert "return {one};" in link(MODULES)


def test_the_same_modules_give_the_same_script() -> None:
    assert link(MODULES) == link(dict(MODULES))


@pytest.mark.parametrize(
    "source",
    ['import x from "a.js";\n', 'import * as x from "a.js";\n', "export default 1;\n"],
)
def test_a_form_that_is_not_linked_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="is not linked"):
        link({"a.js": "", "main.js": source})


def test_modules_that_import_each_other_are_refused() -> None:
    modules = {
        "a.js": 'import { b } from "b.js";\n',
        "b.js": 'import { a } from "a.js";\n',
        "main.js": 'import { a } from "a.js";\n',
    }

    with pytest.raises(ValueError, match="cycle"):
        link(modules)


def test_a_generator_is_handed_on_as_a_function_is() -> None:
    counting = "export function* counting() {\n  yield 1;\n}\n"

    linked = link({"a.js": counting, "main.js": 'import { counting } from "a.js";\ncounting();\n'})

    assert "return {counting};" in linked
