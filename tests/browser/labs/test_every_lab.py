"""Labs of docs/labs: failed in three typical ways, solved, reached by keyboard alone, and looked at by axe.

`make test` opens one of them, because tests/labs runs every solution and every mistake without a browser;
`make thorough` opens all.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.labs.lab_page import LabPage
from tests.conftest import IS_THOROUGH
from tests.labs.folders import NAMES, source, with_mistake
from tests.labs.mistakes import MISTAKES, STARTERS

every_lab = pytest.mark.parametrize("name", NAMES if IS_THOROUGH else NAMES[:1])
SIDEWAYS = "document.scrollingElement.scrollWidth"


@every_lab
def test_a_lab_diagnoses_its_starter_and_three_mistakes_and_is_solved(page: Page, name: str) -> None:
    lab = LabPage(page, name).open().start().run()
    test, says = STARTERS[name]
    expect(lab.test(test)).to_contain_text(says)
    for mistake in MISTAKES[name][:3]:
        lab.run(with_mistake(name, mistake.old, mistake.new))
        expect(lab.test(mistake.test)).to_contain_text("Failed")
        expect(lab.test(mistake.test)).to_contain_text(mistake.says)
        expect(lab.done).to_be_hidden()
    lab.run(source(name, "solution.py"))
    expect(lab.verdict).to_contain_text("tests passed. You completed this lab.")
    expect(lab.box.locator("[data-result=passed]")).to_have_count(lab.box.locator("[data-test]").count())
    expect(lab.done).to_be_visible()


@every_lab
def test_a_lab_is_solved_by_keyboard_alone_in_the_dark_on_a_phone(
    open_context: Callable[..., BrowserContext], axe: Any, name: str
) -> None:
    """Looked at by axe as it opens, with its failures and with all open; nothing scrolls sideways."""
    page = open_context(color_scheme="dark", viewport={"width": 320, "height": 640}).new_page()
    lab = LabPage(page, name).open()
    assert axe(page, "lab-editor") == [], "as it opens"
    lab.editor.focus()
    page.keyboard.press("ControlOrMeta+Enter")
    lab.is_ready()
    expect(lab.verdict).to_contain_text("tests passed")
    for opened in range(3):
        lab.hints.nth(opened).locator("summary").press("Enter")
    lab.box.locator(".lab-solution > summary").press("Enter")
    expect(lab.comparison).to_be_visible()
    assert page.evaluate(SIDEWAYS) <= 320
    assert axe(page, "lab-editor") == [], "failed, all open"
    lab.editor.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(lab.main).to_be_focused()


@every_lab
def test_axe_finds_nothing_in_the_light_and_in_forced_colors(
    open_context: Callable[..., BrowserContext], axe: Any, name: str
) -> None:
    for options in ({"color_scheme": "light"}, {"forced_colors": "active"}):
        page = open_context(**options).new_page()
        LabPage(page, name).open()
        assert axe(page) == [], options


def test_each_state_passes_axe(page: Page, axe_in_both_schemes: Any) -> None:
    lab = LabPage(page).open().start()
    lab.run("def f(x):\n    return 1 / x\n\n\nf(0)\n")
    assert axe_in_both_schemes(page, "lab-editor") == [], "an error"
    lab.run(source(lab.item, "solution.py"))
    assert axe_in_both_schemes(page, "lab-editor") == [], "all passed"
    lab.press("Reset")
    expect(lab.note).to_contain_text("Another version of your code is stored")
    assert axe_in_both_schemes(page, "lab-editor") == [], "reset"
