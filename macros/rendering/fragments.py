"""Each item that readers may be asked as an HTML fragment, so that a page can show an item of another page.

A fragment is what <quiz-set> contains on a page with this item alone: the item, under its case if it has one, and a
<script> with its declaration. It has no number, since that depends on the page. Its links are relative to the address
of the fragment itself, so a script that shows it must resolve them against that address (decision 21).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.course import Course
from macros.rendering.items import declarations_script, item_context, items_html
from macros.rendering.pages import relative_link_maker

FOLDER = "assets/generated/items"  # below the docs root


def active_item_ids_and_html(course: Course) -> Iterator[tuple[str, str]]:
    """(id, HTML) of each item, pool items and flashcards included, but neither samples nor retired items."""
    resolve_link = relative_link_maker(f"{FOLDER}/index.md")  # an index.md has the address of its folder
    for file, item in course.bank.active_items_with_files:
        context = item_context(course, file, item, resolve_link)
        yield item.id, f"{items_html([context], resolve_link)}{declarations_script([item])}\n"
