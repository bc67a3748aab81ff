"""A guesser who has learned which words and names tend to be in keys, and knows nothing of the question.

Naive Bayes over the words of the choices and the names of services in them. From the keys of other objectives, it knows
how often each word was in a key and how often in a distractor, and it takes the choices that sound most like keys.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from macros.ledger.names import ServiceNames
from macros.rules.gate.items import GateItem, TokenizedItem
from macros.rules.gate.odds import chance_to_pick_keys

REPEATS, FOLDS, SMOOTHING = 10, 4, 0.5


class WordTable(NamedTuple):
    """A row for each word of each choice: numbers of the word, the choice and the item; whether the choice is a key."""

    word: NDArray[np.int_]
    choice: NDArray[np.int_]
    item: NDArray[np.int_]
    is_key: NDArray[np.bool_]


def word_guesser_hit_rates(
    items: Sequence[GateItem], tokenized: Sequence[TokenizedItem], service_names: ServiceNames
) -> list[float]:
    """For each item, how often words learned from other objectives pick its keys, over all repeats."""
    groups = _group_of_each_item(items)
    table = _word_and_service_name_table(items, tokenized, service_names)
    choice_count, group_count = sum(len(item.choices) for item in items), groups.max() + 1
    counts = np.zeros((2, group_count, table.word.max(initial=0) + 1))  # distractor and key, group, word
    np.add.at(counts, (table.is_key.astype(int), groups[table.item], table.word), 1)
    rates = [0.0] * len(items)
    for repeat in range(REPEATS):
        folds = _random_fold_of_each_group(group_count, repeat)
        for fold in range(FOLDS):
            log_odds = _key_log_odds_of_words(counts[:, folds != fold].sum(axis=1))
            scores = np.bincount(table.choice, log_odds[table.word], minlength=choice_count).astype(float)
            for at, chance in _item_numbers_and_hit_chances(items, scores, folds[groups] == fold):
                rates[at] += chance / REPEATS
    return rates


def _word_and_service_name_table(
    items: Sequence[GateItem], tokenized: Sequence[TokenizedItem], service_names: ServiceNames
) -> WordTable:
    """A row for each different word and service name of each choice."""
    numbers: dict[str, int] = {}
    rows: list[tuple[int, int, int, bool]] = []
    choice = 0
    for at, (item, texts) in enumerate(zip(items, tokenized, strict=True)):
        for position, text in enumerate(texts.choices):
            for word in {
                *text.content_stems_or_all_words,
                *(f"name: {name}" for name in service_names.names_in(text.text)),
            }:
                rows.append((numbers.setdefault(word, len(numbers)), choice, at, position in item.keys))
            choice += 1
    columns = np.array(rows, dtype=int).reshape(-1, 4).T
    return WordTable(columns[0], columns[1], columns[2], columns[3].astype(bool))


def _key_log_odds_of_words(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each word, the logarithm of its share among keys over that among distractors; 0 for a word never seen."""
    wrong, keyed = counts
    return np.where(
        wrong + keyed > 0,
        np.log((keyed + SMOOTHING) / (keyed.sum() + 1)) - np.log((wrong + SMOOTHING) / (wrong.sum() + 1)),
        0.0,
    )


def _item_numbers_and_hit_chances(
    items: Sequence[GateItem], choice_scores: NDArray[np.float64], is_item_tested: NDArray[np.bool_]
) -> list[tuple[int, float]]:
    """(number of an item, chance to pick exactly its keys) of each tested item. choice_scores: of all choices."""
    found, start = [], 0
    for at, item in enumerate(items):
        end = start + len(item.choices)
        if is_item_tested[at]:
            found.append((at, chance_to_pick_keys(np.round(choice_scores[start:end], 9).tolist(), item.keys)))
        start = end
    return found


def _group_of_each_item(items: Sequence[GateItem]) -> NDArray[np.int_]:
    """The number of each item's group, which is its objective. If all have the same one, each item is a group."""
    names = [item.objective for item in items]
    if len(set(names)) == 1:
        names = [item.id for item in items]
    numbers = {name: at for at, name in enumerate(sorted(set(names)))}
    return np.array([numbers[name] for name in names])


def _random_fold_of_each_group(group_count: int, seed: int) -> NDArray[np.int_]:
    """The number of a fold for each group, by a seeded shuffle."""
    order = list(range(group_count))
    random.Random(seed).shuffle(order)
    folds = np.zeros(group_count, dtype=int)
    folds[order] = np.arange(group_count) % FOLDS
    return folds
