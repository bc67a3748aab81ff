"""What the gate sees of an item: its words and where its key stands, nothing of what they mean."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from macros.course import Course
from macros.prose import plain

_WORD = re.compile(r"[a-z0-9]+(?:[.'-][a-z0-9]+)*")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ations?|ing|edly|ed|ly|ies|es|s|e|y)$")
_STOP = frozenset(
    "a an the of in on at to for from by with and or nor but as is are was were be been being it its this that these "
    "those which what who whom whose how why when where there here do does did has have had can could will would shall "
    "should than then so such into over under between about one you your they their them he she his her we our".split()
)


class Judged(NamedTuple):
    """One item with choices: raw texts, and the positions of its keys."""

    id: str
    page: str
    objective: str
    stem: str
    choices: tuple[str, ...]
    keys: frozenset[int]


class Words:
    """One text as a guesser reads it: markup gone, words in lower case, stems without endings and small words."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(plain(text).split())

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.text.lower())

    @cached_property
    def stems(self) -> list[str]:
        kept = [word for word in self.words if word not in _STOP] or self.words
        return [_ENDING.sub("", word) for word in kept]


class Sheet:
    """An item as a guesser reads it."""

    def __init__(self, item: Judged) -> None:
        self.item = item
        self.stem = Words(item.stem)
        self.choices = [Words(text) for text in item.choices]


def judged(course: Course) -> tuple[Judged, ...]:
    """Every active item with choices, pool items too; samples and retired items are not asked, so they are left out."""
    return tuple(
        Judged(
            item.id,
            file.page,
            item.objective,
            item.stem,
            tuple(option.text for option in item.presentation.options),
            frozenset(option.index for option in item.presentation.keys),
        )
        for file, item in course.bank.asked
        if item.presentation.is_selection
    )
