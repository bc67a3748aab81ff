"""A page as Markdown gets it: macros have run, so calls, `raw` marks and comments of the macros are gone.

Rules on raw HTML and links must read this text, not the file: `<scr{## ##}ipt>` is a script once the comment is gone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from macros.course.calls import JINJA

CALL = "\ufffc"  # stands for what a call writes; one character, so that a tag cannot be put together around it
CODE_MASK = "x"  # stands for a character of code; a letter, which no rule looks for
_DROPPED = ("comment_begin", "comment", "comment_end", "raw_begin", "raw_end")
_FENCE = re.compile(r"`{3}|~{3}")
SPAN = re.compile(r"`[^`\n]*`")  # the only form that P123 accepts; P120 keeps tags and spans apart
_OPENING = re.compile(r"(`{3,5})(?:[a-z]+(?: title=\"[\w./-]+\")?)?")


class TextWithoutMacros(NamedTuple):
    """The text, and where its pieces are in the page: starts in the text, and starts in the page."""

    text: str
    starts: list[int]
    origins: list[int]

    def position_in_page(self, position: int) -> int:
        """The position in the page's text of a character of this one."""
        at = bisect_right(self.starts, position) - 1
        return self.origins[at] + position - self.starts[at]

    @property
    def with_masked_fenced_code(self) -> str:
        """The text, as long as before, with CODE_MASK for each character of its fenced code blocks."""
        return mask_fenced_code_with_x(self.text)


@cache
def strip_macros_and_map_positions(page_text: str) -> TextWithoutMacros:
    """What Markdown gets for a page's text, and where in the page it stands.

    From a fault on, which P102 reports, the rest is left unchanged.
    """
    pieces, starts, origins, length = [], [], [], 0
    for piece, origin in _pieces_with_calls_replaced(page_text):
        pieces.append(piece)
        starts.append(length)
        origins.append(origin)
        length += len(piece)
    return TextWithoutMacros("".join(pieces), starts or [0], origins or [0])


def _pieces_with_calls_replaced(page_text: str) -> Iterator[tuple[str, int]]:
    """The pieces of the text that are left, with CALL for each call, and their positions in the page."""
    at, in_call = 0, False
    try:
        for _, kind, value in JINJA.lex(page_text):
            at = page_text.index(value, at)
            if kind == "variable_begin":
                in_call = True
                yield CALL, at
            elif kind == "variable_end":
                in_call = False
            elif not in_call and kind not in _DROPPED:
                yield value, at
            at += len(value)
    except TemplateSyntaxError:
        yield page_text[at:], at


@cache
def mask_fenced_code_with_x(markdown: str) -> str:
    """The text, as long as before, with CODE_MASK for each character of its fenced code blocks."""
    lines = markdown.split("\n")
    for block in _code_block_lines_and_unusual_fence_positions(markdown)[0]:
        for at in block:
            lines[at] = CODE_MASK * len(lines[at])
    return "\n".join(lines)


def mask_code_with_x(markdown: str) -> str:
    """The text, as long as before, with CODE_MASK for each character of its code blocks and code spans."""
    return SPAN.sub(lambda span: CODE_MASK * len(span[0]), mask_fenced_code_with_x(markdown))


def unusual_fence_positions(markdown: str) -> list[int]:
    """The positions of fences of another form than `mask_fenced_code_with_x` understands."""
    return _code_block_lines_and_unusual_fence_positions(markdown)[1]


@cache
def _code_block_lines_and_unusual_fence_positions(markdown: str) -> tuple[list[range], list[int]]:
    """The lines of each plain fenced block, and the positions of fences of any other form.

    Only plain fences count: at the start of a line, with a language and a title at most, closed by the same mark. About
    any other form this function and Markdown could disagree, and what one takes for code the other would run.
    """
    blocks: list[range] = []
    opened, begin, unusual, position = "", 0, [], 0
    for at, line in enumerate(markdown.split("\n")):
        if opened and line == opened:
            blocks.append(range(begin, at + 1))
            opened = ""
        elif not opened and (found := _OPENING.fullmatch(line)):
            opened, begin, opening = found[1], at, position
        elif opened in line if opened else _FENCE.search(line):
            unusual.append(position)
        position += len(line) + 1
    return blocks, [*unusual, opening] if opened else unusual
