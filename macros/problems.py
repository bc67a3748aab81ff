"""What a problem is: a place, a code, and words that say what to do.

The lowest room: every other one may report problems, so this one imports nothing of ours.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import NamedTuple

# control characters, line marks, and marks that turn the direction of what follows
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


class Place(NamedTuple):
    """Where something stands in a source file; line and column count from 1. Inside an item, also the item's id."""

    path: str
    line: int = 1
    column: int = 1
    item: str = ""


class Problem(NamedTuple):
    """One fault of the content. Sorts by place, prints as `path:line:col: CODE text`."""

    path: str
    line: int
    column: int
    code: str
    text: str
    warning: bool = False
    item: str = ""

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {mark}{self.text}"


class Fault(NamedTuple):
    """The page of a code that is no rule: why it matters, an example that has it and one that has not."""

    why: str
    bad: str
    good: str


def problem(code: str, place: Place, text: str, *, warning: bool = False) -> Problem:
    """A problem at a place; what it quotes stands in one line, and nothing in it is invisible."""
    shown = _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", " ".join(text.split("\n")))
    return Problem(place.path, place.line, place.column, code, shown, warning, place.item)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, or nothing."""
    near = difflib.get_close_matches(str(word)[:80], list(known), n=1, cutoff=0.6)
    return f" Did you mean {near[0]}?" if near else ""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [found for found in problems if not found.warning]
