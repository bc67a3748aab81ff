"""The macros that pages call, by name. They never raise for content: a broken item shows as a box.

`macros_by_name` is called for each build, so what it remembers of a page lasts as long as the build.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from macros.bank.quiz_time import quiz_minutes
from macros.course import Course, Page
from macros.problems import Problem
from macros.prose import ResolveLink
from macros.rendering.calculators import UnknownCalculator, calculator_html
from macros.rendering.facts import escape_as_markdown_line, fact_text_or_error_markdown, metric_value_or_error_markdown
from macros.rendering.items import item_context
from macros.rendering.labs import lab_html, lab_link_html, lab_list_html
from macros.rendering.pages import relative_link_maker, relative_site_root, source_path_of_page
from macros.rendering.pictures import inline_svg_picture_html
from macros.rendering.playground import playground_html
from macros.rendering.problems import problem_box_html
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.quizzes import LessonTotals, QuizPlace, quiz_html
from macros.rendering.sources import format_us_date, page_source_list_html
from macros.rendering.study import stored_answers_placeholder_html, study_block_html


def macros_by_name(
    course: Course, current_page: Callable[[], Any], repository_url: str = ""
) -> dict[str, Callable[..., str]]:
    """The macros by name; `current_page` gives the builder's page object at the time of a call.

    `repository_url`: its address, where readers can report what is wrong; without one nothing offers it.
    """
    page = _CurrentPage(course, current_page, repository_url)
    writers_of_finished_html: dict[str, Callable[..., str]] = {
        "quiz": page.quiz_html,
        "calculator": page.calculator_html,
        "picture": lambda name: inline_svg_picture_html(course.root, name, page.resolve_link),
        "source_list": lambda: page_source_list_html(course, page.page),
        "lab": lambda: page.lab_html_or_problem_box(lab_html, page.lab_name_or_empty),
        "lab_link": lambda name: page.lab_html_or_problem_box(lab_link_html, name),
        "labs": lambda: lab_list_html(course, site_root=page.site_root, resolve_link=page.resolve_link),
        "playground": lambda: playground_html(course.root, site_root=page.site_root),
        "stored_answers": lambda: stored_answers_placeholder_html(
            course, site_root=page.site_root, resolve_link=page.resolve_link
        ),
        "review": lambda: study_block_html("review", course, site_root=page.site_root),
        "progress": lambda: study_block_html("progress", course, site_root=page.site_root),
        "today": lambda: study_block_html("today", course, site_root=page.site_root),
    }
    return {
        "fact": partial(fact_text_or_error_markdown, course.ledger.facts),
        "value": metric_value_or_error_markdown,
        # a number from the page's own example, not from the ledger
        "given": lambda number: escape_as_markdown_line(number, may_wrap=False),
        **{name: _with_protected_html(write) for name, write in writers_of_finished_html.items()},
    }


def _with_protected_html(write_html: Callable[..., str]) -> Callable[..., str]:
    """The same macro, with marks around its HTML, so that Markdown does not read it."""
    return wraps(write_html)(lambda *args, **named: mark_protected_html(write_html(*args, **named)))


class _CurrentPage:
    """The page that calls a macro, and which pages of this build already load which script."""

    def __init__(self, course: Course, builder_page: Callable[[], Any], repository_url: str) -> None:
        self.course, self._builder_page = course, builder_page
        self.repository = repository_url.rstrip("/")
        self.recorded_calls: set[tuple[str, str]] = set()  # (macro, source path)

    @property
    def source_path(self) -> str:
        return source_path_of_page(self._builder_page())

    @property
    def site_root(self) -> str:
        """Relative path from the page to the docs root."""
        return relative_site_root(self.source_path)

    @property
    def resolve_link(self) -> ResolveLink:
        """Function that makes links from the docs root relative to the page."""
        return relative_link_maker(self.source_path)

    @property
    def page(self) -> Page:
        return self.course.pages[self.source_path.removesuffix(".md")]

    @property
    def lab_name_or_empty(self) -> str:
        """The folder of docs/labs that the page is in; "" if it is in none."""
        parts = self.source_path.split("/")
        return parts[1] if parts[0] == "labs" and len(parts) > 1 else ""

    def was_called(self, macro_name: str) -> bool:
        """Whether the page has called the macro before; only the first call brings style and script."""
        return (macro_name, self.source_path) in self.recorded_calls

    def record_call(self, macro_name: str) -> None:
        """Remembers that the page has called the macro."""
        self.recorded_calls.add((macro_name, self.source_path))

    def quiz_html(self, *ids: str, mode: str = "practice") -> str:
        page, calls = self.page, self.course.quiz_calls_with_items(self.page)
        counted = [item.id for item in self.course.quiz_items_except_pretest(page)]
        items = next((items for call, items in calls if call.arguments["ids"] == ids), [])
        unknown = [name for name in ids if name not in {item.id for item in items}]
        reasons: list[Problem | str] = [*self.problems_in_bank_file(page)] if unknown or not ids else []
        if unknown and not reasons:
            reasons = [f"quiz names {', '.join(unknown)}, which this page's bank does not hold."]
        box = problem_box_html(reasons)
        file = self.course.bank.files.get(page.name)
        if not items or file is None:
            return box
        loads_script, resolve_link = not self.was_called("quiz"), self.resolve_link
        self.record_call("quiz")
        place = QuizPlace(
            site_root=self.site_root,
            loads_script=loads_script,
            is_sample=file.sample,
            report_url=self.repository,
            ends_page=not file.sample and len(counted) > 1 and counted[-1] in {item.id for item in items},
            lesson_totals=LessonTotals(quiz_minutes([item for _, placed in calls for item in placed]), len(counted))
            if loads_script and page.meta.minutes
            else None,
        )
        contexts = [item_context(self.course, file, item, resolve_link, counted, mode) for item in items]
        return box + quiz_html(contexts, resolve_link, place)

    def problems_in_bank_file(self, page: Page) -> list[Problem]:
        """Problems in the bank file of a page."""
        file = self.course.bank.files.get(page.name)
        return [found for found in self.course.problems if file and found.path == file.name]

    def calculator_html(self, name: str, *, preset: str | None = None) -> str:
        facts = {
            key: {"text": fact.text, "value": str(fact.value), "unit": fact.unit, "seen": format_us_date(fact.seen)}
            for key, fact in self.course.ledger.facts.items()
        }
        try:
            made = calculator_html(
                name,
                preset=preset,
                site_root=self.site_root,
                loads_script=not self.was_called("calculator"),
                facts=facts,
                project=self.course.root,
            )
        except UnknownCalculator as fault:
            return problem_box_html([str(fault)])
        self.record_call("calculator")
        return made

    def lab_html_or_problem_box(self, render: Callable[..., str], lab_name: str) -> str:
        """What `render` makes of a lab; a box that names the labs there are if there is none of this name."""
        try:
            return render(self.course, lab_name, site_root=self.site_root, resolve_link=self.resolve_link)
        except LookupError as fault:
            return problem_box_html([str(fault.args[0])])
