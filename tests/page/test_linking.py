from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mapgen.page.linking import link

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


OTHER = "export const one = 1;\nexport function two() {}\n"
# Every form that a module of ECMAScript 2025 may have, and that is not linked.
REFUSED = [
    'import "a.js";',
    'import x from "a.js";',
    'import * as x from "a.js";',
    'import x, { one } from "a.js";',
    'import { one as x } from "a.js";',
    'import { default as x } from "a.js";',
    'import { "one" as x } from "a.js";',
    'import { one } from "a.js" with { type: "json" };',
    'import { one } from "a.js"',
    'import { one } from "nowhere.js";',
    'import { three } from "a.js";',
    'const x = 1;\nimport { one } from "a.js";',
    'const x = await import("a.js");',
    'import("a.js").then(console.log);',
    "console.log(import.meta.url);",
    "export default 1;",
    "export default function f() {}",
    "export default class {}",
    "const x = 1;\nexport { x };",
    "const x = 1;\nexport { x as default };",
    'export { one } from "a.js";',
    'export { one as x } from "a.js";',
    'export * from "a.js";',
    'export * as x from "a.js";',
    "export {};",
    "export let x = 1;",
    "export var x = 1;",
    "export const x = 1, y = 2;",
    "export const x = [1, 2],\n  y = 2;",
    "export const { x } = { x: 1 };",
    "export const [x] = [1];",
    "export const\n  { x, y } = z;",
    "if (true) {\n  export const x = 1;\n}",
    "const m0 = 1;",
    "const x = 'no end;",
    "const x = `no ${ end`;",
]
# What looks like a form that is not linked, and is none.
TAKEN = {
    "// export default 1;\nexport const x = 7;": "7",
    "/* import x from 'a.js';\nexport const y = 1, z = 2; */ export const x = 7;": "7",
    'export const x = "export default 1;".length;': "17",
    "export const x = 'import(1)'.length;": "9",
    "export const x = `\nexport default 1;\n${[1].map((i) => `import(${i})`)}\n`.length;": "29",
    'export const x = /export default "`/.test("export default \\"`");': "true",
    "export const x = 8 / 2 / 4; // import(1)": "1",
    "const y = { import: 1, export: 2 };\nexport const x = y.import + y.export;": "3",
    "export const x = f(1, [2, 3], { a: 4 });\nfunction f(...all) {\n  return all.length;\n}": "3",
    "export const x = (() => {\n  const a = 1, b = 2;\n  return a + b;\n})();": "3",
    "export\nconst x\n  = 7;": "7",
    "export const $x_1 = 7;\nexport const x = $x_1;": "7",
    "export async function y() {\n  await 1;\n}\nexport const x = typeof y().then;": "function",
    "export async function* y() {}\nexport const x = typeof y().next;": "function",
    "export function*y() {}\nexport const x = typeof y().next;": "function",
    "export class Y extends Array {}\nexport const x = new Y(3).length;": "3",
    "const important = 7;\nconst exported = important;\nexport const x = exported;": "7",
}


@pytest.mark.parametrize("source", REFUSED)
def test_a_form_that_is_not_linked_is_refused_with_file_and_line(source: str) -> None:
    comment = "// A module.\n\n"

    with pytest.raises(ValueError, match=r"^main\.js:[345]: ") as caught:
        link({"a.js": OTHER, "main.js": f"{comment}{source}\n"})

    assert "main.js" in str(caught.value)


def test_a_form_in_another_module_is_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match=r"^b\.js:1: 'export let x = 1;' is a form of import or"):
        link({"b.js": "export let x = 1;\n", "main.js": 'import { x } from "b.js";\n'})


@pytest.mark.parametrize(
    "source",
    ["const x = await f();", "for await (const x of y) z(x);", "{\n  await f();\n}"],
)
def test_a_module_that_waits_is_linked_as_the_last_alone(source: str) -> None:
    assert source in link({"main.js": source})

    with pytest.raises(ValueError, match="is an await outside of functions, which is not linked"):
        link({"a.js": source, "main.js": ""})


def test_waiting_in_async_functions_is_linked_anywhere() -> None:
    arrow, method = "export const f = async () => await g();", "async m() {\n    await f();\n  }"
    source = f"{arrow}\nclass C {{\n  {method}\n}}\n"

    assert "await f()" in link({"a.js": source, "main.js": ""})


def test_what_only_looks_like_a_form_is_linked(tmp_path: Path) -> None:
    modules = {f"t{number}.js": f"{source}\n" for number, source in enumerate(TAKEN)}
    tests = {
        f"u{number}.js": f'import {{ x }} from "t{number}.js";\n\nconsole.log(String(x));\n'
        for number in range(len(TAKEN))
    }
    script = tmp_path / "linked.js"
    script.write_text(link(modules | tests | {"main.js": ""}), "utf-8")

    done = subprocess.run([DENO, "run", script], check=True, capture_output=True, text=True)

    assert sorted(done.stdout.split()) == sorted(TAKEN.values())


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
