"""Review, progress, and today's panel, as blocks for the browser to fill; without scripts, one sentence each."""

from __future__ import annotations

from macros.course import Course
from macros.course.navigation import pages_in_navigation_order
from macros.rendering.templates import template


def study_block_html(template_name: str, course: Course, *, site_root: str) -> str:
    """The block of a template: review, progress, or today. site_root: relative address of the docs root."""
    topics = list(
        dict.fromkeys(page.split("/")[0] for page in pages_in_navigation_order(course.root, course.sorted_lesson_names))
    )
    html = template(f"{template_name}.html").render(root=site_root, topics=topics)
    return "".join(line.strip() for line in html.split("\n"))
