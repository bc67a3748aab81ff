"""What the theme does as a page opens and as the reader turns it dark: no more than what is seen."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import darken

PAGE = "lifecycle/stages/"
SWITCHES = """() => { window.switched = 0; new MutationObserver(changes => { window.switched += changes.length })
  .observe(document.body, { attributeFilter: ["data-md-color-switching"] }) }"""
ROOT_SCHEME = "() => getComputedStyle(document.documentElement).colorScheme"


def test_a_page_is_styled_whole_once_as_it_opens(browser, page):
    """Each pass over all elements is a tenth of a second on a phone; before there were six."""
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.goto(PAGE, wait_until="networkidle")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    elements = page.locator("body *").count()
    styled = [event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree"]
    assert max(styled) > elements / 4, "the trace shows no pass over the page"
    assert len([count for count in styled if count > elements * 0.75]) <= 1, (elements, styled)


@pytest.mark.parametrize("changed", ["html", ".md-header", ".md-container"])
def test_a_class_that_comes_or_goes_styles_nothing_below_it_anew(browser, page, changed):
    page.goto(PAGE, wait_until="networkidle")
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.locator(changed).evaluate("it => { it.classList.toggle('anew'); it.offsetWidth }")
    page.wait_for_timeout(100)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    styled = [event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree"]
    assert styled and max(styled) < 10, styled


def test_a_page_that_opens_switches_nothing_and_a_switch_stops_transitions(page):
    page.add_init_script(f"addEventListener('DOMContentLoaded', {SWITCHES})")
    page.goto(PAGE, wait_until="networkidle")
    assert page.evaluate("window.switched") == 0
    darken(page)
    page.wait_for_function("window.switched === 2")  # set, and taken away again


@pytest.mark.parametrize("scripts", [True, False])
def test_a_plain_table_stands_in_one_box(open_context, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto("metrics/confusion-matrix/", wait_until="networkidle")
    table = page.locator("article table:not([class])")
    assert table.count() > 1
    assert page.locator(".md-typeset__scrollwrap > .md-typeset__table > table:not([class])").count() == table.count()
    assert page.locator(".md-typeset__scrollwrap .md-typeset__scrollwrap").count() == 0


def test_the_root_is_dark_where_the_page_is(page):
    page.goto(PAGE)
    assert page.evaluate(ROOT_SCHEME) == "normal"
    darken(page)
    assert page.evaluate(ROOT_SCHEME) == "dark"
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(ROOT_SCHEME) == "dark"
