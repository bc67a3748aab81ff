"""memory.js against `fsrs`, the reference implementation in Python."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parents[2]
HISTORIES = 1000
FIRST_DAY = 20_000  # days since 1970
History = list[tuple[int, bool]]


@pytest.fixture(scope="module")
def histories() -> list[History]:
    """Random histories of 1 to 25 reviews, some on one day, on time, early, or very late."""
    drawn = random.Random(20261130)
    return [list(history(drawn)) for _ in range(HISTORIES)]


def history(drawn: random.Random) -> History:
    day, reviews = FIRST_DAY, []
    for _ in range(drawn.randint(1, 25)):
        reviews.append((day, drawn.random() < 0.8))
        day += drawn.choice([0, 1, 2, drawn.randint(3, 30), drawn.randint(30, 500)])
    return reviews


def reference(reviews: History) -> list[tuple[int, float, float, float]]:
    """(due day, stability, difficulty, recall ten days later) after each review."""
    scheduler = Scheduler(learning_steps=[], relearning_steps=[], maximum_interval=365, enable_fuzzing=False)
    card, states = Card(), []
    for day, is_recalled in reviews:
        date = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)
        card, _ = scheduler.review_card(card, Rating.Good if is_recalled else Rating.Again, date)
        due = (card.due - datetime(1970, 1, 1, tzinfo=UTC)).days
        recall = scheduler.get_card_retrievability(card, date + timedelta(days=10))
        assert card.stability is not None and card.difficulty is not None
        states.append((due, card.stability, card.difficulty, recall))
    return states


def test_a_thousand_histories_agree_with_the_reference(histories: list[History]) -> None:
    done = subprocess.run(
        ["node", ROOT / "tests/review/histories.mjs"],
        input=json.dumps(histories),
        capture_output=True,
        text=True,
        check=True,
    )
    for reviews, ours in zip(histories, json.loads(done.stdout), strict=True):
        for (due, *values), (our_due, *our_values) in zip(reference(reviews), ours, strict=True):
            assert our_due == due, reviews
            assert our_values == pytest.approx(values, rel=1e-6), reviews
