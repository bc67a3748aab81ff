"""Course -> HTML: the macros that pages call. They never raise for content; a broken item shows as a box.

`macros_by_name` is made again for each build, so what it remembers of a page lasts as long as the build.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.bank.quiz_time import quiz_minutes
from macros.course import Course, Page, load_course
from macros.problems import Problem
from macros.prose import ResolveLink
from macros.rendering.calculators import UnknownCalculator, calculator_html
from macros.rendering.facts import escape_example_number, fact_text_or_error_markdown, metric_value_or_error_markdown
from macros.rendering.items import item_with_lesson_and_case
from macros.rendering.labs import lab_html, lab_link_html, lab_list_html
from macros.rendering.pages import relative_link_maker, relative_site_root, source_path_of_page
from macros.rendering.pictures import inline_svg_picture_html
from macros.rendering.playground import playground_html
from macros.rendering.problems import problem_box_html
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.quizzes import quiz_html
from macros.rendering.sources import page_source_list_html
from macros.rendering.stored import stored_answers_placeholder_html
from macros.rendering.study import study_block_html


def macros_by_name(
    project_folder: str, current_page: Callable[[], Any], repository_url: str = "", course: Course | None = None
) -> dict[str, Callable[..., str]]:
    """The macros by name; `current_page` gives the builder's page object at the time of a call.

    `repository_url`: its address, where readers can report what is wrong; without one nothing offers it.
    `course`: what is loaded already, if it is.
    """
    writer = _MacroWriter(course or load_course(Path(project_folder)), current_page, repository_url)
    return {
        "quiz": lambda *ids, mode="practice": mark_protected_html(writer.quiz_html(*ids, mode=mode)),
        "calculator": lambda name, *, preset=None: mark_protected_html(writer.calculator_html(name, preset)),
        "fact": writer.fact_text_or_error_markdown,
        "value": metric_value_or_error_markdown,
        "given": escape_example_number,
        "picture": lambda name: mark_protected_html(writer.inline_svg_picture_html(name)),
        "source_list": lambda: mark_protected_html(writer.current_page_source_list_html()),
        "lab": lambda: mark_protected_html(writer.html_of_this_lab()),
        "lab_link": lambda name: mark_protected_html(writer.lab_link_html(name)),
        "labs": lambda: mark_protected_html(writer.lab_list_html()),
        "playground": lambda: mark_protected_html(writer.playground_html()),
        "stored_answers": lambda: mark_protected_html(writer.stored_answers_placeholder_html()),
        "review": lambda: mark_protected_html(writer.study_block_html("review")),
        "progress": lambda: mark_protected_html(writer.study_block_html("progress")),
        "today": lambda: mark_protected_html(writer.study_block_html("today")),
    }


class _MacroWriter:
    """Writes one build's macros: the course, and which pages already load which script."""

    def __init__(self, course: Course, current_page: Callable[[], Any], repository_url: str) -> None:
        self.course, self._page = course, current_page
        self.repository = repository_url.rstrip("/")
        self.recorded_calls: set[tuple[str, str]] = set()  # (macro, source path)

    @property
    def source_path(self) -> str:
        return source_path_of_page(self._page())

    @property
    def relative_site_root(self) -> str:
        """Relative path from the current page to the docs root."""
        return relative_site_root(self.source_path)

    @property
    def resolve_link(self) -> ResolveLink:
        """Function that makes links from the docs root relative to the current page."""
        return relative_link_maker(self.source_path)

    @property
    def current_page(self) -> Page:
        return self.course.pages[self.source_path.removesuffix(".md")]

    def was_called_on_current_page(self, macro_name: str) -> bool:
        """Whether the current page has called the macro before; only the first call brings style and script."""
        return (macro_name, self.source_path) in self.recorded_calls

    def record_call_on_current_page(self, macro_name: str) -> None:
        """Remembers that the current page has called the macro."""
        self.recorded_calls.add((macro_name, self.source_path))

    def quiz_html(self, *ids: str, mode: str = "practice") -> str:
        page, calls = self.current_page, self.course.quiz_calls_with_items(self.current_page)
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
        loads_script, link = not self.was_called_on_current_page("quiz"), self.resolve_link
        self.record_call_on_current_page("quiz")
        contexts = [item_with_lesson_and_case(self.course, file, item, link, counted, mode) for item in items]
        html = quiz_html(
            contexts,
            site_root=self.relative_site_root,
            loads_script=loads_script,
            link=link,
            is_sample=file.sample,
            report_url=self.repository,
            ends_page=not file.sample and len(counted) > 1 and counted[-1] in {item.id for item in items},
        )
        is_first_of_lesson = loads_script and page.meta.minutes
        return box + (self.with_totals_as_data_attributes(html, page, len(counted)) if is_first_of_lesson else html)

    def with_totals_as_data_attributes(self, quiz_html: str, page: Page, question_count: int) -> str:
        """The first quiz of a lesson with what overrides/partials/content.html shows at the top of the page.

        That is how long all items take, and how many questions are counted.
        """
        items = [item for _, placed in self.course.quiz_calls_with_items(page) for item in placed]
        totals = f'data-minutes="{quiz_minutes(items)}" data-questions="{question_count}"'
        return quiz_html.replace('<div class="quiz"', f'<div class="quiz" {totals}', 1)

    def problems_in_bank_file(self, page: Page) -> list[Problem]:
        """Problems in the bank file of a page."""
        file = self.course.bank.files.get(page.name)
        return [found for found in self.course.problems if file and found.path == file.name]

    def calculator_html(self, name: str, preset: str | None = None) -> str:
        facts = {
            key: {"text": fact.text, "value": str(fact.value), "unit": fact.unit, "seen": fact.seen.isoformat()}
            for key, fact in self.course.ledger.facts.items()
        }
        loads_script = not self.was_called_on_current_page("calculator")
        try:
            made = calculator_html(
                name,
                preset=preset,
                site_root=self.relative_site_root,
                loads_script=loads_script,
                facts=facts,
                project=self.course.root,
            )
        except UnknownCalculator as fault:
            return problem_box_html([str(fault)])
        self.record_call_on_current_page("calculator")
        return made

    def fact_text_or_error_markdown(self, fact_id: str) -> str:
        return fact_text_or_error_markdown(self.course.ledger.facts, fact_id)

    def inline_svg_picture_html(self, picture_name: str) -> str:
        return inline_svg_picture_html(self.course.root, picture_name, self.resolve_link)

    def current_page_source_list_html(self) -> str:
        return page_source_list_html(self.course, self.current_page)

    def html_of_this_lab(self) -> str:
        parts = self.source_path.split("/")
        name = parts[1] if parts[0] == "labs" and len(parts) > 1 else ""
        return self._lab_html_or_problem_box(lab_html, name)

    def lab_link_html(self, lab_name: str) -> str:
        return self._lab_html_or_problem_box(lab_link_html, lab_name)

    def lab_list_html(self) -> str:
        return lab_list_html(self.course, site_root=self.relative_site_root, resolve_link=self.resolve_link)

    def playground_html(self) -> str:
        return playground_html(self.course.root, site_root=self.relative_site_root)

    def _lab_html_or_problem_box(self, render: Callable[..., str], lab_name: str) -> str:
        try:
            return render(self.course, lab_name, site_root=self.relative_site_root, resolve_link=self.resolve_link)
        except LookupError as fault:
            return problem_box_html([str(fault.args[0])])

    def study_block_html(self, template_name: str) -> str:
        return study_block_html(template_name, self.course, site_root=self.relative_site_root)

    def stored_answers_placeholder_html(self) -> str:
        return stored_answers_placeholder_html(self.course, site_root=self.relative_site_root, link=self.resolve_link)
