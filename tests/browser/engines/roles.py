"""Parts of a page by role and name, where a driver can only tell them of an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from tests.browser.engines.tab import Step

# Elements that may have a role; whether they have it, the engine says.
_MAY_BE = {
    "article": "article",
    "button": "button, summary, [role=button]",
    "checkbox": "input[type=checkbox]",
    "columnheader": "th",
    "combobox": "select",
    "dialog": "dialog, [role=dialog]",
    "group": "fieldset, [role=group]",
    "heading": "h1, h2, h3, h4",
    "img": "img, [role=img]",
    "link": "a[href], [role=link]",
    "listitem": "li",
    "navigation": "nav",
    "radio": "input[type=radio]",
    "region": "section, [role=region]",
    "rowheader": "th",
    "searchbox": "input[type=search]",
    "slider": "[role=slider]",
    "status": "output, [role=status]",
    "textbox": "input, textarea",
}
_ALSO = {"img": {"image"}, "combobox": {"button"}}  # other words of engines for a role

# Those in sight that may have a name: the words that stand in or beside them hold it.
_SEEN = """
const [inside, selector, words, isHeard] = arguments;
const texts = (each) => [
    each.getAttribute("aria-label"), each.textContent, each.title, each.placeholder, each.alt,
    ...[...each.labels ?? []].map((label) => label.textContent),
    ...(each.getAttribute("aria-labelledby") ?? "").split(" ")
        .map((id) => document.getElementById(id)?.textContent),
].join(" ").replace(/\\s+/g, " ");
return [...(inside ?? document).querySelectorAll(selector)].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }) &&
    !(isHeard && each.closest("[aria-hidden=true]")) &&
    (!words || texts(each).includes(words)));
"""


def find(driver: WebDriver, path: tuple[Step, ...]) -> list[WebElement]:
    """Return the elements that a path leads to, in the order of the page."""
    found: list[WebElement | None] = [None]
    for step in path:
        found = [each for inside in found for each in _found(driver, inside, step)]
    return [each for each in found if each is not None]


def _found(driver: WebDriver, inside: WebElement | None, step: Step) -> Iterator[WebElement]:
    words = step.name if isinstance(step.name, str) else ""
    selector = step.selector or _MAY_BE[step.role]
    for element in driver.execute_script(_SEEN, inside, selector, words, bool(step.role)):
        if not step.role or (_has_role(element, step) and _has_name(element, step)):
            yield element


def _has_role(element: WebElement, step: Step) -> bool:
    return element.aria_role in {step.role, *_ALSO.get(step.role, ())}


def _has_name(element: WebElement, step: Step) -> bool:
    if step.name is None:
        return True
    said = " ".join(element.accessible_name.split())
    return said == step.name if isinstance(step.name, str) else bool(step.name.search(said))
