"""What the finished bank must hold: which banks are spoken of, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.problems import Problem
from macros.rules import rules_by_code
from macros.rules.gate import blueprint
from tests.sample import write_course

MANY = "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}"
CODES = ("B506", "B507", "B508", "B509", "B510")


def problems_of_rule(root: Path, example: str, code: str) -> list[Problem]:
    return list(rules_by_code()[code].check(load_course(write_course(root, example))))


@pytest.mark.parametrize("code", CODES)
def test_a_beginning_is_left_alone(code: str, tmp_path: Path) -> None:
    assert problems_of_rule(tmp_path, MANY.replace("100", "99"), code) == []


def test_pool_items_count_and_retired_ones_do_not(tmp_path: Path) -> None:
    assert blueprint.has_enough_items_to_judge_bank(load_course(write_course(tmp_path / "pool", f"use: pool\n{MANY}")))
    assert not blueprint.has_enough_items_to_judge_bank(
        load_course(write_course(tmp_path / "retired", f"status: retired\n{MANY}"))
    )


def test_an_objective_of_recall_alone_is_named(tmp_path: Path) -> None:
    texts = "quizzes/metrics/sample.yml: {items: [{copy_of: matching, times: 100}]}"
    [one] = problems_of_rule(tmp_path, texts, "B506")
    assert "recall has no item at the apply or analyze level" in one.text
    assert one.path == "docs/data/objectives.yml"


def test_shares_are_taken_topic_by_topic(tmp_path: Path) -> None:
    other = "quizzes/drift/sample.yml: {items: [{copy_of: leaking, times: 10}]}"
    texts = f"{MANY}\n{other}"
    assert [(one.path, one.text.split(";")[0]) for one in problems_of_rule(tmp_path, texts, "B507")] == [
        ("quizzes/drift", "10 of 10 items are at the recall level")
    ]


@pytest.mark.parametrize(
    ("key", "count"),
    [("precision", 0), ("recall", 1)],
    ids=["another key", "the same key"],
)
def test_choices_tell_a_pair_from_a_copy(key: str, count: int, tmp_path: Path) -> None:
    from macros.rules import similar_stems_or_keys_in_objective as rule

    course = load_course(write_course(tmp_path, "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 2}]}"))
    one, other = course.bank.items
    assert len(list(rule._similar_stem_problems([one, other.model_copy(update={"key": key})]))) == count


FIVE = "- {{id: precision, text: {}, feedback: 'It looks at flags, no more.', right_if: flags were asked for}}"


def problems_with_page_text(root: Path, key: str, page_text: str, other: str = "Something else") -> list[Problem]:
    example = (
        f"choices:\n- {{id: recall, text: {key}, feedback: It divides by the actual "
        f"positives.}}\n{FIVE.format(other)}\n"
        "- {id: accuracy, text: Divide by every message, feedback: It counts every message equally., right_if: all}\n"
        f"docs/metrics/sample.md:\n  body: |\n    ## Recall {{#recall}}\n\n    {page_text}\n\n    {{{{ quiz() }}}}\n"
    )
    return problems_of_rule(root, example, "B511")


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("So divide by all that is there.", 1),
        ("So *divide* by **all that** is there.", 1),
        ("So divide by [all that](recall.md) is there.", 1),
        ("So divide by all which is there.", 0),
        ("So divide by {{ given('all that is') }} there.", 0),
    ],
)
def test_five_words_of_a_key_are_found_in_the_prose_of_its_page(page: str, count: int, tmp_path: Path) -> None:
    assert len(problems_with_page_text(tmp_path, "Divide by all that counts or by all that is there", page)) == count


def test_words_that_a_distractor_has_too_give_nothing_away(tmp_path: Path) -> None:
    key, page = "Divide by all that is there", "So divide by all that is there."
    assert problems_with_page_text(tmp_path, key, page, other="Never divide by all that is there") == []


def problems_with_copies(root: Path, count: int, key: str) -> list[Problem]:
    example = (
        "choices:\n- {id: recall, text: Canvas, feedback: It divides by the actual positives.}\n"
        "- {id: precision, text: Autopilot, feedback: It looks at flags alone., right_if: flags}\n"
        "- {id: accuracy, text: JumpStart, feedback: It counts every message equally., right_if: all}\n"
        f"key: {key}\nquizzes/metrics/sample.yml: {{items: [{{copy_of: first, times: {count}}}]}}"
    )
    return problems_of_rule(root, example, "B513")


def test_a_name_is_judged_from_four_offers_on(tmp_path: Path) -> None:
    assert problems_with_copies(tmp_path / "three", 3, "recall") == []
    said = [one.text for one in problems_with_copies(tmp_path / "four", 4, "recall")]
    assert said[0].startswith(
        "Canvas is offered 4 times and is the key in 4 (100%); it should be 15% to 60%. Offer it as"
    )
    assert said[1].startswith(
        "Autopilot is offered 4 times and is the key in 0 (0%); it should be 15% to 60%. Make it the key"
    )
