"""The folds below a form, answer and hints: what they hold, and that it stands nowhere else."""

import pytest

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import CHOICES, choice, rendered, several


def test_hints_are_folds_that_the_search_does_not_find():
    page = Reader(rendered(choice(hints=["Look **here**.", "Then there."])))
    folds = page.all("details")
    assert [fold.get("class") for fold in folds] == [None, None, "answer"]
    assert all("data-search-exclude" in fold for fold in folds)
    assert "Hint 1Look here." in page.text and "Hint 2Then there." in page.text
    assert "hints" not in rendered(choice())


@pytest.mark.parametrize("item", [choice(), several()], ids=["one key", "several keys"])
def test_the_fold_holds_key_feedback_and_rationale_but_is_kept_out_of_the_search(item):
    page = Reader(rendered(item))
    assert page.all("details") == [{"class": "answer", "data-search-exclude": None}]
    for each in item.choices:
        assert each.feedback in page.text
        assert (f"Answer: {each.text}" in page.text) == (each.id in item.key_ids)
    assert item.rationale in page.text
    assert "Read again: A share of what?" in page.text
    assert {"href": "../#precision"} in page.all("a")


def test_the_key_stands_first_in_the_fold_wherever_it_stands_in_the_form():
    assert [line["data-for"] for line in Reader(rendered(choice())).all("dd")] == ["precision", "recall", "all"]


def test_no_attribute_gives_the_key_away():
    page = Reader(rendered(choice()))
    for tag, attributes in page.elements:
        if "precision" in attributes.values():
            assert tag in ("input", "dd")
    assert {tuple(sorted(box)) for box in page.all("input")} == {("name", "type", "value")}


@pytest.mark.parametrize(
    ("feedback", "shown"),
    [
        ("Correct. five requests failed.", "Five requests failed."),
        ("Correct. `fit` learns them.", "<code>fit</code> learns them."),
        ("Correct labels matter.", "Correct labels matter."),
        ("Correct.", "Correct."),
    ],
)
def test_the_feedback_of_the_key_leaves_the_verdict_to_the_page(feedback, shown):
    html = rendered(choice(choices=[CHOICES[0], {**CHOICES[1], "feedback": feedback}, CHOICES[2]]))
    assert f'data-for="precision">{shown}</dd>' in html
