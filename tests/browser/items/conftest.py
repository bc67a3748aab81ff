"""Items on the built site, as a reader meets them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.items.placed import KINDS, Placed, of_kind, placed_on
from tests.browser.items.shown import Shown, side_by_side
from tests.browser.pages_server import PagesServer


@pytest.fixture(scope="session")
def items(site: Path) -> list[Placed]:
    """Those of lessons first, the samples of the gallery last."""
    found = [item for html in sorted(site.rglob("*.html")) for item in placed_on(site, html)]
    return sorted(found, key=lambda item: item.url.startswith("contributing/"))


@pytest.fixture(scope="session")
def server_that_keeps_samples(server: PagesServer) -> Iterator[PagesServer]:
    """Samples are kept like other items, so that each interaction can be asked what a reload restores."""
    served = PagesServer(server.site, server.base, {"contributing/gallery/index.html": keep_samples})
    yield served
    served.close()


@pytest.fixture(scope="session")
def visited_server(server_that_keeps_samples: PagesServer) -> PagesServer:
    return server_that_keeps_samples


def keep_samples(page: bytes) -> bytes:
    return page.replace(b"<quiz-set data-sample>", b"<quiz-set>")


@pytest.fixture(params=[kind for kind in KINDS if kind != "card"])  # it has no field; its tests stand on their own
def item(request: pytest.FixtureRequest, items: list[Placed]) -> Placed:
    return of_kind(items, request.param)


@pytest.fixture
def shown_item(page: Page, item: Placed) -> Shown:
    return Shown(page, item).open()


@pytest.fixture
def one_of_each(page: Page, samples: list[Placed]) -> list[Shown]:
    """An item of each kind but the card, side by side on the open gallery: what is asked of each costs one visit."""
    return side_by_side(page, samples)


@pytest.fixture(scope="session")
def samples(items: list[Placed]) -> list[Placed]:
    on_gallery = [each for each in items if each.url == "contributing/gallery/"]
    return [of_kind(on_gallery, kind) for kind in KINDS if kind != "card"]
