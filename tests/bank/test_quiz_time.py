"""How long a quiz takes grows with the level of its items and with what they ask a reader to do."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.bank.interactions import INTERACTIONS
from macros.bank.quiz_time import quiz_minutes


@pytest.mark.parametrize(
    ("items", "minutes"),
    [
        ([], 0),
        ([("choice", "recall")], 1),
        ([("choice", "recall")] * 2, 1),
        ([("choice", "apply")] * 2, 2),
        ([("numeric", "apply")] * 2, 3),
        ([("choice", "analyze")] * 4, 5),
        ([("order", "understand"), ("match", "understand"), ("cloze", "recall")], 3),
    ],
)
def test_minutes_are_rounded_up(items: list[tuple[str, str]], minutes: int) -> None:
    made = [SimpleNamespace(extra_seconds=INTERACTIONS[name].extra_seconds, level=level) for name, level in items]
    assert quiz_minutes(made) == minutes


def test_each_interaction_says_how_much_time_it_adds() -> None:
    assert [name for name, model in INTERACTIONS.items() if "extra_seconds" not in vars(model)] == []
