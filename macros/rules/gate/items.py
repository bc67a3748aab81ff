"""What the gate sees of an item: its words and the positions of its keys, and nothing of what they mean."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from macros import wording
from macros.course import Course


class GateItem(NamedTuple):
    """One item with choices: raw texts, and the positions of its keys."""

    id: str
    page: str
    objective: str
    stem: str
    choices: tuple[str, ...]
    keys: frozenset[int]


class TokenizedText:
    """A text as a guesser reads it: without markup, its words in lowercase, and the stems of its content words."""

    def __init__(self, text: str) -> None:
        self.text = wording.plain_line(text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return wording.words(self.text)

    @cached_property
    def content_stems_or_all_words(self) -> list[str]:
        """Stems of the content words, in order. A text of function words alone has these instead."""
        return [wording.stem(word) for word in self.words if not wording.is_function_word(word)] or list(self.words)


class TokenizedItem:
    """An item as a guesser reads it."""

    def __init__(self, item: GateItem) -> None:
        self.stem = TokenizedText(item.stem)
        self.choices = [TokenizedText(text) for text in item.choices]


def active_choice_items(course: Course) -> tuple[GateItem, ...]:
    """Every active item in which readers select among choices, with what the gate sees of it."""
    return tuple(
        GateItem(
            item.id,
            file.page,
            item.objective,
            item.stem,
            tuple(option.text for option in item.presentation.options),
            frozenset(option.index for option in item.presentation.key_options),
        )
        for file, item in course.bank.active_items_with_files
        if item.presentation.is_selection
    )
