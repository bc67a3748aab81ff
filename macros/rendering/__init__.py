"""Course -> HTML: the macros that pages call. They never raise for content; a broken item shows as a box.

`macros_for` is made again for each build, so what it remembers of a page lasts as long as the build.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.bank import Item
from macros.bank.quiz_time import quiz_minutes
from macros.course import Course, Page, load_course
from macros.problems import Problem
from macros.rendering.calculators import UnknownCalculator, calculator_html
from macros.rendering.facts import fact_text, given_text, value_text
from macros.rendering.items import place_item
from macros.rendering.labs import lab_html, lab_link_html, labs_html
from macros.rendering.pages import link_from, root_of, source_of
from macros.rendering.pictures import picture_html
from macros.rendering.playground import playground_html
from macros.rendering.problems import problem_box
from macros.rendering.quizzes import quiz_html
from macros.rendering.sources import sources_html
from macros.rendering.stored import stored_html
from macros.rendering.study import study_html
from macros.rendering.whole import mark_finished


def macros_for(
    project: str, page: Callable[[], Any], repository: str = "", course: Course | None = None
) -> dict[str, Callable[..., str]]:
    """The macros by name; `page` gives the builder's page object at the time of a call.

    `repository`: its address, where readers can report what is wrong; without one nothing offers it.
    `course`: what is loaded already, if it is.
    """
    writer = _Writer(course or load_course(Path(project)), page, repository)
    return {
        "quiz": lambda *ids, mode="practice": mark_finished(writer.quiz(*ids, mode=mode)),
        "calculator": lambda name, *, preset=None: mark_finished(writer.calculator(name, preset)),
        "fact": writer.fact,
        "value": value_text,
        "given": given_text,
        "picture": lambda name: mark_finished(writer.picture(name)),
        "source_list": lambda: mark_finished(writer.source_list()),
        "lab": lambda: mark_finished(writer.lab()),
        "lab_link": lambda name: mark_finished(writer.lab_link(name)),
        "labs": lambda: mark_finished(writer.labs()),
        "playground": lambda: mark_finished(writer.playground()),
        "stored_answers": lambda: mark_finished(writer.stored_answers()),
        "review": lambda: mark_finished(writer.study("review")),
        "progress": lambda: mark_finished(writer.study("progress")),
        "today": lambda: mark_finished(writer.study("today")),
    }


class _Writer:
    """Writes one build's macros: the course, and which pages already load which script."""

    def __init__(self, course: Course, page: Callable[[], Any], repository: str) -> None:
        self.course, self._page = course, page
        self.repository = repository.rstrip("/")
        self.started: set[tuple[str, str]] = set()

    @property
    def source(self) -> str:
        return source_of(self._page())

    @property
    def page(self) -> Page:
        return self.course.pages[self.source.removesuffix(".md")]

    def is_first(self, kind: str) -> bool:
        """Whether this is the first call of a kind on the page, which then brings style and script."""
        fresh = (kind, self.source) not in self.started
        self.started.add((kind, self.source))
        return fresh

    def quiz(self, *ids: str, mode: str = "practice") -> str:
        page, calls = self.page, self.course.placed(self.page)
        counted = [item.id for call, items in calls if call.named.get("mode") != "pretest" for item in items]
        items = next((items for call, items in calls if tuple(call.positional) == ids), [])
        box = problem_box(self.why_items_are_missing(page, ids, items))
        file = self.course.bank.files.get(page.name)
        if not items or file is None:
            return box
        first, link = self.is_first("quiz"), link_from(self.source)
        placements = [place_item(self.course, file, item, link, counted, mode) for item in items]
        html = quiz_html(
            placements,
            root=root_of(self.source),
            first=first,
            link=link,
            sample=file.sample,
            report=self.repository,
            last=not file.sample and len(counted) > 1 and counted[-1] in {item.id for item in items},
        )
        is_first_of_lesson = first and page.meta.get("minutes")
        return box + (self.with_totals(html, page, len(counted)) if is_first_of_lesson else html)

    def with_totals(self, quiz: str, page: Page, questions: int) -> str:
        """The first quiz of a lesson with what overrides/partials/content.html shows at the top of the page.

        That is how long all items take, and how many questions are counted.
        """
        items = [item for _, placed in self.course.placed(page) for item in placed]
        totals = f'data-minutes="{quiz_minutes(items)}" data-questions="{questions}"'
        return quiz.replace('<div class="quiz"', f'<div class="quiz" {totals}', 1)

    def why_items_are_missing(self, page: Page, ids: tuple[str, ...], items: list[Item]) -> list[Problem | str]:
        """What a reader is told instead of items: problems of the page's bank, or names that it does not have."""
        missing = [name for name in ids if name not in {item.id for item in items}]
        if ids and not missing:
            return []
        file = self.course.bank.files.get(page.name)
        problems = [found for found in self.course.problems if file and found.path == file.name]
        unknown = [f"quiz names {', '.join(missing)}, which this page's bank does not hold."] if missing else []
        return [*problems] or [*unknown]

    def calculator(self, name: str, preset: str | None = None) -> str:
        facts = {
            key: {"text": fact.text, "value": str(fact.value), "unit": fact.unit, "seen": fact.seen.isoformat()}
            for key, fact in self.course.ledger.facts.items()
        }
        first = ("calculator", self.source) not in self.started
        try:
            made = calculator_html(
                name,
                preset=preset,
                root=root_of(self.source),
                first=first,
                facts=facts,
                project=self.course.root,
            )
        except UnknownCalculator as fault:
            return problem_box([str(fault)])
        self.is_first("calculator")
        return made

    def fact(self, name: str) -> str:
        return fact_text(self.course.ledger.facts, name)

    def picture(self, name: str) -> str:
        return picture_html(self.course.root, name, link_from(self.source))

    def source_list(self) -> str:
        return sources_html(self.course, self.page)

    def lab(self) -> str:
        parts = self.source.split("/")
        name = parts[1] if parts[0] == "labs" and len(parts) > 1 else ""
        return self._lab_or_problem(lab_html, name)

    def lab_link(self, name: str) -> str:
        return self._lab_or_problem(lab_link_html, name)

    def labs(self) -> str:
        return labs_html(self.course, root=root_of(self.source), link=link_from(self.source))

    def playground(self) -> str:
        return playground_html(self.course.root, root=root_of(self.source))

    def _lab_or_problem(self, render: Callable[..., str], name: str) -> str:
        try:
            return render(self.course, name, root=root_of(self.source), link=link_from(self.source))
        except LookupError as fault:
            return problem_box([str(fault.args[0])])

    def study(self, name: str) -> str:
        return study_html(name, self.course, root=root_of(self.source))

    def stored_answers(self) -> str:
        return stored_html(self.course, root=root_of(self.source), link=link_from(self.source))
