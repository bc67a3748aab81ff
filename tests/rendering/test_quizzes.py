"""Items as HTML: complete without scripts, and nothing an author writes is taken for markup."""

import json
from datetime import date
from html.parser import HTMLParser

import markdown
import pytest
from jinja2 import Environment

from macros.bank import ChoiceItem, ClozeItem, FlashcardItem, MatchItem, NumericItem, OrderItem
from macros.rendering.quizzes import Scenario, Standing, exact, quiz_html, rounded

COMMON = {
    "objective": "compute-precision",
    "level": "apply",
    "stem": "40 of 50 flagged messages are spam. What is the precision?",
    "rationale": "Precision looks at what was flagged.",
    "source": "sklearn-precision",
    "verified": date(2026, 11, 24),
}
CHOICES = [
    {"id": "recall", "text": "0.67", "feedback": "That divides by all the spam."},
    {"id": "precision", "text": "0.80", "feedback": "40 of 50."},
    {"id": "all", "text": "0.57", "feedback": "That divides by everything."},
]
HOSTILE = [
    pytest.param("<img src=x onerror=alert(1)>", id="an image with a handler"),
    pytest.param("</script><script>alert(1)</script>", id="the end of a script"),
    pytest.param("</textarea></template></quiz-item></div>", id="ends of elements"),
    pytest.param("a --> b <!-- c", id="ends of comments"),
    pytest.param("{{ 7 * 7 }} {% raw %} {# x #}", id="template braces"),
    pytest.param("line\u2028and paragraph\u2029separator", id="line separators of JavaScript"),
    pytest.param('" onmouseover="alert(1)" x=\'', id="quotes"),
    pytest.param("& &lt; &amp;lt; &#60;", id="references"),
    pytest.param("\u202eabc\u200f", id="right-to-left marks"),
    pytest.param("[x](javascript:alert(1))", id="a script for a link"),
    pytest.param("one\n\n\ntwo", id="blank lines"),
    pytest.param("    indented\n\n        more", id="indented text"),
    pytest.param("```\na\n\n\nb\n```", id="a fence with blank lines"),
]


def choice(key="precision", choices=CHOICES, **changes):
    return ChoiceItem(**{**COMMON, "id": "spam", "interaction": "choice", "choices": choices, "key": key, **changes})


def several(**changes):
    more = [*CHOICES, {"id": "none", "text": "0.10", "feedback": "That is the base rate."}]
    return choice(key=["precision", "all"], choices=more, **changes)


def numeric(**changes):
    fields = {"unit": "USD", "tolerance": {"abs": 0.5}, "equals": "ratio(40, 50)", "key": 12.0}
    mistakes = [
        {"equals": "ratio(2, 3)", "feedback": "That is recall."},
        {"value": -3, "feedback": "A cost is no gain."},
    ]
    return NumericItem(**{**COMMON, "id": "cost", "interaction": "numeric", **fields, "mistakes": mistakes, **changes})


def match(**changes):
    left = [{"id": name, "text": name.upper(), "feedback": f"About {name}."} for name in ("tpr", "tnr", "ppv")]
    right = [{"id": name, "text": f"all {name}"} for name in ("flagged", "there", "absent", "passed")]
    key = {"tpr": "there", "tnr": "absent", "ppv": "flagged"}
    fields = {"left": left, "right": right, "key": key}
    return MatchItem(**{**COMMON, "id": "rows", "interaction": "match", **fields, **changes})


def order(**changes):
    steps = [
        {"id": name, "text": name.upper(), "feedback": f"About {name}."} for name in ("goal", "data", "train", "run")
    ]
    fields = {"choices": steps, "key": ["goal", "data", "train", "run"]}
    return OrderItem(**{**COMMON, "id": "steps", "interaction": "order", **fields, **changes})


def cloze(**changes):
    fields = {"stem": "Recall divides by all that is ___ there.", "key": ["really", "truly"]}
    mistakes = [{"value": "said to be", "feedback": "That is precision."}]
    return ClozeItem(**{**COMMON, "id": "gap", "interaction": "cloze", **fields, "mistakes": mistakes, **changes})


def rendered(*items, first=True, mode="practice", number=None, link=lambda target: "../" + target):
    standings = [
        Standing(item, at + 1 if number is None else number, len(items), "../#precision", "A share of what?", mode)
        for at, item in enumerate(items)
    ]
    return quiz_html(standings, root="../../", first=first, link=link)


class Reader(HTMLParser):
    """Elements as (tag, attributes), the text outside scripts, and what scripts hold."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.text, self.scripts, self.open = [], "", [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("input", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] == ["script"]:
            self.scripts.append(data)
        else:
            self.text += data

    def all(self, tag, **attributes):
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]


def test_a_choice_item_is_a_form_with_native_radios_and_numbers_in_the_order_of_the_bank():
    page = Reader(rendered(choice()))
    assert page.all("fieldset", **{"data-fixed": None})
    assert [box["value"] for box in page.all("input", type="radio", name="response")] == ["recall", "precision", "all"]
    assert len(page.all("form")) == len(page.all("fieldset")) == len(page.all("legend")) == 1
    assert "Choose one." in page.text
    assert not page.all("input", checked="")


def worded(**changes):
    texts = {"recall": "Recall", "precision": "Precision", "all": "A share of everything"}
    return choice(choices=[each | {"text": texts[each["id"]]} for each in CHOICES], **changes)


def test_choices_that_are_no_numbers_stand_in_an_order_of_their_own():
    page = Reader(rendered(worded()))
    shown = [box["value"] for box in page.all("input", type="radio")]
    assert shown == [each.id for each in worded().first_order()]
    assert not page.all("fieldset", **{"data-fixed": None}) and not page.all("label", **{"data-pin": None})
    assert [line["data-for"] for line in page.all("dd")] == [
        "precision",
        *(name for name in shown if name != "precision"),
    ]


def test_a_pinned_choice_is_the_last_and_says_so_to_the_script():
    item = worded()
    pinned = [each.model_dump() | ({"pin": "last"} if each.id == "recall" else {}) for each in item.choices]
    page = Reader(rendered(choice(choices=pinned)))
    assert [box["value"] for box in page.all("input", type="radio")][-1] == "recall"
    assert ["data-pin" in label for label in page.all("label")] == [False, False, True]


def test_hints_are_folds_that_the_search_does_not_find():
    page = Reader(rendered(choice(hints=["Look **here**.", "Then there."])))
    folds = page.all("details")
    assert [fold.get("class") for fold in folds] == [None, None, "answer"]
    assert all("data-search-exclude" in fold for fold in folds)
    assert "Hint 1Look here." in page.text and "Hint 2Then there." in page.text
    assert "hints" not in rendered(choice())


def test_the_repository_is_named_once_a_set_and_only_where_there_is_one():
    standing = Standing(choice(), 1, 1, "", "")
    html = quiz_html([standing], root="", first=False, link=str, report="https://example.org/o/r")
    assert Reader(html).all("quiz-set", **{"data-report": "https://example.org/o/r"})
    assert "data-report" not in rendered(choice())


def test_each_question_has_a_heading_to_be_reached_by():
    html = rendered(choice(), several())
    assert [tag for tag, kept in Reader(html).elements if kept.get("class") == "item-head"] == ["h3", "h3"]
    assert '<h3 class="item-head">Question 2 of 2</h3>' in html


def test_several_keys_are_checkboxes_and_the_ask_line_says_how_many():
    page = Reader(rendered(several()))
    assert len(page.all("input", type="checkbox")) == 4
    assert "Choose two." in page.text


def test_a_number_and_its_unit_share_a_line():
    html = rendered(numeric(stem="Of 80 % of 3 GB 2 million are 5 m long and 7 more. How many?"))
    assert "Of 80\u00a0% of 3\u00a0GB 2 million are 5\u00a0m long and 7 more." in html


def test_a_number_is_asked_for_with_its_unit_and_what_is_accepted():
    page = Reader(rendered(numeric()))
    (field,) = page.all("input")
    assert field | {"type": "text", "inputmode": "decimal", "aria-label": "Your answer, USD"} == field
    assert page.all("p", id=field["aria-describedby"])
    assert "12.5 and 12,5 are both read" in page.text
    assert "40% or 0,4" in Reader(rendered(numeric(unit=""))).text


def test_a_match_item_is_a_select_a_row_whose_first_entry_is_no_answer():
    page = Reader(rendered(match()))
    selects, options = page.all("select", name="response"), page.all("option")
    assert len(selects) == 3 and len({select["aria-labelledby"] for select in selects}) == 3
    assert all(page.all("span", id=select["aria-labelledby"]) for select in selects)
    assert [option["value"] for option in options] == ["", "flagged", "there", "absent", "passed"] * 3
    assert not page.all("option", selected=None)


def test_the_fold_of_a_match_pairs_the_rows_and_names_what_is_left_over():
    page = Reader(rendered(match()))
    assert "Answer: TPR: all there" in page.text and "PPV: all flagged" in page.text
    asked = match(left=[row.model_dump() | {"text": f"Which is {row.id}?"} for row in match().left])
    assert "Answer: Which is tpr? all there" in Reader(rendered(asked)).text
    assert "Left over" in page.text
    assert [line["data-for"] for line in page.all("dd")] == ["tpr", "tnr", "ppv", "left-over"]


def test_an_order_item_shows_every_step_once_and_never_the_key():
    page = Reader(rendered(order()))
    rows = [row["data-row"] for row in page.all("div", role="listitem")]
    assert sorted(rows) == sorted(order().key) and rows != order().key
    assert len(page.all("option", selected=None)) == len(page.all("select")) == 4
    assert [button["data-move"] for button in page.all("button") if "data-move" in button] == ["-1", "1"] * 4
    assert "Answer: 1. GOAL" in page.text and "4. RUN" in page.text


def test_the_gap_of_a_cloze_is_a_field_in_its_sentence():
    html = rendered(cloze())
    page = Reader(html)
    (field,) = page.all("input", type="text", name="response")
    assert page.all("div", id=field["aria-describedby"])  # the whole sentence, for whoever comes by Tab
    assert html.index(field["aria-describedby"]) < html.index("Recall divides by all that is <input")
    assert "Recall divides by all that is <input" in html and "> there.</p>" in html
    assert "___" not in page.text


def test_the_fold_of_a_cloze_has_the_sentence_whole_and_every_variant():
    page = Reader(rendered(cloze()))
    assert "Answer: really" in page.text and "Also right: truly." in page.text
    assert "Recall divides by all that is really there." in page.text
    assert "said to be" in page.text and "That is precision." in page.text


def test_markup_may_stand_around_a_gap_and_its_stand_in_is_nobody_else_s():
    html = rendered(cloze(stem="It is **all \ue000that ___ there**."))
    assert "<strong>all that <input" in html
    assert "\ue000" not in html


def card(**changes):
    return FlashcardItem(**{**COMMON, "id": "card", "interaction": "flashcard", "key": "A share.", **changes})


def test_a_flashcard_shows_its_front_and_keeps_its_back_in_the_fold():
    html = rendered(card())
    page = Reader(html)
    assert "Answer: A share." in " ".join(page.text.replace("Answer:", "Answer: ").split())
    assert html.index("A share.") > html.index("<details")
    assert card().declaration().json() == {"cardinality": "single", "base": "identifier", "correct": ["remembered"]}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_writes_on_a_back_never_becomes_markup(text):
    page, clean = Reader(rendered(card(key=f"bell {text}"))), Reader(rendered(card()))
    prose = {"p", "a", "pre", "code", "br"}
    assert [each for each in page.elements if each[0] not in prose] == [
        each for each in clean.elements if each[0] not in prose
    ]
    assert not page.open and "bell" in page.text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["stem", "key", "value", "feedback"])
def test_what_an_author_writes_into_a_cloze_never_becomes_markup(field, text):
    mark = f"bell {text} clapper"
    slip = {"value": "said to be", "feedback": "That is precision."}
    changes = {
        "stem": {"stem": f"{mark} ___ there"},
        "key": {"key": [mark, "truly"]},
        "value": {"mistakes": [slip | {"value": mark}]},
        "feedback": {"mistakes": [slip | {"feedback": mark}]},
    }
    page, clean = Reader(rendered(cloze(**changes[field]))), Reader(rendered(cloze()))
    prose = {"p", "a", "pre", "code", "br", "strong"}
    assert [each for each in page.elements if each[0] not in prose] == [
        each for each in clean.elements if each[0] not in prose
    ]
    assert not page.open
    assert "bell" in page.text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(("make", "field"), [(match, "left"), (match, "right"), (order, "choices")])
def test_what_an_author_writes_into_a_row_never_becomes_markup(make, field, text):
    clean, item = Reader(rendered(make())), make()
    rows = [row.model_dump() for row in getattr(item, field)]
    rows[0]["text"] = f"bell {text} clapper"
    page = Reader(rendered(make(**{field: rows})))
    prose = {"p", "a", "pre", "code", "br"}
    assert [(tag, attributes.keys()) for tag, attributes in page.elements if tag not in prose] == [
        (tag, attributes.keys()) for tag, attributes in clean.elements if tag not in prose
    ]
    assert not page.open
    assert page.text.count("clapper") >= 2


def test_a_case_stands_once_with_the_items_that_follow_each_other():
    case = Scenario("spam-launch", "A filter goes live.\n\n2 % see it.")
    standings = [
        Standing(choice(), 1, 3, "", ""),
        *(Standing(numeric(id=name), 2, 3, "", "", case=case) for name in "ab"),
    ]
    html = quiz_html(standings, root="", first=False, link=str)
    page = Reader(html)
    (group,) = page.all("div", role="group")
    assert group["aria-label"] == "Case: spam launch"
    assert html.count("<p>A filter goes live.</p>") == 1 and "Invented numbers." in html
    assert not page.open and "\n\n" not in html
    assert html.index('id="item-spam"') < html.index("case-set") < html.index('id="item-a"') < html.index('id="item-b"')


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_writes_into_a_case_never_becomes_markup(text):
    case = Scenario("x", f"bell\n\n{text}")
    page = Reader(quiz_html([Standing(choice(), 1, 1, "", "", case=case)], root="", first=False, link=str))
    assert not page.open
    assert {tag for tag, _ in page.elements} - {tag for tag, _ in Reader(rendered(choice())).elements} <= {
        "pre",
        "code",
        "a",
        "br",
    }
    assert not [each for _, each in page.elements for name in each if name.startswith("on")]


def test_a_sample_says_so_to_its_set():
    standing = Standing(choice(), 1, 1, "", "")
    html = quiz_html([standing], root="", first=False, link=str, sample=True)
    assert Reader(html).all("quiz-set", **{"data-sample": None})
    assert not Reader(rendered(choice())).all("quiz-set", **{"data-sample": None})


@pytest.mark.parametrize("item", [choice(), several()], ids=["one key", "several keys"])
def test_the_fold_holds_key_feedback_and_rationale_but_is_kept_out_of_the_search(item):
    page = Reader(rendered(item))
    assert page.all("details") == [{"class": "answer", "data-search-exclude": None}]
    for each in item.choices:
        assert each.feedback in page.text
        assert (f"Answer: {each.text}" in page.text) == (each.id in item.keys)
    assert item.rationale in page.text
    assert "Read again: A share of what?" in page.text
    assert {"href": "../#precision"} in page.all("a")


def test_the_key_stands_first_in_the_fold_wherever_it_stands_in_the_form():
    assert [line["data-for"] for line in Reader(rendered(choice())).all("dd")] == ["precision", "recall", "all"]


def test_the_fold_of_a_number_says_what_counts_as_right_and_names_the_mistakes():
    text = Reader(rendered(numeric())).text
    assert "Answer: 12 USD" in text
    assert "From 11.5 to 12.5 is right." in text
    assert "0.6667 USD" in text and "That is recall." in text
    assert "\u22123 USD" in text and "A cost is no gain." in text


def test_a_number_without_tolerance_is_the_only_right_one():
    assert "No other number is right." in rendered(numeric(tolerance={"abs": 0}))


def test_a_relative_tolerance_is_shown_as_its_range():
    assert "From 11.4 to 12.6 is right." in rendered(numeric(tolerance={"rel": 0.05}))


def test_no_attribute_gives_the_key_away():
    page = Reader(rendered(choice()))
    for tag, attributes in page.elements:
        if "precision" in attributes.values():
            assert tag in ("input", "dd")
    assert {tuple(sorted(box)) for box in page.all("input")} == {("name", "type", "value")}


def test_style_and_script_come_with_the_first_quiz_of_a_page_only():
    first, later = Reader(rendered(choice())), Reader(rendered(choice(), first=False))
    assert [link["href"] for link in first.all("link")] == ["../../assets/quiz/quiz.css"]
    assert first.all("script", type="module", src="../../assets/quiz/define.js")
    assert not later.all("link") and not later.all("script", type="module")


def test_the_page_gets_each_declaration_once():
    (island,) = [text for text in Reader(rendered(choice(), numeric())).scripts if text]
    assert json.loads(island) == {
        "format": 1,
        "items": {"spam": choice().declaration().json(), "cost": numeric().declaration().json()},
    }


def test_the_head_counts_or_says_where_the_question_is_from():
    assert "Question 2 of 2" in rendered(choice(), numeric())
    assert "From: A share of what?" in rendered(choice(), number=0)


def test_a_pretest_says_so_and_does_not_speak_of_reading_again():
    html = rendered(choice(), mode="pretest")
    assert "Predict first" in html and 'data-mode="pretest"' in html
    assert [tag for tag, _ in Reader(html).elements if tag in ("h2", "h3")] == ["h2"]  # it stands before every section
    assert ">Read: A share of what?" in html


def test_links_in_fields_are_written_for_the_page():
    html = rendered(choice(rationale="See [the formula](metrics/regression.md#interpret-r2)."))
    assert '<a href="../metrics/regression.md#interpret-r2">the formula</a>' in html


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["stem", "text", "feedback", "rationale", "hint", "unit", "mistake"])
def test_what_an_author_writes_never_becomes_markup(field, text):
    mark = f"bell\n\n{text}\n\nclapper"
    clean = Reader(rendered(*hostile(field, "x")))  # no number either: those are not shuffled
    html = rendered(*hostile(field, mark))
    page = Reader(html)
    prose = {"p", "a", "pre", "code", "br"}
    assert [each for each in page.elements if each[0] not in prose] == [
        (tag, spoken(attributes, mark)) for tag, attributes in clean.elements if tag not in prose
    ]
    assert not page.open
    assert not [each for _, each in page.elements for name in each if name.startswith("on")]
    assert not [link for link in page.all("a") if link.get("href", "").startswith("javascript")]
    assert "bell" in page.text and "clapper" in page.text
    assert "\n\n" not in html


def hostile(field, mark):
    """Both kinds of item with the text in one field."""
    one, number = {}, {}
    if field in ("stem", "rationale"):
        one[field] = number[field] = mark
    elif field == "hint":
        one["hints"] = number["hints"] = [mark]
    elif field in ("text", "feedback"):
        one["choices"] = [CHOICES[0] | {field: mark}, *CHOICES[1:]]
    elif field == "unit":  # the model refuses it, and the template must not rely on that
        return choice(), numeric().model_copy(update={"unit": mark})
    else:
        number["mistakes"] = [
            {"equals": "ratio(2, 3)", "feedback": mark},
            {"value": -3, "feedback": "A cost is no gain."},
        ]
    return choice(**one), numeric(**number)


def spoken(attributes, mark):
    """The unit is part of the field's name."""
    named = attributes.get("aria-label") == "Your answer, x"
    return attributes | {"aria-label": "Your answer, " + " ".join(mark.split())} if named else attributes


def test_json_cannot_end_its_script():
    html = rendered(numeric().model_copy(update={"unit": "</script><!--\u2028"}))
    island = html[html.index('<script type="application/json">') + 32 :]
    assert "<" not in island[: island.index("</script>")]
    assert json.loads(Reader(html).scripts[-1])["items"]["cost"]["unit"] == "</script><!--\u2028"


def test_code_keeps_its_lines_where_markdown_must_not_meet_a_blank_one():
    html = rendered(choice(rationale="```\na\n\n\nb\n```"))
    assert "<code>a&#10;&#10;&#10;b&#10;</code>" in html


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_s_markdown_and_templates_leave_a_quiz_as_it_is(text):
    html = rendered(*hostile("feedback", text), *hostile("stem", text)[1:])
    made = markdown.markdown(
        f"before\n\n{html}\n\nafter",
        extensions=["md_in_html", "attr_list", "tables", "admonition", "pymdownx.superfences"],
    )
    assert html in made
    assert "<p><quiz" not in made


def test_templates_do_not_read_what_the_macro_returns():
    page = Environment().from_string("{{ quiz() }}").render(quiz=lambda: rendered(choice(stem="Is {{ 7 * 7 }} read?")))
    assert "{{ 7 * 7 }}" in page


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.4, "0.4"),
        (12000.0, "12000"),
        (0.1 + 0.2, "0.3"),
        (2 / 3, "0.6667"),
        (-3.5, "\u22123.5"),
        (0.0, "0"),
        (1234.5678, "1235"),
    ],
)
def test_numbers_are_shown_as_a_reader_would_write_them(value, text):
    assert rounded(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5678, "1234.5678"),
        (12345.678, "12345.678"),
        (1000000.5, "1000000.5"),
        (0.1 + 0.2, "0.3"),
        (1e-5, "0.00001"),
    ],
)
def test_a_key_is_shown_to_the_digit_that_is_right(value, text):
    assert exact(value) == text
