"""What the finished bank must contain. Its rules are warnings, so that items can be written one by one."""

from __future__ import annotations

from collections.abc import Iterator

from macros.bank import BankFile, ChoiceItem, Item, NumericItem
from macros.course import Course

ITEMS, SINGLE_KEY, NUMERIC_KEYS = 350, 230, 40
JUDGED_FROM = 100  # items; in a smaller bank, shares say little


def asked(course: Course) -> Iterator[tuple[BankFile, Item]]:
    """Every item that readers may be asked, pool items too, with its file; samples and retired items are not."""
    for file in course.bank.files.values():
        if not file.sample:
            yield from ((file, item) for item in file.items if item.status is None)


def is_judged(course: Course) -> bool:
    """Whether the bank is large enough to judge its shares."""
    return sum(1 for _ in asked(course)) >= JUDGED_FROM


def topic(file: BankFile) -> str:
    """The folder of the bank's page: `metrics` for metrics/regression."""
    return file.page.partition("/")[0] if "/" in file.page else ""


def has_one_key(item: Item) -> bool:
    """Whether the item is a choice with a single key."""
    return isinstance(item, ChoiceItem) and isinstance(item.key, str)


def key_is_computed(item: Item) -> bool:
    """Whether the key is a number that `equals` computes."""
    if isinstance(item, ChoiceItem):
        return any(choice.equals for choice in item.right)
    return isinstance(item, NumericItem) and item.equals is not None
