"""What each guesser takes."""

from __future__ import annotations

import pytest

from macros.rules.gate.guessers import CUE_GUESSERS
from macros.rules.gate.items import GateItem, TokenizedItem, TokenizedText


def choices_with_best_score(guesser: str, *choices: str, stem: str = "Which one?") -> list[int]:
    """The choices that the guesser holds for equally good."""
    item = GateItem("item", "page", "objective", stem, choices, frozenset({0}))
    [scores] = [one.scores(TokenizedItem(item)) for one in CUE_GUESSERS if one.name == guesser]
    return [at for at, score in enumerate(scores) if score == max(scores)]


@pytest.mark.parametrize(
    ("guesser", "choices", "wanted"),
    [
        pytest.param("longest", ("a model", "a large model", "a"), [1], id="longest"),
        pytest.param("longest", ("**one**", "four", "six"), [1], id="markup is no length"),
        pytest.param("shortest", ("a model", "a large model", "a"), [2], id="shortest"),
        pytest.param("convergence", ("S3 and Glue", "S3 and Athena", "EMR and Glue", "Kinesis"), [0], id="convergence"),
        pytest.param("outlier", ("raise recall", "raise precision", "drop rows"), [2], id="outlier"),
        pytest.param("no absolutes", ("it always drifts", "it drifts", "it can never drift"), [1], id="no absolutes"),
        pytest.param("hedged", ("it usually drifts", "it drifts", "it is fixed"), [0], id="hedged"),
        pytest.param("most specific", ("a queue", "a queue (of 5)", "a topic"), [1], id="most specific"),
        pytest.param("most specific", ("a queue", "a topic", "a stream"), [0, 1, 2], id="nothing to go by"),
        pytest.param("first", ("a", "b", "c"), [0], id="first"),
        pytest.param("last", ("a", "b", "c"), [2], id="last"),
    ],
)
def test_a_guesser_takes(guesser: str, choices: tuple[str, ...], wanted: list[int]) -> None:
    assert choices_with_best_score(guesser, *choices) == wanted


def test_stem_echo_hears_words_in_other_forms() -> None:
    stem = "Which metric tells how many predicted positives were right?"
    assert choices_with_best_score(
        "stem echo", "Recall", "Precision of positive predictions", "Accuracy", stem=stem
    ) == [1]


def test_small_words_are_no_stems_unless_there_are_no_others() -> None:
    assert TokenizedText("The drift of the **data**").content_stems_or_all_words == ["drift", "data"]
    assert TokenizedText("It is").content_stems_or_all_words == ["it", "is"]
