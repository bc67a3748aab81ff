"""Ten guessers without knowledge: each scores the choices of an item by one cue and takes the best.

A function returns a score for each choice. Its docstring names the choice with the best score; the page on the gate
shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from macros.rules.gate.items import TokenizedItem
from macros.wording import ABSOLUTE_WORDS, HEDGES

Guesser = Callable[[TokenizedItem], Sequence[float]]

_SPECIFIC = re.compile(
    r"[(,;:]|\d[\d.,]*|\b(?:because|since|so that|which|while|when|where|unless|if)\b", re.IGNORECASE
)


def length_scores(item: TokenizedItem) -> Sequence[float]:
    """The longest choice."""
    return [len(choice.text) for choice in item.choices]


def shortness_scores(item: TokenizedItem) -> Sequence[float]:
    """The shortest choice."""
    return [-len(choice.text) for choice in item.choices]


def stem_overlap_scores(item: TokenizedItem) -> Sequence[float]:
    """The choice that shares the most words with the stem."""
    asked = set(item.stem.content_stems_or_all_words)
    return [len(asked & set(choice.content_stems_or_all_words)) for choice in item.choices]


def similarity_to_other_choices_scores(item: TokenizedItem) -> Sequence[float]:
    """The choice most similar to the others, because distractors are often variations of the key."""
    sets = [set(choice.content_stems_or_all_words) for choice in item.choices]
    shared = [[len(own & other) / (len(own | other) or 1) for other in sets] for own in sets]
    return [round(sum(row) - row[at], 9) for at, row in enumerate(shared)]


def unlike_start_and_end_scores(item: TokenizedItem) -> Sequence[float]:
    """The choice that begins and ends differently from the others."""
    ends = [(choice.content_stems_or_all_words[:1], choice.content_stems_or_all_words[-1:]) for choice in item.choices]
    return [-sum(first == own[0] or last == own[1] for first, last in ends) for own in ends]


def few_absolutes_scores(item: TokenizedItem) -> Sequence[float]:
    """The choice with the fewest words like always and never."""
    return [-sum(word in ABSOLUTE_WORDS for word in choice.words) for choice in item.choices]


def hedge_count_scores(item: TokenizedItem) -> Sequence[float]:
    """The choice with the most words like usually and may."""
    return [sum(word in HEDGES for word in choice.words) for choice in item.choices]


def specificity_scores(item: TokenizedItem) -> Sequence[float]:
    """The choice with the most numbers, parentheses, clauses, and reasons."""
    return [len(_SPECIFIC.findall(choice.text)) for choice in item.choices]


def early_position_scores(item: TokenizedItem) -> Sequence[float]:
    """The first choice."""
    return [-at for at, _ in enumerate(item.choices)]


def late_position_scores(item: TokenizedItem) -> Sequence[float]:
    """The last choice."""
    return [at for at, _ in enumerate(item.choices)]


GUESSERS: dict[str, Guesser] = {
    "longest": length_scores,
    "shortest": shortness_scores,
    "stem echo": stem_overlap_scores,
    "convergence": similarity_to_other_choices_scores,
    "outlier": unlike_start_and_end_scores,
    "no absolutes": few_absolutes_scores,
    "hedged": hedge_count_scores,
    "most specific": specificity_scores,
    "first": early_position_scores,
    "last": late_position_scores,
}
