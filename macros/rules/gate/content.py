"""A guesser who has learned which words and names tend to be right, and knows nothing of the question.

Naive Bayes over the words of the choices and the names of services in them: from other objectives with their keys it
knows how often each word stood in a key and how often in a distractor, and takes the choices that sound most like keys.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from macros.ledger.names import named_in
from macros.rules.gate.judged import Judged, Sheet
from macros.rules.gate.odds import hit

REPEATS, FOLDS, SMOOTH = 10, 4, 0.5


def hits(items: Sequence[Judged], sheets: Sequence[Sheet]) -> list[float]:
    """For each item how often, over the repeats, words learned from other objectives take its keys."""
    kinds = _kinds(items)
    words, owner, of_item, keyed = _words(items, sheets)
    choices = sum(len(item.choices) for item in items)
    objective = kinds[of_item]
    counts = np.zeros((2, kinds.max() + 1, words.max(initial=0) + 1))  # distractor and key, objective, word
    np.add.at(counts, (keyed.astype(int), objective, words), 1)
    right = [0.0] * len(items)
    for repeat in range(REPEATS):
        fold = _folds(kinds.max() + 1, repeat)
        for held in range(FOLDS):
            worth = _worth(counts[:, fold != held].sum(axis=1))
            said = np.bincount(owner, worth[words], minlength=choices).astype(float)
            _sit(items, said, fold[kinds] == held, right)
    return right


def _words(
    items: Sequence[Judged], sheets: Sequence[Sheet]
) -> tuple[NDArray[np.int_], NDArray[np.int_], NDArray[np.int_], NDArray[np.bool_]]:
    """For each word of each choice: its number, the choice, the item, and whether the choice is a key."""
    known: dict[str, int] = {}
    found: list[tuple[int, int, int, bool]] = []
    choice = 0
    for at, (item, sheet) in enumerate(zip(items, sheets, strict=True)):
        for place, text in enumerate(sheet.choices):
            for word in {*text.stems, *(f"name: {name}" for name in named_in(text.text))}:
                found.append((known.setdefault(word, len(known)), choice, at, place in item.keys))
            choice += 1
    table = np.array(found, dtype=int).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3].astype(bool)


def _worth(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much a word speaks for a key: logarithm of its share among keys over that among distractors; unseen, 0."""
    wrong, keyed = counts
    return np.where(
        wrong + keyed > 0,
        np.log((keyed + SMOOTH) / (keyed.sum() + 1)) - np.log((wrong + SMOOTH) / (wrong.sum() + 1)),
        0.0,
    )


def _sit(items: Sequence[Judged], said: NDArray[np.float64], asked: NDArray[np.bool_], right: list[float]) -> None:
    start = 0
    for at, item in enumerate(items):
        size = len(item.choices)
        if asked[at]:
            worth = np.round(said[start : start + size], 9).tolist()
            right[at] += hit(worth, item.keys) / REPEATS
        start += size


def _kinds(items: Sequence[Judged]) -> NDArray[np.int_]:
    """A number for each item's objective; for each item, if all test the same one."""
    names = [item.objective for item in items]
    if len(set(names)) == 1:
        names = [item.id for item in items]
    known = {name: at for at, name in enumerate(sorted(set(names)))}
    return np.array([known[name] for name in names])


def _folds(count: int, repeat: int) -> NDArray[np.int_]:
    """A fold for each objective, by a seeded shuffle."""
    order = list(range(count))
    random.Random(repeat).shuffle(order)
    folds = np.zeros(count, dtype=int)
    folds[order] = np.arange(count) % FOLDS
    return folds
