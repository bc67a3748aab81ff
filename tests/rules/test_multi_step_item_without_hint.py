"""Which items need a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.rules import unwaived_problems
from tests.sample import write_course

STEPS = (
    "[{id: a, text: Data, feedback: It is first.}, {id: b, text: Model, feedback: It is next.}, "
    "{id: c, text: Use, feedback: It is last.}]"
)
ORDER = (
    f"interaction: order\nturns_on:\nlevel: recall\nstem: Put the stages in order.\nchoices: {STEPS}\nkey: [a, b, c]"
)


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ("interaction: numeric\nhints:", "a numeric item needs a hint."),
        (f"{ORDER}\nhints:", "an order item needs a hint."),
        ("level: analyze\nhints:", "an item at the analyze level needs a hint."),
        ("level: apply\nhints:", ""),
        ("level: analyze\nhints: [Count the flagged messages.]", ""),
        ("level: analyze\nhints:\nstatus: retired", ""),
        ("level: analyze\nhints:\nallow: {B405: The stem already names the next step.}", ""),
    ],
)
def test_a_hint_is_needed_where_an_answer_takes_several_steps(example: str, told: str, tmp_path: Path) -> None:
    found = [one for one in unwaived_problems(load_course(write_course(tmp_path, example))) if one.code == "B405"]
    assert [one.text.partition(" Add")[0] for one in found] == ([told] if told else [])
