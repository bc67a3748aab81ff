"""A page never breaks over content: what is wrong is shown where it would have stood."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from macros.problems import Problem


def problem_box(problems: Iterable[Problem | str]) -> str:
    """A box that lists problems as the check prints them; empty text if there are none."""
    lines = [Markup("<li><code>{}</code></li>").format(str(found)) for found in problems]
    if not lines:
        return ""
    head = escape("Left out, because it can't be read:")
    return Markup('<div class="problem-box" role="note"><p>{}</p><ul>{}</ul></div>').format(
        head, Markup("").join(lines)
    )


def problem_mark(text: str) -> str:
    """The same inside a sentence."""
    return Markup('<strong class="problem-box">{}</strong>').format(text)
