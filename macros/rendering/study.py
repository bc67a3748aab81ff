"""Review, progress, today's panel, and stored answers, as blocks for the browser to fill."""

from __future__ import annotations

import json
from collections import defaultdict

from macros.course import Course
from macros.course.navigation import pages_in_navigation_order
from macros.prose import ResolveLink
from macros.rendering.templates import json_for_script_element, template


def study_block_html(template_name: str, course: Course, *, site_root: str) -> str:
    """The block of a template: review, progress, or today. site_root: relative address of the docs root."""
    topics = list(
        dict.fromkeys(page.split("/")[0] for page in pages_in_navigation_order(course.root, course.sorted_lesson_names))
    )
    html = template(f"{template_name}.html").render(root=site_root, topics=topics)
    return "".join(line.strip() for line in html.split("\n"))


def stored_answers_placeholder_html(course: Course, *, site_root: str, resolve_link: ResolveLink) -> str:
    """One <div> with the pages that teach objectives, as JSON.

    Rows of the log name an objective, never a page, so that pages can move.
    """
    taught: dict[str, list[str]] = defaultdict(list)
    for name, objective in course.ledger.objectives.items():
        taught[objective.page].append(name)
    pages = [
        {
            "title": course.pages[page].title,
            "url": resolve_link(f"{page}.md"),
            "objectives": sorted(objectives),
        }
        for page, objectives in sorted(taught.items())
        if page in course.pages
    ]
    text = json.dumps(pages, separators=(",", ":"))
    return template("stored-answers.html").render(root=site_root, pages=json_for_script_element(text))
