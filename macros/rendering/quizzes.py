"""A quiz: the items of one call on a page, inside the element that gives them life (docs/assets/quiz)."""

from __future__ import annotations

from macros.prose import ResolveLink
from macros.rendering.items import ItemContext, declarations_script, items_html, join_html_lines_for_search
from macros.rendering.templates import template


def quiz_html(
    contexts: list[ItemContext],
    *,
    site_root: str,
    loads_script: bool,
    link: ResolveLink,
    is_sample: bool = False,
    report_url: str = "",
    ends_page: bool = False,
) -> str:
    """One <div> without blank lines.

    site_root: relative address of the docs root.
    loads_script: nothing on this page has loaded the style and the script yet.
    is_sample: answers are not stored. report_url: address of the repository that takes reports, or "".
    ends_page: the last question of the page is here, so what concerns all of them follows.
    """
    html = template("quiz.html").render(
        items=items_html(contexts, link),
        declarations=declarations_script(context.item for context in contexts),
        root=site_root,
        first=loads_script,
        sample=is_sample,
        report=report_url,
        last=ends_page,
    )
    return join_html_lines_for_search(html)
