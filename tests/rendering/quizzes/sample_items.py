"""Items of each interaction as tests change them, rendered; and texts that would do harm if they were markup."""

from datetime import date

import pytest

from macros.bank.interactions import INTERACTIONS
from macros.rendering.items import ItemContext
from macros.rendering.quizzes import QuizPlace, quiz_html

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


def item(interaction, fields):
    return INTERACTIONS[interaction].model_validate({**fields, "interaction": interaction})


def choice(key="precision", choices=CHOICES, **changes):
    return item("choice", {**COMMON, "id": "spam", "choices": choices, "key": key, **changes})


def several(**changes):
    more = [*CHOICES, {"id": "none", "text": "0.10", "feedback": "That is the base rate."}]
    return choice(key=["precision", "all"], choices=more, **changes)


def numeric(**changes):
    fields = {"unit": "USD", "tolerance": {"abs": 0.5}, "equals": "ratio(40, 50)", "key": 12.0}
    mistakes = [
        {"equals": "ratio(2, 3)", "feedback": "That is recall."},
        {"value": -3, "feedback": "A cost is no gain."},
    ]
    return item("numeric", {**COMMON, "id": "cost", **fields, "mistakes": mistakes, **changes})


def match(**changes):
    left = [{"id": name, "text": name.upper(), "feedback": f"About {name}."} for name in ("tpr", "tnr", "ppv")]
    right = [{"id": name, "text": f"all {name}"} for name in ("flagged", "there", "absent", "passed")]
    key = {"tpr": "there", "tnr": "absent", "ppv": "flagged"}
    fields = {"left": left, "right": right, "key": key}
    return item("match", {**COMMON, "id": "rows", **fields, **changes})


def order(**changes):
    steps = [
        {"id": name, "text": name.upper(), "feedback": f"About {name}."} for name in ("goal", "data", "train", "run")
    ]
    fields = {"choices": steps, "key": ["goal", "data", "train", "run"]}
    return item("order", {**COMMON, "id": "steps", **fields, **changes})


def cloze(**changes):
    fields = {"stem": "Recall divides by all that is ___ there.", "key": ["really", "truly"]}
    mistakes = [{"value": "said to be", "feedback": "That is precision."}]
    return item("cloze", {**COMMON, "id": "gap", **fields, "mistakes": mistakes, **changes})


def card(**changes):
    return item("flashcard", {**COMMON, "id": "card", "key": "A share.", **changes})


def rendered(*items, first=True, mode="practice", number=None, link=lambda target: "../" + target):
    contexts = [
        ItemContext(item, at + 1 if number is None else number, len(items), "../#precision", "A share of what?", mode)
        for at, item in enumerate(items)
    ]
    return quiz_html(contexts, link, QuizPlace("../../", loads_script=first))
