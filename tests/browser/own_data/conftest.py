"""A site with one calculator that has data: which rows does a threshold flag?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.made import made_site
from tests.browser.own_data.flagged_page import PAGE, Flagged
from tests.browser.pages_server import PagesServer
from tests.live import flagged


@pytest.fixture(scope="session")
def server_of_made_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        room = "macros.rendering.calculators"
        made_site(site, folder, {"flagged": flagged}, lambda name, new: patch.setattr(f"{room}.{name}", new))
    served = PagesServer(folder, "/model-answers/")
    yield served
    served.close()


@pytest.fixture(scope="session")
def visited_server(server_of_made_site: PagesServer) -> PagesServer:
    return server_of_made_site


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    Flagged.folder = tmp_path


@pytest.fixture
def calculator(page: Page) -> Flagged:
    page.goto(PAGE)
    return Flagged(page)
