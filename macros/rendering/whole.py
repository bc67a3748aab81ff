"""A Markdown extension: what our macros wrote passes through Markdown whole, unread.

It is finished HTML. Without this, Python-Markdown and MkDocs would each parse it once more in Python, tag by tag, which
for a page of ten questions costs more than all the rest.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

BEGIN, END = "<!--whole-->", "<!--/whole-->"
_BLOCK = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)
_AFTER_WHITESPACE = 29  # priority: line ends are normalised at 30, code fences and HTML are looked for from 25 on


def whole(html: str) -> str:
    """Marks finished HTML, a block element of its own, for the extension."""
    return f"{BEGIN}{html}{END}" if html else ""


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return _BLOCK.sub(lambda found: f"\n\n{self.md.htmlStash.store(found[1])}\n\n", text).split("\n")


class WholeBlocks(Extension):
    """Stashes marked blocks before anything else looks at the page."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Stash(md), "model-answers-whole", _AFTER_WHITESPACE)


def makeExtension(**options: Any) -> WholeBlocks:
    """Called by Python-Markdown."""
    return WholeBlocks(**options)
