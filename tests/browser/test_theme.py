"""What the theme's script does after the seal edited it, and what theme-repairs.js repairs."""

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import darken

PAGE = "lifecycle/stages/"
PAGE_WITH_WIDE_TABLE = "reference/exams/"
PHONE = {"width": 320, "height": 640}
ROOT_SCHEME = "() => getComputedStyle(document.documentElement).colorScheme"
BLOCK_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });"""
SCROLLS = "element => element.scrollWidth > element.clientWidth"


def test_the_root_is_dark_where_the_page_is(page):
    page.goto(PAGE)
    assert page.evaluate(ROOT_SCHEME) == "normal"
    darken(page)
    assert page.evaluate(ROOT_SCHEME) == "dark"
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(ROOT_SCHEME) == "dark"


def test_no_meta_element_styles_the_page_a_second_time(page):
    page.goto(PAGE, wait_until="networkidle")
    darken(page)
    expect(page.locator("meta[name=color-scheme]")).to_have_count(0)


def test_where_storage_is_blocked_the_page_works_and_the_choice_of_colors_holds_for_it(page):
    page.add_init_script(BLOCK_STORAGE)
    page.goto("metrics/accuracy/")
    with pytest.raises(Error, match="SecurityError"):
        page.evaluate("() => localStorage")
    darken(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("quiz-item input").first.check()
    expect(page.locator("quiz-item").first.get_by_role("button", name="Check")).to_be_enabled()


def test_a_color_choice_of_another_page_of_the_origin_stops_nothing(page, subtests):
    page.goto("")
    for stored in ["5", "[]", '"x"', '{"color":5}', '{"index":"x","color":{"media":"x"}}']:
        with subtests.test(stored=stored):
            page.evaluate("text => localStorage.setItem(__md_scope.pathname + '.__palette', text)", stored)
            page.goto("")  # at a reload, Firefox keeps which button was pressed
            page.get_by_title("Switch to dark").click()
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("recall")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_a_table_wider_than_a_phone_is_a_named_region_that_scrolls_by_key(page):
    page.set_viewport_size(PHONE)
    page.goto(PAGE_WITH_WIDE_TABLE, wait_until="networkidle")
    regions = page.get_by_role("region").and_(page.locator("article .md-typeset__scrollwrap"))
    assert regions.count() > 0
    names = regions.evaluate_all("boxes => boxes.map(box => box.getAttribute('aria-label'))")
    assert all(names) and len(set(names)) == len(names)
    assert regions.evaluate_all(f"boxes => boxes.every({SCROLLS})")
    regions.first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


# Counts how often boxes are measured while the page changes in 20 frames, five times in each.
MEASURED = """async (selector) => {
  const query = Document.prototype.querySelectorAll;
  let count = 0;
  Document.prototype.querySelectorAll = function (asked) {
    count += asked.includes(":not([tabindex])");
    return query.call(this, asked);
  };
  for (let frame = 0; frame < 20; frame++) {
    for (let change = 0; change < 5; change++) {
      document.querySelector(selector).append("line ");
      await null;
    }
    await new Promise(requestAnimationFrame);
  }
  Document.prototype.querySelectorAll = query;
  return count;
}"""


def test_boxes_are_measured_once_a_frame_and_not_while_code_prints(page):
    page.goto("labs/playground/", wait_until="networkidle")
    assert page.evaluate(MEASURED, "live-playground [data-part=output]") == 0
    assert 0 < page.evaluate(MEASURED, "article p") <= 21


def test_without_scripts_a_wide_table_scrolls_in_itself(open_context):
    page = open_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(PAGE_WITH_WIDE_TABLE)
    tables = page.locator("article table")
    assert tables.evaluate_all(f"tables => tables.some({SCROLLS})")
    right_edges = tables.evaluate_all("tables => tables.map(table => table.getBoundingClientRect().right)")
    assert max(right_edges) <= PHONE["width"]
