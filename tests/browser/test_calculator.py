"""The confusion matrix calculator in the built site: keyboard, clicks, links, refusals, goals, no scripts."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculator import PAGE, RATES_PAGE, SPAM, Calculator, held, listen
from tests.browser.waits import wait_for_paint, wait_until


def test_without_scripts_the_worked_example_is_all_there(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(PAGE)
    calculator = Calculator(page)
    # nothing will change, so nothing is waited for; where scripts are off, Firefox's driver would wait for ever
    assert "The model flags 20 of 1,000 cases" in calculator.result.inner_text()
    assert "8 / 20" in calculator.metric("Precision").inner_text()
    assert "0.400" in calculator.metric("Precision").inner_text()
    assert calculator.figure.is_visible()
    assert calculator.field("tp").input_value() == "8"
    assert not calculator.field("tp").is_editable()
    assert page.locator("live-calculator noscript p").is_visible()
    for control in page.locator("live-calculator button").all():
        assert control.is_hidden()


def test_scripts_move_nothing_when_they_arrive(page: Page) -> None:
    waiting = held(page, "**/calculator/define.js")
    page.goto(PAGE, wait_until="commit")
    height = "() => document.querySelector('live-calculator')?.offsetHeight ?? 0"
    expect(page.locator("live-calculator .calculator-foot")).to_be_attached()
    wait_until(page, lambda: waiting)
    wait_for_paint(page)
    before = page.evaluate(height)
    for route in waiting:
        route.continue_()
    expect(page.locator("live-calculator:defined")).to_be_attached()
    assert before == page.evaluate(height) > 0


def test_the_engine_is_not_loaded_before_it_is_in_sight(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(viewport={"width": 1280, "height": 500}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE, wait_until="networkidle")
    assert not [url for url in asked if "micropython" in url]
    with page.expect_response(re.compile(r"micropython\.wasm")):
        page.locator("live-calculator").scroll_into_view_if_needed()


def test_by_keyboard_only_a_count_moves_the_metrics(calculator: Calculator) -> None:
    page = calculator.page
    calculator.box.locator("button").first.focus()
    for _ in range(30):
        if page.evaluate("() => document.activeElement.name") == "fp":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("2")
    expect(calculator.metric("Precision")).to_contain_text("8 / 10")
    expect(calculator.metric("Precision")).to_contain_text("0.800")
    expect(calculator.metric("Recall")).to_contain_text("0.800")
    expect(calculator.field("fp")).to_be_focused()
    expect(calculator.about).to_have_text("Your own numbers.")


def test_by_clicks_only_an_example_fills_the_matrix(calculator: Calculator) -> None:
    calculator.press("Spam filter")
    expect(calculator.metric("Precision")).to_contain_text("0.800")
    expect(calculator.field("tp")).to_have_value("40")
    expect(calculator.box.get_by_role("button", name="Spam filter")).to_have_attribute("aria-pressed", "true")
    expect(calculator.box.get_by_role("button", name="Flags 20")).to_have_attribute("aria-pressed", "false")
    expect(calculator.about).to_contain_text("Made-up")
    expect(calculator.figure).to_contain_text("Precision: 40 of 50 flagged")


def test_rates_make_counts(calculator: Calculator) -> None:
    calculator.field("from").select_option("rates")
    expect(calculator.field("tp")).to_be_hidden()
    expect(calculator.result).to_contain_text("These rates give TP 9, FN 1, FP 99, TN 891.")
    calculator.fill(prevalence="50 %")
    expect(calculator.metric("Precision")).to_contain_text("0.900")
    expect(calculator.metric("Recall")).to_contain_text("0.900")


def test_a_page_can_start_from_another_example(page: Page) -> None:
    page.goto(RATES_PAGE)
    calculator = Calculator(page)
    expect(calculator.field("prevalence")).to_have_value("0.0059")
    expect(calculator.result).to_contain_text("TP 51, FN 8, FP 1,103, TN 8,838")


def test_a_refused_count_is_explained_and_kept(calculator: Calculator) -> None:
    calculator.fill(tp="-3")
    words = "TP must be a whole number of 0 or more; you entered -3. The results below still use 8."
    expect(calculator.slot).to_have_text(words)
    expect(calculator.status).to_have_text(words)
    expect(calculator.field("tp")).to_have_value("-3")
    expect(calculator.field("tp")).to_have_attribute("aria-invalid", "true")
    expect(calculator.field("tp")).to_have_accessible_description(words)
    expect(calculator.metric("Precision")).to_contain_text("8 / 20")
    calculator.fill(tp="3")
    expect(calculator.slot).to_be_empty()
    expect(calculator.field("tp")).not_to_have_attribute("aria-invalid", "true")
    expect(calculator.metric("Precision")).to_contain_text("3 / 15")


def test_a_screen_reader_hears_one_sentence_after_rest(calculator: Calculator) -> None:
    calculator.press("Spam filter")
    expect(calculator.status).to_contain_text("The model flags 50 of")
    listen(calculator.page, "[role=status]")
    calculator.field("fp").press("Control+A")
    calculator.field("fp").press_sequentially("34", delay=60)
    expect(calculator.metric("Precision")).to_contain_text("40 / 74")
    expect(calculator.status).to_contain_text("The model flags 74 of")
    assert len(calculator.page.evaluate("() => window.heard")) == 1


def test_a_linked_state_opens(page: Page) -> None:
    page.goto(PAGE + "#confusion_matrix?tp=40&fp=10&fn=20&tn=930")
    calculator = Calculator(page)
    expect(calculator.metric("Precision")).to_contain_text("40 / 50")
    expect(calculator.box).to_be_in_viewport()
    expect(calculator.field("from")).to_have_value("counts")


def test_a_linked_state_opens_on_the_page_it_stands_on(calculator: Calculator) -> None:
    page = calculator.page
    page.evaluate("() => { location.hash = '#confusion_matrix?tp=1&fp=3&fn=0&tn=0' }")
    expect(calculator.metric("Precision")).to_contain_text("1 / 4")


def test_the_address_follows_after_rest_and_adds_no_step(calculator: Calculator) -> None:
    page = calculator.page
    steps = page.evaluate("() => history.length")
    calculator.press("Spam filter")
    expect(page).to_have_url(re.compile(re.escape(SPAM)))
    calculator.fill(fp="11")
    expect(page).to_have_url(re.compile(r"fp=11&"))
    assert page.evaluate("() => history.length") == steps


# A result is shown, and at once the reader asks for something that is announced in its place.
ANNOUNCED_IN_PLACE_OF_A_RESULT = """async () => {
  const calculator = document.querySelector("live-calculator");
  const shown = new Promise((resolve) =>
    new MutationObserver(resolve).observe(calculator.querySelector("[data-says=result]"), {
      childList: true, characterData: true, subtree: true }));
  const field = calculator.querySelector("[data-default][name=fp]");
  field.value = "11";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await shown;
  calculator.querySelector("[data-do=predict]").click();
}"""


def test_the_address_follows_although_something_else_is_announced(calculator: Calculator) -> None:
    calculator.page.evaluate(ANNOUNCED_IN_PLACE_OF_A_RESULT)
    expect(calculator.status).to_have_text("Choose an answer first.")
    expect(calculator.page).to_have_url(re.compile(r"fp=11&"))


def test_back_leaves_the_page_and_forward_finds_the_numbers_again(page: Page) -> None:
    page.goto("")
    page.goto(PAGE)
    calculator = Calculator(page)
    calculator.press("Spam filter")
    expect(page).to_have_url(re.compile(re.escape(SPAM)))
    page.go_back()
    expect(page.locator("live-calculator")).to_have_count(0)
    page.go_forward()
    expect(calculator.metric("Precision")).to_contain_text("40 / 50")


def test_the_hash_of_a_heading_is_left_alone(page: Page) -> None:
    page.goto(PAGE + "#fill-confusion-matrix")
    calculator = Calculator(page)
    calculator.press("Spam filter")
    expect(calculator.status).to_contain_text("The model flags 50")
    expect(page).to_have_url(re.compile(r"#fill-confusion-matrix$"))


def test_the_link_can_be_copied(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(PAGE)
    calculator = Calculator(page)
    calculator.press("Spam filter")
    expect(calculator.status).to_contain_text("The model flags 50")  # what it says at rest would come after the link
    calculator.press("Copy link to these numbers")
    expect(calculator.box.locator("[data-copied]")).to_have_text("Link copied.")
    expect(calculator.status).to_have_text("Link copied.")
    assert page.evaluate("() => navigator.clipboard.readText()").endswith(PAGE + SPAM)


def test_a_link_that_cannot_be_copied_is_shown(calculator: Calculator) -> None:
    calculator.page.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    calculator.press("Copy link to these numbers")
    expect(calculator.box.locator("[data-copied]")).to_have_text(re.compile("^Copy this address: http.*tp=8&"))


def test_reset_brings_the_pages_example_back(page: Page) -> None:
    page.goto(RATES_PAGE)
    calculator = Calculator(page)
    calculator.press("Never flags")
    expect(calculator.field("tp")).to_have_value("0")
    calculator.press("Reset")
    expect(calculator.field("prevalence")).to_have_value("0.0059")
    expect(calculator.result).to_contain_text("TP 51, FN 8")


def test_a_prediction_is_committed_then_told(calculator: Calculator) -> None:
    listen(calculator.page, "[role=status]")
    calculator.press("Check my prediction")
    expect(calculator.verdict).to_have_text("Choose an answer first.")
    expect(calculator.status).to_have_text("Choose an answer first.")
    calculator.box.get_by_label("It falls").check()
    calculator.press("Check my prediction")
    expect(calculator.verdict).to_have_text(re.compile("^Not quite. The new flags"))
    expect(calculator.verdict).to_be_focused()  # which reads it, so the status says only what follows from it
    expect(calculator.status).to_have_text(re.compile("^The model flags 50"))
    expect(calculator.box.get_by_label("It stays")).to_be_disabled()
    expect(calculator.box.get_by_role("button", name="Check my prediction")).to_be_disabled()
    expect(calculator.field("fp")).to_have_value("42")
    expect(calculator.metric("Recall")).to_contain_text("0.800")
    expect(calculator.metric("Precision")).to_contain_text("0.160")
    assert not any("Not quite" in said for said in calculator.page.evaluate("() => window.heard"))


def test_a_right_prediction_is_told_as_such_and_reset_asks_again(calculator: Calculator) -> None:
    calculator.box.get_by_label("It stays").check()
    calculator.press("Check my prediction")
    expect(calculator.verdict).to_have_text(re.compile("^Correct."))
    calculator.press("Reset")
    expect(calculator.verdict).to_have_count(0)
    expect(calculator.box.get_by_label("It stays")).to_be_enabled()
    expect(calculator.box.get_by_label("It stays")).not_to_be_checked()


def test_goals_are_reached_one_after_the_other(calculator: Calculator) -> None:
    first, second = calculator.goals.all()
    expect(first).to_contain_text("Not reached: precision 0.40 is below 0.50; recall 0.80 is high enough.")
    expect(second).to_be_hidden()
    calculator.fill(fp="8")
    expect(first).to_contain_text("Reached: precision 0.50, recall 0.80 (FN 2, FP 8).")
    expect(calculator.status).to_contain_text("Reached: precision 0.50")
    expect(second).to_be_visible()
    expect(calculator.takeaway).to_be_hidden()
    calculator.fill(fp="0")
    expect(second).to_contain_text("Reached: precision 1.00")
    expect(calculator.takeaway).to_be_visible()


def test_goals_can_be_skipped_and_the_takeaway_still_comes(calculator: Calculator) -> None:
    calculator.press("Skip")
    expect(calculator.goals.nth(1)).to_be_focused()
    calculator.press("Skip")
    expect(calculator.takeaway).to_be_focused()
    expect(calculator.takeaway).to_contain_text("False positives lower precision, and false negatives lower recall.")
