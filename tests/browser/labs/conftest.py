"""Labs on the built site, as a reader meets them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.labs.lab_page import LabPage


@pytest.fixture
def lab(page: Page) -> LabPage:
    """The first lab, open; Python is not started."""
    return LabPage(page).open()


@pytest.fixture
def started(lab: LabPage) -> LabPage:
    return lab.start()


@pytest.fixture(scope="session", autouse=True)
def labs_are_built(site: Path) -> Iterator[None]:
    """Without labs the tests of every lab would be none."""
    assert list(site.glob("labs/*/index.html"))
    yield
