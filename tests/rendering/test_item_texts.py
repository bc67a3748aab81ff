"""What a stem tells is parted from what it asks."""

import pytest

from macros.rendering.item_texts import scenario_and_question


@pytest.mark.parametrize(
    ("stem", "told", "asked"),
    [
        ("What is recall?", "", "What is recall?"),
        (
            "It flags 50. Of these 40 are spam. What is precision?",
            "It flags 50. Of these 40 are spam.",
            "What is precision?",
        ),
        ("It flags 0.5 of all. Which facts tell? Choose TWO.", "It flags 0.5 of all.", "Which facts tell? Choose TWO."),
        ("A mast sways. Put the steps in order.", "A mast sways.", "Put the steps in order."),
        ("It is told. Pair each of them: how many fit?", "It is told.", "Pair each of them: how many fit?"),
        ("There are two: A and B. Which fits?", "There are two: A and B.", "Which fits?"),
        ("It prints `a_b [0`. How many are left?", "It prints `a_b [0`.", "How many are left?"),
        ("Why? It fell. What now?", "", "Why? It fell. What now?"),
        ("The *cut. Now* what?", "", "The *cut. Now* what?"),
        ("See [the cut. Now](a.md) what?", "", "See [the cut. Now](a.md) what?"),
    ],
)
def test_the_question_and_what_follows_it_stand_apart(stem: str, told: str, asked: str) -> None:
    assert scenario_and_question(stem) == (told, asked)
