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

LOTS = 32  # draws whose mean stands for ties between pairs; rows without a shared word are reckoned, not drawn
ALLOWED = 0.15  # what one item may give above luck: one sure pair of three to six already gives more
FEWEST_ITEMS = 3  # items; with fewer the tail of luck is thicker than z says


class GateMatchItem(NamedTuple):
    """One match item: raw texts, and for each row the position of its partner."""

    id: str
    page: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    key: tuple[int, ...]

    @property
    def chance(self) -> float:
        """Share of the rows that luck gets right."""
        return 1 / len(self.right)

    @property
    def variance(self) -> float:
        """Of that share, if rows and partners were paired at random."""
        rows, partners = len(self.left), len(self.right)
        both = 1 / (partners * (partners - 1)) - 1 / partners**2
        return (rows / partners * (1 - 1 / partners) + rows * (rows - 1) * both) / rows**2


def gate_match_items(course: Course) -> tuple[GateMatchItem, ...]:
    """Every active match item, pool items too; samples and retired items are not asked, so they are left out."""
    return tuple(
        to_gate_match_item(item, file.page) for file, item in course.bank.asked if item.presentation.is_matching
    )


def to_gate_match_item(item: Item, page: str = "") -> GateMatchItem:
    """A match item as the guesser sees it."""
    rows, partners = item.presentation.groups["left"], item.presentation.groups["right"]
    key = tuple(partner.index for _, partner in item.presentation.matches)
    return GateMatchItem(item.id, page, tuple(row.text for row in rows), tuple(one.text for one in partners), key)


def share_matched(item: GateMatchItem) -> float:
    """Share of the rows that the guesser gets right."""
    alike = [(len(words), row, partner) for row, partner, words in shared_words(item)]
    if not alike:
        return item.chance
    if len({count for count, _, _ in alike}) == len(alike):
        return _share_matched_greedily(item, alike)
    dice = random.Random(item.id)
    return sum(_share_matched_greedily(item, dice.sample(alike, len(alike))) for _ in range(LOTS)) / LOTS


def shared_words(item: GateMatchItem) -> list[tuple[int, int, set[str]]]:
    """Row, partner and the words that both hold, wherever there are any."""
    left, right = ([set(TokenizedText(text).stems) for text in side] for side in (item.left, item.right))
    pairs = product(range(len(left)), range(len(right)))
    return [(row, partner, left[row] & right[partner]) for row, partner in pairs if left[row] & right[partner]]


def _share_matched_greedily(item: GateMatchItem, alike: Sequence[tuple[int, int, int]]) -> float:
    """Pairs in order of words shared, equal ones in the given order; what is left over is reckoned by luck."""
    free, right, waiting = set(range(len(item.right))), 0.0, set(range(len(item.left)))
    for _, row, partner in sorted(alike, key=lambda pair: -pair[0]):
        if row in waiting and partner in free:
            waiting.discard(row)
            free.discard(partner)
            right += item.key[row] == partner
    right += sum(item.key[row] in free for row in waiting) / (len(free) or 1)
    return right / len(item.left)
