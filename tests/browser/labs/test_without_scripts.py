"""A lab without scripts: starter, hints and solution can be read and copied, and no button does nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.labs.folders import NAMES, source


@pytest.mark.parametrize("name", NAMES)
def test_starter_tests_hints_and_solution_can_be_read(open_context: Callable[..., BrowserContext], name: str) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"labs/{name}/")
    assert page.locator("[data-part=starter]").is_visible()
    assert page.locator("[data-part=starter]").text_content() == source(name, "starter.py")
    assert page.locator("[data-test]").count() > 2
    for fold in page.locator(".lab-fold:visible > summary").all():
        fold.press("Enter")  # a click waits for a script that is off
    assert page.locator("[data-part=hint]:visible p").count() >= 3
    assert page.locator("[data-part=solution]").is_visible()
    assert page.locator("[data-part=solution]").text_content() == source(name, "solution.py")
    assert page.locator("lab-editor button:visible").count() == 0
    assert page.locator("noscript").count() == 0 or "needs JavaScript" in page.locator("lab-editor").inner_text()
