"""A tab that was used is as new, or is not used again."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.pages_server import PagesServer
from tests.browser.tabs import Tab

KEEP = """() => { localStorage.kept = 1; sessionStorage.kept = 1;
  return new Promise(done => { indexedDB.open("kept").onsuccess = done; }).then(() => scrollTo(0, 500)); }"""
KEPT = """async () => [localStorage.kept, sessionStorage.kept, (await indexedDB.databases()).map(each => each.name),
  scrollY, innerWidth]"""


@pytest.fixture
def tab(launch: Callable[..., Browser], server: PagesServer) -> Any:
    context = launch().new_context(
        base_url=server.url, service_workers="block", viewport={"width": 1280, "height": 900}
    )
    yield Tab(context, server.url)
    context.close()


def test_what_was_stored_is_gone_and_the_page_is_as_wide_as_before(tab: Tab) -> None:
    tab.page.goto("lifecycle/stages/")
    tab.page.evaluate(KEEP)
    tab.page.set_viewport_size({"width": 320, "height": 640})
    assert tab.clean()
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.page.goto("lifecycle/stages/")
    found = tab.page.evaluate(KEPT)
    assert [*found[:2], *found[3:]] == [None, None, 0, 1280]
    assert "kept" not in found[2]
    assert [url for url in asked if url.endswith(".css")]


@pytest.mark.parametrize(
    "deed",
    [
        lambda page: page.route("**/x", lambda route: route.abort()),
        lambda page: page.context.new_page(),
        lambda page: page.add_init_script("1"),
        lambda page: page.clock.install(),
        lambda page: page.close(),
    ],
)
def test_a_tab_in_which_something_lasts_is_not_used_again(tab: Tab, deed: Callable[..., Any]) -> None:
    tab.page.goto("")
    deed(tab.page)
    assert not tab.clean()
