"""A file that a page saves, as its reader finds it."""

import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

LONGEST = 15  # s


class Saved:
    """A call of it does what saves a file, and gives the file's name and text.

    `folder` is where the files of Firefox go, whose driver does not tell of them; None: the driver tells.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def __call__(self, page: Page, press: Callable[[], object]) -> tuple[str, str]:
        if not self.folder:
            with page.expect_download() as waited:
                press()
            return waited.value.suggested_filename, waited.value.path().read_text(encoding="utf-8")
        for left in self.folder.iterdir():
            left.unlink()  # beside it the next one of this name would get a number
        press()
        file = self.arrived(page, self.folder)
        return file.name, file.read_text(encoding="utf-8")

    def arrived(self, page: Page, folder: Path) -> Path:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            found = list(folder.iterdir())
            if len(found) == 1 and found[0].stat().st_size and found[0].suffix != ".part":
                return found[0]
            page.wait_for_timeout(50)
        raise AssertionError(f"no one file was saved: {list(folder.iterdir())}")
