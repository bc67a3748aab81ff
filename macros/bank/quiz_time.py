"""How long a quiz takes: one rule for the lessons and for the overview of a topic.

A question takes longer the more it asks for: to recall a term, to understand it, to apply it to a case, to analyze a
case. An interaction with several parts, or with a calculation, takes half a minute more (`extra_seconds` of its class).
Both include reading the feedback. The AIF-C01 exam, which gives no feedback, allows 83 seconds for a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from macros.bank.items import Item

LEVEL_SECONDS = {"recall": 30, "understand": 45, "apply": 60, "analyze": 75}


def item_seconds(item: Item) -> int:
    """Seconds that one item takes, by its level and interaction."""
    return LEVEL_SECONDS[item.level] + item.extra_seconds


def quiz_minutes(items: Iterable[Item]) -> int:
    """Time for the items in minutes, rounded up; 0 without items."""
    return ceil(sum(map(item_seconds, items)) / 60)
