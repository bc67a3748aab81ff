"""The list of the calculators on lessons, for the home page."""

from __future__ import annotations

from markupsafe import Markup

from macros.course.calculators import calculators_by_name
from macros.course.navigation import pages_in_navigation_order
from macros.reference.links import PageLinks
from macros.rendering.protected_html import mark_protected_html


def calculators_in_lesson_order_html(links: PageLinks) -> str:
    """A list with a line for each calculator of a lesson, in the order of the lessons. A link opens the calculator."""
    modules = calculators_by_name()
    items = [
        Markup('<li><a href="{}">{}</a>: {}</li>').format(links.link(f"{lesson}.md#{name}"), *modules[name].LIST_ENTRY)
        for name, lesson in _first_lesson_by_calculator(links).items()
        if name in modules  # rule P114 names the others
    ]
    return mark_protected_html(f"<ul>{Markup('').join(items)}</ul>")


def _first_lesson_by_calculator(links: PageLinks) -> dict[str, str]:
    """The first lesson that has it, for each calculator by its name."""
    found: dict[str, str] = {}
    for lesson in pages_in_navigation_order(links.course.root, links.course.sorted_lesson_names):
        for call in links.course.pages[lesson].valid_calls_of("calculator"):
            found.setdefault(call.arguments["name"], lesson)
    return found
