"""The search: found by mouse, by key and by an address; its index is fetched once the reader turns to it."""

import re

from playwright.sync_api import expect

INDEX = re.compile(r"search_index\.json")
RESULT = ".md-search-result__item"


def test_a_page_that_is_only_read_never_fetches_the_index(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("metrics/confusion-matrix/", wait_until="networkidle")
    assert asked and not [url for url in asked if INDEX.search(url)]


def test_the_first_touch_of_the_field_fetches_it_and_words_are_found(page):
    page.goto("")
    with page.expect_request(INDEX):
        page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("precision")
    expect(page.locator(RESULT).first).to_be_visible()


def test_by_key_alone_the_first_hit_is_reached(page):
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("recall")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"recall"))


def test_an_address_that_asks_finds(page):
    page.goto("?q=recall")
    expect(page.locator(RESULT).first).to_be_visible()
