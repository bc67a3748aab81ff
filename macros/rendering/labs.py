"""Labs as HTML: the lab of a page, the link that a lesson has to its lab, and the list of all labs."""

from __future__ import annotations

import json

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from macros import prose
from macros.course import Course
from macros.course.labs import Lab
from macros.engines import LAB_ENGINE
from macros.prose import ResolveLink
from macros.rendering.templates import json_for_script_element, template


def lab_html(course: Course, lab_name: str, *, site_root: str, resolve_link: ResolveLink) -> str:
    """The lab in this folder of docs/labs, complete without scripts. Raises LookupError with the labs there are.

    site_root: relative path from the page to the docs root; resolve_link: makes links from there relative to the page.
    """
    lab = _lab_or_raise(course, lab_name)
    files = {file.name.rpartition("/")[2]: [file.size, file.compressed] for file in LAB_ENGINE.files}
    data = json.dumps({"tests": lab.sources.get("tests.py", ""), "files": files}, ensure_ascii=False)
    return template("lab.html").render(
        lab=lab,
        root=site_root,
        size=format_megabytes(LAB_ENGINE.download_bytes),
        lesson=_lesson_title_and_url(course, lab, resolve_link),
        objectives=_objective_statements_and_urls(course, lab, resolve_link),
        hints=[prose.render_blocks(text, resolve_link) for text in lab.page.meta.hints],
        starter=highlighted_python_html(lab.sources.get("starter.py", "")),
        solution=highlighted_python_html(lab.sources.get("solution.py", "")),
        json=json_for_script_element(data),
    )


def lab_link_html(course: Course, lab_name: str, *, site_root: str, resolve_link: ResolveLink) -> str:
    """A lesson's link to a lab, where a script shows whether it is done. Raises LookupError with the labs there are."""
    lab = _lab_or_raise(course, lab_name)
    return template("lab-link.html").render(lab=lab, root=site_root, url=resolve_link(_lab_page_path_below_docs(lab)))


def lab_list_html(course: Course, *, site_root: str, resolve_link: ResolveLink) -> str:
    """All labs in the order of the lessons that they belong to."""
    order = list(course.ledger.objectives)
    labs = sorted(course.labs.values(), key=lambda lab: _first_objective_sort_key(lab, order))
    rows = [
        (
            lab,
            resolve_link(_lab_page_path_below_docs(lab)),
            _lesson_title_and_url(course, lab, resolve_link),
            _objective_statements_and_urls(course, lab, resolve_link),
        )
        for lab in labs
    ]
    return template("labs.html").render(rows=rows, root=site_root)


def format_megabytes(byte_count: int) -> str:
    """6.4 MB, as download sizes are named: a megabyte is a million bytes."""
    return f"{byte_count / 1e6:.1f} MB"


def highlighted_python_html(source: str) -> Markup:
    """Python as HTML with the theme's classes for tokens."""
    return Markup(highlight(source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)))


def _lab_or_raise(course: Course, lab_name: str) -> Lab:
    """The lab of this name. Raises LookupError with the labs there are."""
    if lab_name not in course.labs:
        known = ", ".join(sorted(course.labs)) or "none"
        raise LookupError(f"there is no lab {lab_name!r} in docs/labs; there is {known}.")
    return course.labs[lab_name]


def _lab_page_path_below_docs(lab: Lab) -> str:
    """Path of the lab's page from the docs root."""
    return f"labs/{lab.name}/index.md"


def _lesson_title_and_url(course: Course, lab: Lab, resolve_link: ResolveLink) -> tuple[str, str] | None:
    """(title, address) of the lesson, or None if there is no such page."""
    page = course.pages.get(lab.page.meta.lesson)
    return (page.title, resolve_link(f"{page.name}.md")) if page else None


def _objective_statements_and_urls(course: Course, lab: Lab, resolve_link: ResolveLink) -> list[tuple[str, str]]:
    """(statement, address) of each objective that is known."""
    known = course.ledger.objectives
    return [
        (known[name].statement, resolve_link(f"{known[name].page}.md#{name}"))
        for name in lab.page.meta.objectives
        if name in known
    ]


def _first_objective_sort_key(lab: Lab, objective_order: list[str]) -> tuple[int, str]:
    """Position of the lab's first objective in the course, then its name."""
    return min(
        (objective_order.index(name) for name in lab.page.meta.objectives if name in objective_order),
        default=len(objective_order),
    ), lab.name
