"""A lab on the built site."""

from typing import Self

from playwright.sync_api import Locator, Page, expect

from tests.browser.labs.code_page import STARTED_WITHIN, CodePage

FIRST = "metrics-from-scratch"
LESSON = "metrics/precision-and-recall/"


class LabPage(CodePage):
    """The lab of a page."""

    def __init__(self, page: Page, name: str = FIRST) -> None:
        super().__init__(page, element="lab-editor", address=f"labs/{name}/", item=name)
        self.done = self.box.locator("[data-part=done]")
        self.hints = self.box.locator("[data-part=hint]:visible")
        self.comparison = self.box.locator("[data-part=comparison]")

    def start(self) -> Self:
        self.main.click()
        return self.is_ready()

    def is_ready(self) -> Self:
        """Python has started, or has ended the code that it ran."""
        expect(self.box).to_have_attribute("data-state", "ready", timeout=STARTED_WITHIN)
        return self

    has_ended = is_ready

    def test(self, name: str) -> Locator:
        """The row of a test, by the name of its function."""
        return self.box.locator(f'[data-test="{name}"]')
