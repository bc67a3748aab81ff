"""A guesser that matches rows with partners by the words that they share, and knows nothing else.

It takes the pair with most words in common, then the next pair of the rest. It breaks ties at random, and it pairs rows
that share no word with any free partner at random. By chance, each partner is equally likely for a row.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from macros.bank import Item
from macros.course import Course
from macros.rules.gate.items import TokenizedText

DRAWS = 32  # random orders of pairs that share equally many words; their mean is taken
ALLOWED_GAIN = 0.15  # share of rows above chance that shared words may give in one item
FEWEST_ITEMS = 3  # with fewer, z is too optimistic


class GateMatchItem(NamedTuple):
    """A match item: raw texts, and for each row the position of its partner in `right`."""

    id: str
    page: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    key: tuple[int, ...]

    @property
    def share_by_chance(self) -> float:
        """Share of the rows that a reader expects to match by chance."""
        return 1 / len(self.right)

    @property
    def variance_of_share_by_chance(self) -> float:
        """Variance of that share, if rows and partners are matched at random."""
        rows, partners = len(self.left), len(self.right)
        both = 1 / (partners * (partners - 1)) - 1 / partners**2
        return (rows / partners * (1 - 1 / partners) + rows * (rows - 1) * both) / rows**2


def active_match_items(course: Course) -> tuple[GateMatchItem, ...]:
    """Every active match item, with what the gate sees of it."""
    return tuple(
        to_gate_match_item(item, file.page)
        for file, item in course.bank.active_items_with_files
        if item.presentation.is_matching
    )


def to_gate_match_item(match_item: Item, page: str = "") -> GateMatchItem:
    """A match item as the guesser sees it: ids, raw texts, and the position of each row's partner."""
    options, pairs = match_item.presentation.options_by_group, match_item.presentation.rows_with_partners
    rows, partners = options["left"], options["right"]
    key = tuple(partner.index for _, partner in pairs)
    return GateMatchItem(match_item.id, page, tuple(row.text for row in rows), tuple(one.text for one in partners), key)


def share_of_rows_matched(item: GateMatchItem) -> float:
    """Share of the rows that the guesser gets right."""
    pairs = [(len(words), row, partner) for row, partner, words in row_partner_pairs_and_shared_words(item)]
    if not pairs:
        return item.share_by_chance
    if len({count for count, _, _ in pairs}) == len(pairs):
        return _share_of_rows_matched_greedily(item, pairs)
    generator = random.Random(item.id)
    return sum(_share_of_rows_matched_greedily(item, generator.sample(pairs, len(pairs))) for _ in range(DRAWS)) / DRAWS


def row_partner_pairs_and_shared_words(item: GateMatchItem) -> list[tuple[int, int, set[str]]]:
    """(row, partner, words in both) for each row and partner with a shared word, right or wrong."""
    left, right = (
        [set(TokenizedText(text).content_stems_or_all_words) for text in side] for side in (item.left, item.right)
    )
    all_combinations = product(range(len(left)), range(len(right)))
    return [
        (row, partner, left[row] & right[partner]) for row, partner in all_combinations if left[row] & right[partner]
    ]


def _share_of_rows_matched_greedily(item: GateMatchItem, scored_pairs: Sequence[tuple[int, int, int]]) -> float:
    """Share of rows right if pairs with the most shared words are matched first, and ties in the given order.

    scored_pairs: (number of shared words, row, partner). Rows that are left over count by chance.
    """
    free, right, unmatched = set(range(len(item.right))), 0.0, set(range(len(item.left)))
    for _, row, partner in sorted(scored_pairs, key=lambda triple: -triple[0]):
        if row in unmatched and partner in free:
            unmatched.discard(row)
            free.discard(partner)
            right += item.key[row] == partner
    right += sum(item.key[row] in free for row in unmatched) / (len(free) or 1)
    return right / len(item.left)
