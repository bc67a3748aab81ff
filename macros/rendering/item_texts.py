"""Texts of items as HTML on one line, because the page's Markdown must not meet a blank line inside an item."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros import prose
from macros.prose import ResolveLink
from macros.wording import sentences

_UNIT = re.compile(r"(?<=\d) (?=(?:%|[kMGT]B|k?[mg]|ms)(?!\w))")
_CODE = re.compile(r"`[^`]*`")
_PAIRED_MARKS = "`*_"


def inline_field_html(markdown: str, resolve_link: ResolveLink) -> Markup:
    """A text without blocks: a stem, a choice, a label."""
    return _escape_line_breaks(_keep_units_with_numbers(prose.render_inline(markdown, resolve_link)))


def field_blocks_or_bare_paragraph_html(markdown: str, resolve_link: ResolveLink) -> Markup:
    """A text that may have lists and paragraphs: feedback, a hint, a rationale."""
    return _escape_line_breaks(_keep_units_with_numbers(prose.render_blocks_or_bare_paragraph(markdown, resolve_link)))


def field_blocks_html(markdown: str, resolve_link: ResolveLink) -> Markup:
    """A text whose paragraphs are elements: a case."""
    return _escape_line_breaks(_keep_units_with_numbers(prose.render_blocks(markdown, resolve_link)))


def stem_html(stem: str, resolve_link: ResolveLink) -> Markup:
    """A stem, its scenario apart from its question, which is in bold. The span is there even if it is empty."""
    scenario, question = (inline_field_html(part, resolve_link) for part in scenario_and_question(stem))
    return Markup('<span class="stem-context">{}</span> {}').format(scenario, question)


def scenario_and_question(stem: str) -> tuple[str, str]:
    """Scenario and question of a stem, as Markdown.

    The question begins at the first sentence that ends in a question mark, or else at the last sentence. The scenario
    is "" if the stem only asks, or if markup would run from one part to the other.
    """
    parts = sentences(stem)
    first = next((at for at, sentence in enumerate(parts) if sentence.endswith("?")), len(parts) - 1)
    scenario = " ".join(parts[:first])
    return ("", stem) if _has_unclosed_markup(scenario) else (scenario, " ".join(parts[first:]))


def _has_unclosed_markup(markdown: str) -> bool:
    """Whether the text opens a mark or a bracket that it does not close."""
    markdown = _CODE.sub("", markdown)
    return any(markdown.count(mark) % 2 for mark in _PAIRED_MARKS) or markdown.count("[") != markdown.count("]")


def _keep_units_with_numbers(html: Markup) -> Markup:
    """The HTML with a nonbreaking space between a number and its percent sign or unit."""
    return Markup(_UNIT.sub("\u00a0", str(html)))


def _escape_line_breaks(html: Markup) -> Markup:
    """The HTML on one line: line breaks become character references, so that code keeps its lines."""
    return Markup(str(html).replace("\r", "").replace("\n", "&#10;"))
