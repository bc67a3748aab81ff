"""Rules at their limits, and for numeric items: a case on each side of each branch."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.rules.examples import problems_of_example

NUMERIC = "interaction: numeric\n"
EXPLAINED, UNEXPLAINED = "misconception: divides-by-flagged", ""


def mistakes(*values: float, of_the_last: str = EXPLAINED) -> str:
    """A numeric item with these mistakes."""
    entries = [f"{{value: {value}, feedback: It divides by another group., {EXPLAINED}}}" for value in values]
    entries[-1] = entries[-1].replace(EXPLAINED, of_the_last)
    return f"{NUMERIC}mistakes: [{', '.join(entries)}]\n"


def stem(text: str) -> str:
    return f"{NUMERIC}stem: {json.dumps(text)}\nturns_on:\nlevel: recall\n"


def choice(words: int) -> str:
    texts = [("Recall", "recall"), ("Precision", "precision"), ("word " * words, "accuracy")]
    entries = [f"{{id: {name}, text: {text}, feedback: It divides by another group.}}" for text, name in texts]
    return f"choices: [{', '.join(entries)}]\n"


def feedback(characters: int) -> str:
    entry = f"{{value: 0.67, feedback: {'a' * characters}, {EXPLAINED}}}"
    return f"{NUMERIC}mistakes: [{entry}]\n"


CASES = [
    pytest.param("B402", mistakes(0.67, 0.674), True, id="mistakes within the tolerance of 0.005"),
    pytest.param("B402", mistakes(0.67, 0.676), False, id="mistakes further apart"),
    pytest.param("B402", mistakes(0.67, 0.6), False, id="mistakes far apart"),
    pytest.param("B215", NUMERIC + "hints: [It is 0.8 of all flags.]", True, id="a hint with the number"),
    pytest.param("B215", NUMERIC + "hints: [It is 80 % of all flags.]", True, id="a hint with the percentage"),
    pytest.param("B215", NUMERIC + "hints: [It is more than 0.5.]", False, id="a hint with another number"),
    pytest.param("B119", mistakes(0.67, 0.5, of_the_last=UNEXPLAINED), True, id="a mistake nobody explains"),
    pytest.param("B119", mistakes(0.67, 0.5), False, id="mistakes that are explained"),
    pytest.param("B203", stem("A filter flags 50 messages, and 40 of them are spam, so it"), True, id="no question"),
    pytest.param("B203", stem("A filter flags 50 messages. What is its precision?"), False, id="a question"),
    pytest.param("B204", stem("What is the precision of this filter?"), True, id="a stem of seven words"),
    pytest.param("B204", stem("What is the precision of this new filter?"), False, id="a stem of eight words"),
    pytest.param("B205", choice(31), True, id="a choice of 31 words"),
    pytest.param("B205", choice(30), False, id="a choice of 30 words"),
    pytest.param("B210", feedback(24), True, id="feedback of 24 characters"),
    pytest.param("B210", feedback(25), False, id="feedback of 25 characters"),
]


@pytest.mark.parametrize(("code", "example", "fires"), CASES)
def test_a_rule_fires_on_one_side_of_its_limit_alone(code: str, example: str, fires: bool, tmp_path: Path) -> None:
    found = {one.code for one in problems_of_example(tmp_path, example)}
    assert found.isdisjoint({"B101", "B103", "B105", "Y103"}), "the example cannot be read"
    assert (code in found) is fires


@pytest.mark.parametrize(("days", "told"), [(180, []), (181, ["fact limit"]), (365, ["fact limit"])])
def test_a_fact_may_be_half_a_year_old(
    days: int, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told_to_be_old(days, tmp_path, monkeypatch) == told


def test_an_item_and_a_page_may_be_a_year_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told_to_be_old(366, tmp_path, monkeypatch) == [
        "fact limit",
        "item first",
        "item second",
        "page metrics/sample",
    ]


def told_to_be_old(days: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What L112 names so many days after everything in the sample course was verified."""
    today = date(2026, 11, 24) + timedelta(days=days)
    epoch = (today - date(1970, 1, 1)).days * 86_400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
    found = [one.text for one in problems_of_example(folder, "") if one.code == "L112"]
    return sorted(text.partition(" was verified")[0] for text in found)
