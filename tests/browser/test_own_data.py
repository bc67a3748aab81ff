"""A calculator with data: example files, the reader's own file on the page and in the worker, and what may go wrong."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.made import made_site
from tests.browser.pages_server import PagesServer
from tests.live import flagged


@pytest.fixture(scope="session")
def server(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        made_site(
            site,
            folder,
            {"flagged": flagged},
            lambda name, value: patch.setattr(f"macros.rendering.calculators.{name}", value),
        )
    served = PagesServer(folder, "/model-answers/")
    yield served
    served.close()


def test_it_is_live(page: Page) -> None:
    page.goto("flagged/")
    page.screenshot(path="/tmp/flagged.png", full_page=True)
    box = page.locator("live-calculator")
    result = box.locator("[data-says=result]")
    expect(result).to_have_text("30 of 143 rows are flagged.")
    box.locator("input[name=t]").fill("0.2")
    expect(result).to_have_text("109 of 143 rows are flagged.")
