"""The guessers without knowledge. Ten of them score the choices of an item by one cue each and take the best.

Three more are in modules of their own and need more than one item or another kind of item: they only have names here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from macros.rules.gate.items import TokenizedItem
from macros.wording import ABSOLUTE_WORDS, HEDGES

CUE_MIX, WORDS, MATCHING = "learned", "content", "matching"  # as reports and tables name them
_SPECIFIC = re.compile(
    r"[(,;:]|\d[\d.,]*|\b(?:because|since|so that|which|while|when|where|unless|if)\b", re.IGNORECASE
)


def length_scores(item: TokenizedItem) -> Sequence[float]:
    """The length of each choice."""
    return [len(choice.text) for choice in item.choices]


def shortness_scores(item: TokenizedItem) -> Sequence[float]:
    """The negative length of each choice."""
    return [-len(choice.text) for choice in item.choices]


def stem_overlap_scores(item: TokenizedItem) -> Sequence[float]:
    """How many words each choice shares with the stem."""
    asked = set(item.stem.content_stems_or_all_words)
    return [len(asked & set(choice.content_stems_or_all_words)) for choice in item.choices]


def similarity_to_other_choices_scores(item: TokenizedItem) -> Sequence[float]:
    """How similar each choice is to the others. Distractors are often variations of the key."""
    sets = [set(choice.content_stems_or_all_words) for choice in item.choices]
    shared = [[len(own & other) / (len(own | other) or 1) for other in sets] for own in sets]
    return [round(sum(row) - row[at], 9) for at, row in enumerate(shared)]


def unlike_start_and_end_scores(item: TokenizedItem) -> Sequence[float]:
    """The negative number of choices, itself included, that begin or end like each choice."""
    ends = [(choice.content_stems_or_all_words[:1], choice.content_stems_or_all_words[-1:]) for choice in item.choices]
    return [-sum(first == own[0] or last == own[1] for first, last in ends) for own in ends]


def few_absolutes_scores(item: TokenizedItem) -> Sequence[float]:
    """The negative number of absolute words in each choice."""
    return [-sum(word in ABSOLUTE_WORDS for word in choice.words) for choice in item.choices]


def hedge_count_scores(item: TokenizedItem) -> Sequence[float]:
    """The number of hedges in each choice."""
    return [sum(word in HEDGES for word in choice.words) for choice in item.choices]


def detail_count_scores(item: TokenizedItem) -> Sequence[float]:
    """The number of numbers, parentheses, clauses, and reasons in each choice."""
    return [len(_SPECIFIC.findall(choice.text)) for choice in item.choices]


def early_position_scores(item: TokenizedItem) -> Sequence[float]:
    """The highest score for the first choice."""
    return [-at for at, _ in enumerate(item.choices)]


def late_position_scores(item: TokenizedItem) -> Sequence[float]:
    """The highest score for the last choice."""
    return [at for at, _ in enumerate(item.choices)]


class CueGuesser(NamedTuple):
    """A guesser that follows one cue.

    picks, advice: for messages, what it picks and how authors keep it from being right. scores: a score for each choice
    of an item; it picks the highest. description: for the page on the gate, if it says more than `picks`.
    """

    name: str
    picks: str
    advice: str
    scores: Callable[[TokenizedItem], Sequence[float]]
    description: str = ""


CUE_GUESSERS = (
    CueGuesser("longest", "the longest choice", "Shorten keys, or add a reason to a distractor", length_scores),
    CueGuesser("shortest", "the shortest choice", "Shorten a distractor, or extend keys", shortness_scores),
    CueGuesser(
        "stem echo",
        "the choice that shares the most words with the stem",
        "Reword keys, or use words of the stem in distractors too",
        stem_overlap_scores,
    ),
    CueGuesser(
        "convergence",
        "the choice most similar to the others",
        "Let two distractors share words that the key does not contain",
        similarity_to_other_choices_scores,
        "The choice most similar to the others, because distractors are often variations of the key",
    ),
    CueGuesser(
        "outlier",
        "the choice that begins and ends differently",
        "Let a distractor begin like the key",
        unlike_start_and_end_scores,
        "The choice that begins and ends differently from the others",
    ),
    CueGuesser(
        "no absolutes",
        "the choice without always or never",
        "Remove such words from distractors",
        few_absolutes_scores,
        "The choice with the fewest words like always and never",
    ),
    CueGuesser(
        "hedged",
        "the choice with usually or may",
        "Remove such words from keys, or hedge a distractor",
        hedge_count_scores,
        "The choice with the most words like usually and may",
    ),
    CueGuesser(
        "most specific",
        "the choice with the most numbers, parentheses, and clauses",
        "Make distractors as specific as keys",
        detail_count_scores,
        "The choice with the most numbers, parentheses, clauses, and reasons",
    ),
    CueGuesser("first", "the first choice", "Move keys down", early_position_scores),
    CueGuesser("last", "the last choice", "Move keys up", late_position_scores),
)
DESCRIPTION_BY_GUESSER = {
    **{guesser.name: guesser.description or guesser.picks.capitalize() for guesser in CUE_GUESSERS},
    CUE_MIX: "The most likely choice by all of the cues above, learned from half of the objectives",
    WORDS: "The most likely choice by the words and service names of keys in other objectives",
    MATCHING: "In match items, the answer option that shares the most words with the row",
}
