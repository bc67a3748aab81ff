"""The threshold calculator in the built site: slider and keys, prices and prevalence, models side by side, phones."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.calculator import Calculator

PAGE = "metrics/thresholds/"
FIGURES = ["strip", "roc", "pr", "cost"]
CROWDED = (
    "#threshold?data=digits8_logreg_test&pin1=breast_cancer_logreg_test&pin2=breast_cancer_texture_only_test"
    "&threshold=0.85&cost_fp=17.5&cost_fn=999999&mix=other&prevalence=0.004"
)


@pytest.fixture
def calculator(page: Page) -> Calculator:
    page.goto(PAGE)
    return Calculator(page)


def drawing(calculator: Calculator, name: str) -> Locator:
    return calculator.box.locator(f"[data-figure={name}] > svg")


def slider(calculator: Calculator) -> Locator:
    return calculator.box.get_by_role("slider", name="Threshold, slider")


def test_without_scripts_every_figure_and_its_table_is_there(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(PAGE)
    calculator = Calculator(page)
    assert "At 0.30, the model flags 72 of 143 cases." in calculator.result.inner_text()
    for name in FIGURES:
        assert drawing(calculator, name).is_visible()
        figure = page.locator(f"figure[data-drawing={name}]")
        assert figure.locator("details tbody tr").count() >= 9


def test_by_arrow_keys_all_figures_move_together(calculator: Calculator) -> None:
    slider(calculator).focus()
    expect(drawing(calculator, "roc")).to_contain_text("0.30")
    before = {name: drawing(calculator, name).inner_html() for name in FIGURES}
    calculator.page.keyboard.press("ArrowLeft")
    calculator.page.keyboard.press("ArrowLeft")
    expect(calculator.result).to_contain_text("At 0.28, the model flags 79 of 143 cases.")
    expect(calculator.result).to_contain_text("= 68, which is the lowest cost.")
    expect(calculator.field("threshold")).to_have_value("0.28")
    for name in FIGURES:
        expect(drawing(calculator, name)).to_contain_text("0.28")
        assert drawing(calculator, name).inner_html() != before[name]
    row = calculator.box.locator("[data-drawing=roc] tr.goal")
    expect(row).to_contain_text("0.28 (current)")


def test_a_pointer_moves_the_threshold_in_the_picture(calculator: Calculator) -> None:
    strip, mouse = drawing(calculator, "strip"), calculator.page.mouse
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    mouse.move(box["x"] + 0.3 * box["width"], middle)
    mouse.down()
    mouse.move(box["x"] + 0.7 * box["width"], middle, steps=5)
    expect(calculator.result).to_contain_text("At 0.70, the model flags 12 of 143 cases.")
    mouse.move(calculator.page.viewport_size["width"] - 1, middle)
    expect(calculator.field("threshold")).to_have_value("1")
    mouse.up()
    mouse.move(box["x"], middle)
    expect(calculator.result).to_contain_text("At 1.00")
    expect(slider(calculator)).to_have_value("1")


def test_the_curve_of_recall_stays_when_positives_grow_rare(calculator: Calculator) -> None:
    curve = "svg => svg.querySelector('polyline').getAttribute('points')"
    roc, precise = [drawing(calculator, name).evaluate(curve) for name in ("roc", "pr")]
    calculator.field("mix").select_option("other")
    expect(calculator.result).to_contain_text(
        "With a prevalence of 0.05, precision is 0.12 instead of 0.60. Recall does not change."
    )
    assert drawing(calculator, "roc").evaluate(curve) == roc
    assert drawing(calculator, "pr").evaluate(curve) != precise


def test_another_model_stands_beside_and_is_named(calculator: Calculator) -> None:
    calculator.press("Compare both models")
    expect(calculator.result).to_contain_text("For comparison, 30 features: precision 0.98, recall 0.96, AUC 0.996")
    for name in ("roc", "pr", "cost"):
        expect(drawing(calculator, name)).to_contain_text("30 features")
        expect(drawing(calculator, name).locator(".line.two")).to_have_count(2)  # the curve and its sample in the key
        table = calculator.box.locator(f"[data-drawing={name}] tbody")
        expect(table).to_contain_text("0.30, 30 features")
    calculator.press("One weak feature")
    expect(drawing(calculator, "roc")).not_to_contain_text("30 features")


def test_nothing_flagged_is_named_where_precision_would_stand(calculator: Calculator) -> None:
    calculator.press("Nothing flagged")
    words = "0 / 0 is undefined: there are no predicted positives. scikit-learn returns 0.0"
    expect(calculator.metric("Precision")).to_contain_text(words)
    expect(drawing(calculator, "pr")).to_contain_text("0 / 0: nothing flagged")
    expect(drawing(calculator, "pr").locator(".now")).to_have_count(0)
    expect(calculator.box.locator("[data-drawing=pr] tr.goal")).to_contain_text("undefined (0 / 0)")


def test_the_goals_lead_from_recall_over_cost_to_prevalence(calculator: Calculator) -> None:
    recall, cheapest, rare = calculator.goals.all()
    calculator.fill(threshold="0.22")
    expect(recall).to_contain_text("Reached: recall 0.91")
    expect(cheapest).to_contain_text("Make the first cost twenty times the second")
    calculator.fill(cost_fn="20", threshold="0.154")
    expect(cheapest).to_contain_text("Reached: 71 at a threshold of 0.154 is the lowest cost")
    calculator.field("mix").select_option("other")
    calculator.fill(prevalence="1%")
    expect(rare).to_contain_text("Reached: precision 0.0")
    expect(calculator.takeaway).to_be_visible()


def test_enter_in_the_field_of_a_button_takes_its_threshold(calculator: Calculator) -> None:
    field, offer = calculator.field("least_recall"), calculator.box.locator("[data-offer=precision]")
    expect(offer).to_have_text("threshold 0.235: precision 0.49, recall 0.91")
    field.fill("0.95")
    field.press("Enter")
    expect(calculator.field("threshold")).to_have_value("0.19")
    expect(calculator.result).to_contain_text("so recall is 0.96")
    field.fill("1.5")
    field.press("Enter")
    expect(calculator.slot).to_contain_text("Recall of at least must be a number between 0 and 1")
    expect(calculator.field("threshold")).to_have_value("0.19")


@pytest.mark.parametrize("name", ["Use your own predictions", "Examples, prediction, and goals", "Save"])
def test_a_summary_shows_that_it_has_the_focus(open_context: Callable[..., BrowserContext], name: str) -> None:
    page = open_context(viewport={"width": 640, "height": 844}, color_scheme="dark").new_page()
    page.goto(PAGE)
    summary = page.locator("live-calculator summary").get_by_text(name, exact=True)
    summary.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(summary).to_be_focused()
    assert summary.evaluate("part => getComputedStyle(part).outline") == "rgb(143, 189, 242) solid 3px"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_slider_that_stays_in_view_never_covers_the_buttons_below(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(PAGE)
    covered = """foot => {
      const sliders = document.querySelector(".calculator-sliders");
      const start = foot.getBoundingClientRect().top + scrollY;
      const overlaps = [];
      for (let top = 0; top < 844; top += 10) {
        scrollTo({ top: start - top, behavior: "instant" });
        if (sliders.getBoundingClientRect().bottom > foot.getBoundingClientRect().top) overlaps.push(top);
      }
      return overlaps;
    }"""
    assert page.locator(".calculator-foot").evaluate(covered) == []


def test_what_has_the_focus_is_not_below_the_slider(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(PAGE)
    page.locator(".calculator-foot summary").focus()
    is_below_sliders = """() => document.activeElement.getBoundingClientRect().top
      >= document.querySelector(".calculator-sliders").getBoundingClientRect().bottom"""
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        page.wait_for_function(is_below_sliders)
    expect(page.locator("live-calculator").get_by_text("Cases by score", exact=True)).to_be_focused()


def test_a_corrected_error_leaves_no_gap_and_both_costs_are_side_by_side(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(PAGE)
    calculator = Calculator(page)
    names = ("cost_fp", "cost_fn", "mix")

    def tops() -> list[float]:
        return [calculator.field(name).evaluate("field => field.getBoundingClientRect().top") for name in names]

    assert len(set(tops())) == 1
    calculator.fill(cost_fn="-3")
    expect(calculator.slot).to_contain_text("Cost of a false negative must be")
    calculator.fill(cost_fn="10")
    expect(calculator.slot).to_have_text("")
    assert len(set(tops())) == 1


def test_axe_finds_nothing(calculator: Calculator, page: Page, axe_in_both_schemes: Callable[..., list[str]]) -> None:
    assert axe_in_both_schemes(page, "live-calculator") == []
    page.evaluate("hash => { location.hash = hash }", CROWDED)
    expect(drawing(calculator, "roc")).to_contain_text("is it an 8")
    for summary in calculator.box.locator("figure summary").all():
        summary.click()
    assert axe_in_both_schemes(page, "live-calculator") == []


@pytest.mark.parametrize("state", ["", CROWDED, "#threshold?threshold=0.95", "#threshold?threshold=0"])
def test_on_a_phone_nothing_scrolls_sideways_and_no_words_meet(page: Page, state: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(PAGE + state)
    calculator = Calculator(page)
    expect(calculator.box.locator("[data-preset=weak]")).to_have_attribute("aria-pressed", "false" if state else "true")
    assert page.evaluate("() => document.scrollingElement.scrollWidth") == 320
    meeting = """svg => {
      const boxes = [...svg.querySelectorAll("text")].filter(text => text.textContent)
        .map(text => [text.textContent, text.getBoundingClientRect()]);
      const beside = (a, b) => a.right <= b.left + 1 || a.bottom <= b.top + 3;
      const meet = (a, b) => !beside(a, b) && !beside(b, a);
      return boxes.flatMap(([one, a], i) =>
        boxes.slice(i + 1).filter(([, b]) => meet(a, b)).map(([other]) => `${one} / ${other}`));
    }"""
    assert drawing(calculator, "strip").evaluate(meeting) == []
    reach = "svg => Math.max(...[...svg.querySelectorAll('text')].map(text => text.getBoundingClientRect().right))"
    assert max(drawing(calculator, name).evaluate(reach) for name in FIGURES) <= 320


def test_right_and_wrong_calls_differ_in_forced_colours(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(forced_colors="active").new_page()
    page.goto(PAGE)
    fill = "mark => getComputedStyle(mark).fill"
    found, missed = [page.locator(f"[data-figure=strip] pattern .mark-{mark}").evaluate(fill) for mark in ("tp", "fn")]
    assert missed == "none" != found
