"""What the rules on shares and counts of the whole bank (B506 to B510) have in common."""

from __future__ import annotations

from macros.bank import BankFile
from macros.course import Course

FEWEST_ITEMS = 100  # in a smaller bank, shares mean little


def has_enough_items_to_judge_bank(course: Course) -> bool:
    """Whether the bank has so many active items that its shares and counts mean something."""
    return len(course.bank.active_items_with_files) >= FEWEST_ITEMS


def topic_folder_or_empty(bank_file: BankFile) -> str:
    """Name of the first folder in the path of the bank's page, `metrics` for metrics/regression; else ""."""
    return bank_file.page.partition("/")[0] if "/" in bank_file.page else ""
