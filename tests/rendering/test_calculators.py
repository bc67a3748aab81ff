"""A calculator as HTML: complete without scripts, and made of what `live` says; drawings from a list of what may be."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.live.calculators import confusion_matrix
from macros.rendering.calculators import ATTRIBUTES, TAGS, calculator_html, strong_markup_to_html, svg_markup

ROOT = Path(__file__).parents[2]
TREES_JS = ROOT / "docs/assets/dom/trees.js"
VOID = {"link", "input"}


def html(preset=None, **options):
    options = {"site_root": "../../", "loads_script": True, "facts": {}, "project": ROOT} | options
    return calculator_html("confusion_matrix", preset=preset, **options)


class Elements(HTMLParser):
    """Every start tag with its attributes, and whether all tags close in order."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def elements(tag, **options):
    return [attributes for name, attributes in Elements(html(**options)).found if name == tag]


def test_it_is_one_block_without_blank_lines_whose_tags_all_close():
    text = html()
    assert text.startswith('<div class="calculator-box">')
    assert text.endswith("</div>")
    assert "\n\n" not in text
    assert Elements(text).open == []


def test_style_and_script_come_with_the_first_call_only():
    assert 'href="../../assets/calculator/calculator.css"' in html()
    assert '<script type="module" src="../../assets/calculator/define.js">' in html()
    assert "assets/" not in html(loads_script=False)


def test_the_prediction_is_about_the_numbers_that_the_page_starts_from():
    assert "30 more payments, and all 30 are legitimate" in html()
    assert "same screening" in html(preset="rates")
    assert "legitimate" not in html(preset="rates")
    assert "legitimate" in html(preset="never")


def test_a_slider_says_its_number():
    slides = re.compile(r'<input [^>]*data-slide="threshold".*?>')
    options = {"preset": None, "site_root": "", "loads_script": False, "facts": {}, "project": ROOT}
    assert ' aria-valuetext="0.3">' in slides.findall(calculator_html("threshold", **options))[0]


def test_the_page_asks_for_no_rights_by_itself():
    assert elements("live-calculator") == [{"id": "confusion_matrix"}]


@pytest.mark.parametrize("preset", [None, "never", "rates"])
def test_no_inline_style_script_or_handler(preset):
    for tag, attributes in Elements(html(preset)).found:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        assert tag != "script" or attributes.get("type") in ("module", "application/json")


def test_the_result_is_worked_out_in_the_page():
    text = html()
    assert "<strong>20</strong> of 1,000 cases" in text
    assert "<span>8 / 20</span>" in text
    assert "<td>0.400</td>" in text
    assert 'aria-pressed="true">Flags 20, 8 are fraud' in text


def test_zero_over_zero_is_named_in_the_page():
    words = "0 / 0 is <strong>undefined: there are no predicted positives. scikit-learn returns 0.0</strong>"
    assert html("never").count(words) == 2


def test_fields_hold_the_preset_and_know_their_own_default():
    fields = {field["name"]: field for field in elements("input", preset="spam") if "data-default" in field}
    assert (fields["tp"]["value"], fields["tp"]["data-default"]) == ("40", "8")
    assert "readonly" in fields["tp"]
    assert fields["prevalence"]["inputmode"] == "decimal"


def test_only_the_group_in_force_shows():
    groups = {
        group["data-when"]: "hidden" in group for group in elements("div", preset="rates") if "data-when" in group
    }
    assert groups == {"": False, "from=counts": True, "from=rates": False}


def test_each_field_has_a_label():
    named = {label["for"] for label in elements("label") if "for" in label}
    assert {field["id"] for field in elements("input") + elements("select") if "id" in field} == named


def test_ids_are_unique():
    ids = [attributes["id"] for _, attributes in Elements(html()).found if "id" in attributes]
    assert len(set(ids)) == len(ids)


def test_buttons_submit_nothing():
    assert {button["type"] for button in elements("button")} == {"button"}


def test_the_script_block_holds_the_quoted_facts_and_nothing_else():
    block = re.search(r'<script type="application/json">(.*?)</script>', html()).group(1)
    assert json.loads(block) == {"facts": {}}


def test_a_fact_cannot_end_the_script_block(monkeypatch):
    monkeypatch.setattr(confusion_matrix, "FACTS", ("limit",))
    text = html(facts={"limit": {"text": "</script>"}, "other": {}})
    block = re.search(r'<script type="application/json">(.*?)</script>', text).group(1)
    assert json.loads(block) == {"facts": {"limit": {"text": "</script>"}}}


def test_a_fact_that_the_ledger_lacks_is_named(monkeypatch):
    monkeypatch.setattr(confusion_matrix, "FACTS", ("limit",))
    with pytest.raises(LookupError, match="quotes facts that the ledger does not have: limit"):
        html()


def test_two_calls_give_the_same_bytes():
    assert html() == html()


def test_an_unknown_name_is_answered_with_the_names_there_are():
    with pytest.raises(LookupError, match="there is no calculator 'nope'; there is bias_variance, confusion_matrix, "):
        calculator_html("nope", preset=None, site_root="", loads_script=True, facts={}, project=ROOT)


def test_an_unknown_preset_is_answered_with_the_presets_there_are():
    with pytest.raises(LookupError, match="has no preset 'nope'; it has fraud, never, spam, always, rates"):
        html("nope")


def test_strong_words_are_the_only_markup():
    assert strong_markup_to_html("a **b <i>** & c") == "a <strong>b &lt;i&gt;</strong> &amp; c"


def test_a_drawing_escapes_its_texts_and_prefixes_its_ids():
    tree = [
        "svg",
        {},
        [["pattern", {"id": "h"}, []], ["rect", {"fill": "url(#h)"}, []], ["text", {"x": '"'}, ["a < b"]]],
    ]
    assert svg_markup(tree, "p") == (
        '<svg><pattern id="p-h"></pattern><rect fill="url(#p-h)"></rect><text x="&#34;">a &lt; b</text></svg>'
    )


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(["script", {}, []], id="a script"),
        pytest.param(["svg", {}, [["foreignObject", {}, []]]], id="foreign markup"),
        pytest.param(["rect", {"onclick": "x"}, []], id="a handler"),
        pytest.param(["rect", {"style": "fill:red"}, []], id="a style"),
        pytest.param(["a", {"href": "x"}, []], id="a link"),
    ],
)
def test_a_drawing_may_not_hold(tree):
    with pytest.raises(ValueError, match="a drawing may not"):
        svg_markup(tree, "p")


def test_the_page_and_the_script_allow_the_same():
    source = TREES_JS.read_text(encoding="utf-8")
    tags = re.search(r"const TAGS = \"(.*?)\"", source).group(1)
    attributes = re.search(r"const ATTRIBUTES = \((.*?)\)\.split", source, re.DOTALL).group(1)
    assert set(tags.split()) == TAGS
    assert set(" ".join(re.findall(r'"([^"]*)"', attributes)).split()) == ATTRIBUTES
