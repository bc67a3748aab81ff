"""A Markdown extension: what our macros wrote passes through Markdown whole, unread.

It is finished HTML. Without this, Python-Markdown and MkDocs would each parse it once more in Python, tag by tag, which
for a page of ten questions costs more than all the rest.
"""

from __future__ import annotations

import re
import secrets
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

# new in each process, so that no page can write the marks itself
BEGIN, END = f"<!--whole {secrets.token_hex(16)}-->", "<!--/whole-->"
_BLOCK = re.compile(f"(?:^([ \\t]+))?{BEGIN}(.*?){END}", re.DOTALL | re.MULTILINE)
_AFTER_WHITESPACE = 29  # priority: line ends are normalised at 30, code fences and HTML are looked for from 25 on


def mark_protected_html(html: str) -> str:
    """Puts marks around finished HTML, a block element of its own, by which the extension finds it."""
    return f"{BEGIN}{html}{END}" if html else ""


def is_marked_protected_html(text: str) -> bool:
    """Whether the text begins with such a mark."""
    return text.startswith(BEGIN)


class _ProtectedBlockStash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return _BLOCK.sub(self._placeholder_paragraph, text).split("\n")

    def _placeholder_paragraph(self, block: re.Match[str]) -> str:
        """A paragraph, indented as the call was, so that it stays inside a tab or an admonition."""
        return f"\n\n{block[1] or ''}{self.md.htmlStash.store(block[2])}\n\n"


class ProtectedBlocks(Extension):
    """Stashes marked blocks before anything else looks at the page."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_ProtectedBlockStash(md), "model-answers-whole", _AFTER_WHITESPACE)


def makeExtension(**options: Any) -> ProtectedBlocks:
    """Called by Python-Markdown."""
    return ProtectedBlocks(**options)
