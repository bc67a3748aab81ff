"""A quiz: the items of one call on a page, inside the element that gives them life (docs/assets/quiz)."""

from __future__ import annotations

from typing import NamedTuple

from macros.prose import ResolveLink
from macros.rendering.items import ItemContext, declarations_script, items_html, join_html_lines_except_options
from macros.rendering.templates import template


class LessonTotals(NamedTuple):
    """Minutes that all items of a lesson take, and how many questions it counts; the top of the page shows them."""

    minutes: int
    questions: int


class QuizPlace(NamedTuple):
    """Where a quiz stands, and what follows from it.

    site_root: relative address of the docs root.
    loads_script: nothing on this page has loaded the style and the script yet.
    is_sample: answers are not stored.
    report_url: address of the repository that takes reports, or "".
    ends_page: the last question of the page is here, so what concerns all of them follows.
    lesson_totals: at the first quiz of a lesson, where overrides/partials/content.html reads them.
    """

    site_root: str
    loads_script: bool
    is_sample: bool = False
    report_url: str = ""
    ends_page: bool = False
    lesson_totals: LessonTotals | None = None


def quiz_html(contexts: list[ItemContext], resolve_link: ResolveLink, place: QuizPlace) -> str:
    """One <div> without blank lines."""
    html = template("quiz.html").render(
        items=items_html(contexts, resolve_link),
        declarations=declarations_script(context.item for context in contexts),
        place=place,
    )
    return join_html_lines_except_options(html)
