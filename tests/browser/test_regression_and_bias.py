"""The calculators of regression errors and of bias and variance in the built site: keys, goals, links, own rows."""

from collections.abc import Callable, Iterator

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculator import Calculator
from tests.browser.saved import Saved

REGRESSION = "metrics/regression/"
BIAS = "building/bias-and-variance/"
FIGURES = ["fits", "place", "degrees"]


def opened(page: Page, address: str) -> Calculator:
    page.goto(address)
    return Calculator(page)


def test_without_scripts_both_worked_examples_are_there(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    calculator = opened(page, REGRESSION)
    assert "MAE is 3.80, and RMSE is 5.00." in calculator.result.inner_text()
    assert "1 \u2212 125 / 552" in calculator.metric("R squared").inner_text()
    assert page.locator("figure[data-drawing=forecasts] tbody tr").count() == 5
    calculator = opened(page, BIAS)
    assert "At degree 1, bias squared is 0.19 and variance is 0.03." in calculator.result.inner_text()
    for name in FIGURES:
        assert page.locator(f"[data-figure={name}] > svg").is_visible()
        assert page.locator(f"figure[data-drawing={name}] tbody tr").count() >= 8


def test_one_forecast_brings_r_squared_below_zero(page: Page) -> None:
    calculator = opened(page, REGRESSION)
    calculator.fill(forecast_by="-40")
    expect(calculator.result).to_contain_text("Friday is changed: actual 50, forecast 0 (was 40).")
    expect(calculator.result).to_contain_text("RMSE by 4.49, so RMSE reacted more.")
    expect(calculator.metric("R squared")).to_contain_text("\u22123.574")
    expect(calculator.goals.first).to_contain_text("Reached: R squared is \u22123.57.")
    calculator.fill(row="1", forecast_by="-19.9", truth_by="-19.9")
    expect(calculator.goals.nth(1)).to_contain_text("Reached: MAPE is 409.244%, and MAE is 3.80 (was 3.80).")
    expect(calculator.takeaway).to_be_visible()
    expect(calculator.status).to_contain_text("The errors are unchanged; the small actual value is the cause.")


def test_what_cannot_be_divided_is_named_and_a_link_leads_there(page: Page) -> None:
    calculator = opened(page, REGRESSION + "#regression?data=market_flat&row=2&unit=dozen")
    words = "undefined because SST is 0: all actual values are equal. scikit-learn returns 0.0"
    expect(calculator.metric("R squared")).to_contain_text(words)
    expect(calculator.field("unit")).to_have_value("dozen")
    calculator.press("An actual value of 0")
    words = "undefined because of a division by 0: an actual value is 0. scikit-learn returns 9 \u00d7 10^15"
    expect(calculator.metric("MAPE")).to_contain_text(words)
    calculator.fill(row="9")
    words = "Row 9 does not exist because the data has only 5 rows, so nothing changes."
    expect(calculator.result).to_contain_text(words)


def test_the_readers_own_amounts_can_be_moved(page: Page) -> None:
    calculator = opened(page, REGRESSION)
    calculator.box.get_by_text("Use your own predictions").click()
    rows = "y_true,y_pred\n" + "".join(f"{i % 50 + 1},{i % 47 + 2}\n" for i in range(3000))
    file = {"name": "mine.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    calculator.box.locator("input[type=file]").set_input_files([file])
    expect(calculator.result).to_contain_text("Row 5 is unchanged: actual 5, forecast 6.")
    calculator.fill(row="2999", forecast_by="100000")
    expect(calculator.result).to_contain_text("Row 2,999 is changed")
    expect(calculator.metric("MAE")).to_contain_text("/ 3,000")


def test_a_saved_drawing_keeps_its_dots(page: Page, saved: Saved) -> None:
    """They are lines of no length with round ends: without the ends, which a style gives them, nothing would show."""
    calculator = opened(page, REGRESSION + "#regression?row=5")
    _, text = saved(page, lambda: calculator.save("Save as SVG"))
    assert 'stroke-linecap="round"' in text


def test_by_arrow_keys_the_degree_moves_all_figures(page: Page) -> None:
    calculator = opened(page, BIAS)
    calculator.box.get_by_role("slider", name="Degree of the polynomial, slider").focus()
    drawn = {name: page.locator(f"[data-figure={name}] > svg").inner_html() for name in FIGURES}
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(calculator.result).to_contain_text("At degree 3, bias squared is 0.00 and variance is 0.06.")
    expect(calculator.goals.first).to_contain_text("Reached: expected error 0.318 at degree 3.")
    for name in FIGURES:
        assert page.locator(f"[data-figure={name}] > svg").inner_html() != drawn[name]
    expect(page.locator("[data-drawing=degrees] tr.goal")).to_contain_text("0.318")


STATES = {
    REGRESSION: ["", "#regression?data=market_flat", "#regression?data=diabetes_linreg_test&row=7&forecast_by=-900"],
    BIAS: ["", "#bias_variance?degree=9&place=0.97&noise=2", "#bias_variance?truth=line&noise=0"],
}


def through_states(page: Page) -> Iterator[tuple[str, Calculator]]:
    for address, states in STATES.items():
        calculator = opened(page, address)
        for state in states:
            if state:
                before = calculator.result.inner_text()
                page.evaluate("hash => { location.hash = hash }", state)
                expect(calculator.result).not_to_have_text(before)
            yield address + state, calculator


def test_axe_finds_nothing(page: Page, axe_in_both_schemes: Callable[..., list[str]]) -> None:
    found = {name: axe_in_both_schemes(page, "live-calculator") for name, _ in through_states(page)}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_on_a_phone_nothing_scrolls_sideways_and_nothing_is_drawn_outside(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    width = "() => document.scrollingElement.scrollWidth"
    reach = """box => Math.max(
      ...[...box.querySelectorAll('svg *:not(title)')].map(part => part.getBoundingClientRect().right)
    )"""
    wide = {
        name: max(page.evaluate(width), calculator.box.evaluate(reach)) for name, calculator in through_states(page)
    }
    assert {name: right for name, right in wide.items() if right > 320} == {}
