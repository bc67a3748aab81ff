"""Ten guessers who know nothing: each scores an item's choices by one cue and takes the best."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from macros.rules.gate.judged import Sheet

Guesser = Callable[[Sheet], Sequence[float]]

_ABSOLUTE = frozenset(
    "always never all none no only every each must cannot can't completely entirely any impossible guarantee "
    "guarantees guaranteed".split()
)
_HEDGE = frozenset(
    "may might can could usually generally often likely sometimes typically mostly tends perhaps".split()
)
_SPECIFIC = re.compile(
    r"[(,;:]|\d[\d.,]*|\b(?:because|since|so that|which|while|when|where|unless|if)\b", re.IGNORECASE
)


def longest(sheet: Sheet) -> Sequence[float]:
    """The most characters."""
    return [len(choice.text) for choice in sheet.choices]


def shortest(sheet: Sheet) -> Sequence[float]:
    """The fewest characters."""
    return [-len(choice.text) for choice in sheet.choices]


def stem_echo(sheet: Sheet) -> Sequence[float]:
    """The most words of the stem."""
    asked = set(sheet.stem.stems)
    return [len(asked & set(choice.stems)) for choice in sheet.choices]


def convergence(sheet: Sheet) -> Sequence[float]:
    """The most in common with the other choices: distractors are often made by varying the key."""
    sets = [set(choice.stems) for choice in sheet.choices]
    shared = [[len(own & other) / (len(own | other) or 1) for other in sets] for own in sets]
    return [round(sum(row) - row[at], 9) for at, row in enumerate(shared)]


def outlier(sheet: Sheet) -> Sequence[float]:
    """The fewest choices that begin or end with the same word: the one that stands apart."""
    ends = [(choice.stems[:1], choice.stems[-1:]) for choice in sheet.choices]
    return [-sum(first == own[0] or last == own[1] for first, last in ends) for own in ends]


def no_absolutes(sheet: Sheet) -> Sequence[float]:
    """The fewest words like always and never."""
    return [-sum(word in _ABSOLUTE for word in choice.words) for choice in sheet.choices]


def hedged(sheet: Sheet) -> Sequence[float]:
    """The most words like usually and may."""
    return [sum(word in _HEDGE for word in choice.words) for choice in sheet.choices]


def most_specific(sheet: Sheet) -> Sequence[float]:
    """The most numbers, brackets, clauses and reasons."""
    return [len(_SPECIFIC.findall(choice.text)) for choice in sheet.choices]


def first(sheet: Sheet) -> Sequence[float]:
    """The one on top."""
    return [-at for at, _ in enumerate(sheet.choices)]


def last(sheet: Sheet) -> Sequence[float]:
    """The one at the bottom."""
    return [at for at, _ in enumerate(sheet.choices)]


GUESSERS: dict[str, Guesser] = {
    "longest": longest,
    "shortest": shortest,
    "stem echo": stem_echo,
    "convergence": convergence,
    "outlier": outlier,
    "no absolutes": no_absolutes,
    "hedged": hedged,
    "most specific": most_specific,
    "first": first,
    "last": last,
}
