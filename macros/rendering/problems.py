"""A page never breaks over content: what is wrong is shown where it would have stood."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from macros.problems import Problem


def problem_box_html(problems: Iterable[Problem | str], heading: str = "Left out, because it cannot be read:") -> str:
    """A box that lists problems as the check prints them; empty text if there are none."""
    lines = [Markup("<li><code>{}</code></li>").format(str(found)) for found in problems]
    if not lines:
        return ""
    box = Markup('<div class="problem-box" role="note"><p>{}</p><ul>{}</ul></div>')
    return str(box.format(heading, Markup("").join(lines)))  # plain text: Markup would escape the HTML it is joined to


def inline_problem_box_html(problem_text: str) -> str:
    """One content problem, for use inside a sentence; its text is escaped."""
    return str(Markup('<strong class="problem-box">{}</strong>').format(problem_text))
