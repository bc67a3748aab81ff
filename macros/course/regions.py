"""Where in a page's Markdown a character stands: in a code block, a code span, a comment, or in plain text.

One pass, with no more than a look ahead for each kind of mark: a page of nothing but backticks takes no longer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_FENCE = re.compile(r"[ \t>]{0,40}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,40}(`{3,}|~{3,})([^\n]*)")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"\\[\s\S]|(`+)|(<!--)")
_END = "-->"


class Region(NamedTuple):
    """A stretch from `start` up to `end`; kind is `fence`, `span` or `comment`."""

    start: int
    end: int
    kind: str


class Regions:
    """Stretches that do not overlap, in order."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self.all = sorted(regions)
        self._starts = [region.start for region in self.all]

    def region_at(self, position: int) -> Region | None:
        """The region that holds a character."""
        region = self.all[at] if (at := bisect_right(self._starts, position) - 1) >= 0 else None
        return region if region and position < region.end else None


def code_and_comment_regions(markdown: str) -> Regions:
    """Code blocks, code spans and comments of a page."""
    fences = Regions(_fenced_code_regions(markdown))
    return Regions([*fences.all, *_span_and_comment_regions(markdown, fences)])


def _fenced_code_regions(markdown: str) -> Iterator[Region]:
    opened, begin, at = "", 0, 0
    for line in markdown.split("\n"):
        found = _FENCE.match(line)
        if found and not opened and not (found[1][0] == "`" and "`" in found[2]):
            opened, begin = found[1], at
        elif found and opened and found[1].startswith(opened) and not found[2].strip():
            yield Region(begin, at + len(line), "fence")
            opened = ""
        at += len(line) + 1


def _span_and_comment_regions(markdown: str, fences: Regions) -> Iterator[Region]:
    """Code spans, which end with their paragraph, and comments."""
    ends = sorted([*(gap.start() for gap in _PARAGRAPH_END.finditer(markdown)), *(one.start for one in fences.all)])
    runs: dict[int, list[int]] = {}
    for run in re.finditer(r"`+", markdown):
        runs.setdefault(len(run[0]), []).append(run.start())
    at = 0
    while found := _MARK.search(markdown, at):
        at = found.end()
        if fence := fences.region_at(found.start()):
            at = fence.end
        elif found[1]:
            closing = _first_position_from(runs[len(found[1])], at, len(markdown))
            if closing < _first_position_from(ends, at, len(markdown)):
                at = closing + len(found[1])
                yield Region(found.start(), at, "span")
        elif found[2]:
            end = markdown.find(_END, at)
            at = len(markdown) if end < 0 else end + len(_END)
            yield Region(found.start(), at, "comment")


def _first_position_from(positions: list[int], start: int, default: int) -> int:
    at = bisect_left(positions, start)
    return positions[at] if at < len(positions) else default
