"""Messages of B501 to B503: who beats chance, by how much, and what to change."""

from __future__ import annotations

import math

from macros.bank import Item
from macros.problems import Place
from macros.prose import plain_text
from macros.rules.gate.odds import ERROR_Z, WARNING_Z
from macros.rules.gate.reporting import GuesserResult


def place_in_first_item_or_quizzes(items: list[Item]) -> Place:
    """The place of the choices of the first item, or the folder of all quizzes if there are no items."""
    return items[0].at("choices") if items else Place("quizzes")


def score_against_chance_text(result: GuesserResult) -> str:
    """How far a result is above chance, and from where on that is an error."""
    luck = result.chance * result.n
    score = f"{result.right:.0f} of {result.n} items right, where chance would give {luck:.0f}"
    return f"{score} (z {result.z:.1f}; error from {ERROR_Z})"


def number_of_items_to_change_text(result: GuesserResult) -> str:
    """How many items must change, in words, so that the guesser falls below the warning."""
    spread = (result.right - result.chance * result.n) / result.z
    count = math.ceil((result.z - WARNING_Z) * spread)
    return "at least one item" if count == 1 else f"at least {count} items"


def first_item_length_lead_text_or_empty(guesser_name: str, items: list[Item]) -> str:
    """By how many characters the key of the first item is longest or shortest, in parentheses; "" for other cues."""
    first = items[0] if items else None
    if guesser_name not in ("longest", "shortest") or not (first and first.presentation.is_selection):
        return ""
    keys, others = (
        [len(plain_text(option.text)) for option in options]
        for options in (first.presentation.key_options, first.presentation.distractors)
    )
    by = min(keys) - max(others) if guesser_name == "longest" else min(others) - max(keys)
    return f" ({first.id} by {by} characters)"
