"""Labs on the built site, as a reader meets them."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.labs.lab_page import LabPage
from tests.browser.pages_server import PagesServer


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


class ListeningServer(PagesServer):
    """Another host: keeps in `asked` the path of every request."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        super().__init__(folder, "/")

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        super().answer(request)


@pytest.fixture
def other_host(tmp_path: Path) -> Iterator[ListeningServer]:
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    server = ListeningServer(tmp_path)
    yield server
    server.close()
