"""The page of a calculator with data, and the hands of a reader who chooses a file."""

import re
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.calculator import Calculator

PAGE = "flagged/"
GOOD = "breast_cancer_logreg_test"
FEW = "y_true,y_score\n0,0.1\n1,0.8\n1,0.9\n"
BAD = "id,y_true,p_spam\na,0,0.1\nb,1,nan\nc,1,1.3\nd,1,0.9\n"
MANY = 20_000
MISSING = re.compile("^The calculator could not start: one of its files did not load")


class Flagged(Calculator):
    """The calculator, and what takes the reader's file, which is in `folder`."""

    folder: Path

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.own = self.box.locator("[data-own]")
        self.report = self.box.locator("[data-report]")
        self.work = self.box.locator("[data-work]")

    def choose(self, text: str, name: str = "mine.csv") -> None:
        file = self.folder / name
        file.write_text(text, encoding="utf-8", newline="")
        self.box.locator("input[type=file]").set_input_files(file)

    def open(self) -> None:
        self.own.locator("summary").click()


def rows(count: int) -> str:
    """Rows of which one in four is flagged at 0.5, and one in two at 0.3."""
    return "y_true,y_score\n" + "".join(f"{i % 2},{(0.25, 0.75, 0.25, 0.35)[i % 4]}\n" for i in range(count))
