"""A quiz: the items of one call on a page, inside the element that gives them life (docs/assets/quiz)."""

from __future__ import annotations

from macros.prose import Link
from macros.rendering.items import Placement, declarations_html, items_html, without_space_between_tags
from macros.rendering.templates import template


def quiz_html(
    placements: list[Placement],
    *,
    root: str,
    first: bool,
    link: Link,
    sample: bool = False,
    report: str = "",
    last: bool = False,
) -> str:
    """One <div> without blank lines.

    root: relative address of the docs root. first: nothing on this page has loaded the style and the script yet.
    sample: answers are not stored. report: address of the repository that takes reports, or "".
    last: the last question of the page is here, so what concerns all of them follows.
    """
    html = template("quiz.html").render(
        items=items_html(placements, link),
        declarations=declarations_html(placement.item for placement in placements),
        root=root,
        first=first,
        sample=sample,
        report=report,
        last=last,
    )
    return without_space_between_tags(html)
