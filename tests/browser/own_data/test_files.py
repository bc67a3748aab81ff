"""A calculator with data: example files, the reader's own file, and what is wrong with it."""

import re
from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.own_data.flagged_page import BAD, FEW, GOOD, MISSING, PAGE, Flagged, rows
from tests.browser.saved import Saved


def test_an_example_file_is_worked_out_again_when_the_threshold_moves(calculator: Flagged) -> None:
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    calculator.fill(t="0.2")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")
    calculator.field("data").select_option(GOOD)
    expect(calculator.result).to_have_text("54 of 143 rows are flagged.")
    expect(calculator.page).to_have_url(re.compile(rf"#flagged\?data={GOOD}&pin1=none&t=0.2&reached=1$"))


def test_a_slider_and_its_box_move_together(calculator: Flagged) -> None:
    slider = calculator.box.get_by_label("Threshold, slider")
    slider.focus()
    calculator.page.keyboard.press("Home")
    expect(calculator.field("t")).to_have_value("0")
    expect(calculator.result).to_have_text("143 of 143 rows are flagged.")
    calculator.fill(t="0.25")
    expect(slider).to_have_value("0.25")
    calculator.fill(t="72 %")
    expect(calculator.result).to_contain_text(" of 143 rows are flagged.")
    expect(slider).to_have_value("0.72")
    expect(slider).to_have_attribute("aria-valuetext", "72 %")


def test_each_figure_has_its_own_table(calculator: Flagged) -> None:
    calculator.fill(t="0")
    for summary in calculator.box.locator("figcaption summary").all():
        summary.click()
    expect(calculator.box.get_by_role("row", name="Flagged 143")).to_have_count(2)
    expect(calculator.box.get_by_role("row", name="Found 53")).to_be_visible()
    calculator.fill(t="1")
    expect(calculator.box.locator("[data-drawing=found]")).to_be_hidden()
    expect(calculator.box.locator("[data-drawing=all]")).to_be_visible()


def test_another_data_set_can_stand_beside(calculator: Flagged) -> None:
    calculator.field("pin1").select_option(GOOD)
    expect(calculator.metric("Beside")).to_contain_text("143")


def test_an_own_file_is_read_and_chosen(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(FEW)
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    expect(calculator.report).to_contain_text("3 rows read.")
    expect(calculator.field("data")).to_have_value("own1")
    expect(calculator.field("data").locator("option:checked")).to_have_text("Your file: mine.csv (3 rows)")
    calculator.open()
    calculator.choose("\ufeff" + rows(8), "other.csv")  # as spreadsheets save it
    expect(calculator.result).to_have_text("2 of 8 rows are flagged.")
    calculator.field("data").select_option("own1")
    expect(calculator.result).to_have_text("2 of 3 rows are flagged.")
    expect(calculator.page).to_have_url(re.compile(r"#flagged\?data=own1&pin1=none&t=0.5$"))


def test_bad_rows_are_shown_and_left_out_only_when_the_reader_agrees(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(BAD)
    expect(calculator.report).to_contain_text("mine.csv: 2 rows read. Unused columns: id. 2 rows cannot be read.")
    expect(calculator.report).to_be_visible()
    lines = ["Line 3: nan is not a number; a missing prediction cannot be evaluated."]
    expect(calculator.report.locator("li")).to_have_text(
        [*lines, "Line 4: a score must be between 0 and 1; found 1.3."]
    )
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    calculator.press("Skip 2 rows and continue")
    expect(calculator.result).to_have_text("1 of 2 rows are flagged.")
    expect(calculator.report).to_have_text(re.compile(r"2 rows read. Unused columns: id. 2 rows left out: lines 3, 4."))


def test_a_file_waits_while_another_data_set_is_loaded(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(BAD)
    expect(calculator.report).to_contain_text("2 rows cannot be read.")
    calculator.field("data").select_option(GOOD)
    expect(calculator.result).to_have_text("50 of 143 rows are flagged.")
    calculator.press("Skip 2 rows and continue")
    expect(calculator.result).to_have_text("1 of 2 rows are flagged.")


def test_a_file_with_bad_rows_can_be_refused(calculator: Flagged) -> None:
    calculator.open()
    calculator.choose(BAD)
    calculator.press("Do not use this file")
    expect(calculator.report).to_be_hidden()
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")
    expect(calculator.field("data").locator("option")).to_have_count(2)


def test_the_wrong_file_is_refused_in_plain_words(calculator: Flagged) -> None:
    words = "The file has only one column."
    calculator.open()
    calculator.choose("name\nAda\n")
    expect(calculator.report).to_contain_text(words)
    expect(calculator.report).to_be_focused()  # which reads it, so the status does not say it again
    expect(calculator.report).to_have_accessible_name(re.compile(re.escape(words)))
    expect(calculator.status).to_be_empty()
    expect(calculator.report.get_by_role("button")).to_have_count(0)
    expect(calculator.result).to_have_text("30 of 143 rows are flagged.")


def test_a_missing_example_is_said_and_retry_works(page: Page, watched: Watched) -> None:
    watched.allowed += ["texture_only", "Failed to load resource", "Failed to fetch"]
    page.route("**/*texture_only*.csv", lambda route: route.abort())
    page.goto(PAGE)
    calculator = Flagged(page)
    calculator.fill(t="0.2")
    expect(calculator.note).to_have_text(MISSING)
    page.unroute("**/*texture_only*.csv")
    calculator.press("Retry")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")


def test_numbers_and_figures_can_be_saved(calculator: Flagged, saved: Saved) -> None:
    calculator.fill(t="0.2")
    expect(calculator.result).to_have_text("109 of 143 rows are flagged.")
    names = ("Save numbers as CSV", "Save numbers as JSON", "Save as SVG: Flagged rows")
    files = dict(saved(calculator.page, partial(calculator.save, name)) for name in names)
    assert files["flagged.csv"].startswith("\ufefftable,row,column,value\n")
    assert "result,Flagged,Rows,109" in files["flagged.csv"]
    assert '"calculator": "flagged"' in files["flagged.json"]
    assert re.match(r'<svg [^>]*xmlns="http://www.w3.org/2000/svg"', files["flagged-all.svg"])
    assert "var(" not in files["flagged-all.svg"]


def test_a_report_on_a_file_is_announced_to_a_reader_who_went_on(calculator: Flagged) -> None:
    calculator.open()
    calculator.field("t").focus()
    calculator.choose("name\nAda\n")
    expect(calculator.status).to_contain_text("The file has only one column.")
    expect(calculator.field("t")).to_be_focused()


def test_axe_finds_nothing_with_a_report_and_progress(calculator: Flagged, axe: Callable[..., list[str]]) -> None:
    calculator.open()
    calculator.choose(BAD)
    expect(calculator.report).to_be_visible()
    assert axe(calculator.page, "live-calculator") == []
    calculator.page.evaluate("() => { document.querySelector('[data-work]').hidden = false }")
    assert axe(calculator.page, "live-calculator") == []
