"""What a problem is: a place, a code, and words that say what to do.

Every other module may report problems, so this one imports nothing of ours.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

NO_BREAK_SPACE = "\u00a0"  # unprintable for Python
MOST = 100  # problems of one file that are worth printing


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
        return escape_unprintable(f"{self.path}:{self.line}:{self.column}: {self.code} {mark}{self.text}")

    @property
    def github_annotation(self) -> str:
        """The problem as a line that GitHub shows beside the code; `:` and `,` part the fields of its head."""
        text = _escape_for_github(self.text)
        place = _escape_for_github(self.path).replace(":", "%3A").replace(",", "%2C")
        kind = "warning" if self.warning else "error"
        return f"::{kind} file={place},line={self.line},col={self.column},title={self.code}::{text}"


class Fault(NamedTuple):
    """The page of a code that is no rule: why it matters, an example that has it and one that has not."""

    why: str
    bad: str
    good: str


class CodeUsedTwice(Exception):
    """Two of our files use the same code."""


def problem(code: str, place: Place, text: str, *, warning: bool = False) -> Problem:
    """A problem at a place."""
    return Problem(place.path, place.line, place.column, code, text, warning, place.item)


def escape_unprintable(text: str) -> str:
    """A text whose unprintable characters, line ends too, are written out: nothing in a file can forge a line."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == NO_BREAK_SPACE else repr(sign)[1:-1] for sign in text)


def _escape_for_github(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, or nothing."""
    near = nearest_word(word, known)
    return f" Did you mean {near}?" if near else ""


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or None if none is close."""
    return next(iter(difflib.get_close_matches(str(word)[:80], list(known), n=1, cutoff=0.6)), None)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build: all but warnings."""
    return [found for found in problems if not found.warning]


def limit_problems_per_file(problems: Iterable[Problem], limit: int = MOST) -> Iterator[Problem]:
    """The first `limit` problems of each file, and after them one that says how many more there are."""
    files: dict[str, list[Problem]] = {}
    for found in problems:
        files.setdefault(found.path, []).append(found)
    for listed in files.values():
        yield from listed[:limit]
        if rest := listed[limit:]:
            message = f"and {len(rest):,} more problems in this file. Fix those above first."
            yield rest[0]._replace(text=message, warning=not errors(rest))


def count_with_noun(count: int, noun: str) -> str:
    """A number of things in words: `1 item`, `2 items`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
