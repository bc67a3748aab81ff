"""A walk over every page: nothing for axe to find, nothing sideways, no other host, nothing in the console.

That no other host is contacted and nothing is logged is asked by the `watched` fixture after every test.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_nothing_scrolls_sideways, darken
from tests.conftest import IS_THOROUGH

DOCS = Path(__file__).parents[2] / "docs"
OPEN_ALL = "() => document.querySelectorAll('article details').forEach(details => { details.open = true })"
READ_WITHOUT_SCRIPTS = "h1, article, quiz-item fieldset:not(.confidence) > legend, quiz-item details.answer > summary"


def addresses() -> list[str]:
    """Every page as the site addresses it, "" for home, from the Markdown files; and 404.html."""
    sources = sorted(path.relative_to(DOCS).with_suffix("") for path in DOCS.rglob("*.md"))
    pages = [str(path.parent if path.name == "index" else path) + "/" for path in sources]
    return ["" if page == "./" else page for page in pages] + ["404.html"]


# Decisions are plain Markdown, and pages share their styles: `make test` visits every eighth decision, and every
# sixth page in the dark and without scripts. `make thorough` visits every page in each way.
DECISIONS = [address for address in addresses() if address.startswith("contributing/decisions/0")]
LEFT_OUT = set() if IS_THOROUGH else set(DECISIONS) - set(DECISIONS[::8])
VISITED = [address for address in addresses() if address not in LEFT_OUT]
SAMPLED = VISITED if IS_THOROUGH else VISITED[::6]
every_page = pytest.mark.parametrize("address", VISITED, ids=lambda address: address.strip("/") or "home")


def test_tour_knows_every_built_page(pages):
    built = {path.as_posix().removesuffix("index.html") for path in pages}
    assert built == set(addresses())


@every_page
def test_axe_finds_nothing_and_a_phone_scrolls_nothing_sideways(page, axe, address):
    """Light and wide as it opens; then with all folds open at 320 px, and in the dark."""
    page.goto(address)
    assert axe(page) == [], "light"
    page.evaluate(OPEN_ALL)
    is_seen_in_the_dark = address in SAMPLED
    if is_seen_in_the_dark:
        darken(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert_nothing_scrolls_sideways(page)
    if is_seen_in_the_dark:
        assert axe(page) == [], "dark 320 px"


@pytest.mark.parametrize(
    "address", ["building/bring-your-own/", "deployment/several-models/", "metrics/precision-and-recall/"]
)
def test_a_table_of_few_words_a_cell_needs_no_scrolling_on_a_phone(page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    page.evaluate(OPEN_ALL)
    tables = page.locator(".md-typeset__scrollwrap, .calculator-wide")
    assert tables.count() > 0
    assert tables.evaluate_all("all => all.map(each => each.scrollWidth - each.clientWidth)") == [0] * tables.count()


# Heights of a title that is as wide as its one word: with the pilcrow behind it, and without
HEIGHTS_OF_A_FULL_TITLE = """() => {
  const title = document.querySelector("article h2:has(.headerlink)");
  const word = document.createRange();
  title.firstChild.data = "Title";
  word.selectNode(title.firstChild);
  title.style.width = Math.ceil(word.getBoundingClientRect().width) + "px";
  const height = title.clientHeight;
  title.querySelector(".headerlink").remove();
  return [height, title.clientHeight];
}"""


@pytest.mark.parametrize("width", [320, 1280])
def test_no_empty_line_follows_a_title_that_fills_its_line(page, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto("metrics/precision-and-recall/")
    with_pilcrow, without = page.evaluate(HEIGHTS_OF_A_FULL_TITLE)
    assert with_pilcrow == without


def test_lines_stand_at_one_place_on_pages_with_and_without_a_calculator(page):
    def sides(address: str) -> list[tuple[float, float]]:
        page.goto(address)
        boxes = [page.locator(f"article {part}").first.bounding_box() for part in ("h1", "h2", "quiz-item")]
        return [(box["x"], box["width"]) for box in boxes if box]

    assert len(sides("metrics/ranking/")) == 3
    assert sides("metrics/regression/") == sides("metrics/ranking/")


def test_reader_without_scripts_sees_the_page(open_context, subtests):
    page = open_context(java_script_enabled=False).new_page()
    for address in SAMPLED:
        with subtests.test(address):
            page.goto(address)
            # nothing is waited for: see test_calculator.py
            assert page.locator("h1").count() == 1
            assert page.locator(READ_WITHOUT_SCRIPTS).filter(visible=False).all_inner_texts() == []


def test_titles_are_spoken_as_they_are_written_and_each_question_has_one(page):
    page.goto("contributing/gallery/")
    expect(page.get_by_role("heading", name="The samples", exact=True)).to_be_visible()  # no pilcrow in its name
    expect(page.get_by_role("heading", name="Question 2 of", exact=False)).to_be_visible()
    gap = page.get_by_role("textbox", name="The missing words")
    expect(gap).to_have_accessible_description(re.compile("The share of actual positives"))


def test_dark_is_dark_and_light_is_light(open_context):
    for scheme, at_least, at_most in [("light", 200, 255), ("dark", 0, 60)]:
        page = open_context(color_scheme=scheme).new_page()
        page.goto("")
        red = page.evaluate("() => Number(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])")
        assert at_least <= red <= at_most, scheme


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_home_s_first_screen_says_what_is_here_and_has_a_question_to_answer(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto("")
    expect(page.locator(".holdings")).to_have_text(
        re.compile(r"^\d+ lessons, \d+ questions, \d+ calculators, \d+\sdated\sfacts$")
    )
    expect(page.locator("quiz-item .row").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_search(page, axe, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("")
    if width < 960:
        page.locator(".md-header__button[for=__search]").first.click()
    page.get_by_role("textbox", name="Search").press_sequentially("precision")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert axe(page) == []


def test_axe_finds_nothing_in_the_drawer(page, axe):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("")
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary")).to_be_in_viewport()
    assert axe(page) == []


def test_missing_page_offers_a_way_on(page, watched):
    watched.allowed.append("404 (Not Found)")
    answer = page.goto("metrics/no-such-page/")
    assert answer.status == 404
    expect(page.get_by_role("textbox", name="Search")).to_be_attached()
    page.locator("article a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.querySelector('link[rel=canonical]') !== null")
