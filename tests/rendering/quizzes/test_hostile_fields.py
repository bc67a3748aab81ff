"""Nothing that an author writes into a field is taken for markup, script or template."""

import json

import markdown
import pytest
from jinja2 import Environment

from macros.rendering.items import ItemCase, ItemContext
from macros.rendering.quizzes import QuizPlace, quiz_html
from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import CHOICES, HOSTILE, card, choice, cloze, match, numeric, order, rendered


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


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_writes_into_a_case_never_becomes_markup(text):
    case = ItemCase("x", f"bell\n\n{text}")
    page = Reader(quiz_html([ItemContext(choice(), 1, 1, "", "", case=case)], str, QuizPlace("", loads_script=False)))
    assert not page.open
    assert {tag for tag, _ in page.elements} - {tag for tag, _ in Reader(rendered(choice())).elements} <= {
        "pre",
        "code",
        "a",
        "br",
    }
    assert not [each for _, each in page.elements for name in each if name.startswith("on")]


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
