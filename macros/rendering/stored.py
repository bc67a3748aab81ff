"""What a reader's browser keeps, as a block for the browser to fill: pages are counted by the objectives they teach."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable

from markupsafe import Markup

from macros.course import Course
from macros.rendering.templates import template


def stored_answers_placeholder_html(course: Course, *, site_root: str, link: Callable[[str], str]) -> str:
    """One <div>. Rows of the log name an objective, never a page, so that pages can move."""
    taught: dict[str, list[str]] = defaultdict(list)
    for name, objective in course.ledger.objectives.items():
        taught[objective.page].append(name)
    pages = [
        {
            "title": course.pages[page].title,
            "url": link(f"{page}.md"),
            "objectives": sorted(objectives),
        }
        for page, objectives in sorted(taught.items())
        if page in course.pages
    ]
    text = json.dumps(pages, separators=(",", ":")).replace("<", "\\u003c")
    return template("stored-answers.html").render(root=site_root, pages=Markup(text))
