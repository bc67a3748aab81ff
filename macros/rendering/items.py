"""One item as HTML that is complete without scripts: a form, and below it the answer with every feedback.

The same markup stands on a page and in a fragment (fragments.py). What depends on the place is in `Placement`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from macros.bank import BankFile, Item
from macros.course import Course
from macros.prose import Link
from macros.rendering.interactions import Form, form_of
from macros.rendering.item_texts import blocks_html, stem_html, text_html
from macros.rendering.templates import template


class Scenario(NamedTuple):
    """A case: its id, which is also its title, and its text."""

    id: str
    text: str


class Placement(NamedTuple):
    """An item and its place: question `number` of `total`, or number 0 where questions are not counted.

    lesson_url, lesson_title: the page that teaches what the item asks; "" if there is none.
    mode: `practice` or `pretest`.
    """

    item: Item
    number: int
    total: int
    lesson_url: str
    lesson_title: str
    mode: str = "practice"
    scenario: Scenario | None = None

    @property
    def heading(self) -> str:
        """The heading of the item: which question it is, else where it is from."""
        if self.mode == "pretest":
            return "Predict first"
        if self.number:
            return f"Question {self.number} of {self.total}"
        return f"From: {self.lesson_title}" if self.lesson_title else ""


@dataclass(frozen=True)
class ItemView:
    """What the templates `item.html` and `answer.html` show. `form` is what the interaction adds."""

    placement: Placement
    interaction: str
    stem: Markup
    rationale: Markup
    hints: list[Markup]
    form: Form

    @property
    def template(self) -> str:
        """Name of the template of the interaction."""
        return f"{self.interaction}.html"

    @property
    def lesson_link_text(self) -> str:
        """The text that leads to the lesson."""
        start = "Read" if self.placement.mode == "pretest" else "Read again"
        return f"{start}: {self.placement.lesson_title}"


class Case(NamedTuple):
    """A case as HTML. `has_numbers`: a line says that they are invented."""

    title: str
    text: Markup
    has_numbers: bool


def place_item(
    course: Course, file: BankFile, item: Item, link: Link, counted: Sequence[str] = (), mode: str = "practice"
) -> Placement:
    """An item of a bank file at its place. `counted`: ids of the questions that a page counts, in their order."""
    objective = course.ledger.objectives.get(item.objective)
    lesson = course.pages.get(objective.page) if objective else None
    url = link(f"{lesson.name}.md#{item.objective}") if lesson else ""
    title = str(lesson.meta.get("title", "")) if lesson else ""
    number = counted.index(item.id) + 1 if item.id in counted and len(counted) > 1 else 0
    case = file.cases.get(item.case or "")
    scenario = Scenario(item.case or "", case.text) if case else None
    return Placement(item, number, len(counted), url, title, mode, scenario)


def items_html(placements: Iterable[Placement], link: Link) -> Markup:
    """Items one after the other, those that follow each other with the same case in one block under it."""
    groups = [
        (_case(scenario, link) if scenario else None, [_view(one, link) for one in same])
        for scenario, same in groupby(placements, key=lambda one: one.scenario)
    ]
    return Markup(without_space_between_tags(template("items.html").render(groups=groups)))


def declarations_html(items: Iterable[Item]) -> Markup:
    """A <script> with the declarations of items as JSON, which the browser scores by."""
    declarations = {item.id: item.presentation.declaration.nonempty_fields() for item in items}
    data = json.dumps({"format": 1, "items": declarations}, separators=(",", ":"))
    data = data.replace("<", "\\u003c")  # so that no text can end the script early
    return Markup('<script type="application/json">{}</script>').format(Markup(data))


def without_space_between_tags(html: str) -> str:
    """The HTML in one line, an <option> a line. The search reads tag by tag, and text between tags costs it as much."""
    return "".join(map(str.strip, html.split("\n"))).replace("<option", "\n<option")


def _view(placement: Placement, link: Link) -> ItemView:
    item, presentation = placement.item, placement.item.presentation
    form = form_of(item.interaction, presentation, link)
    form.answers.sort(key=lambda answer: not answer.is_key)
    hints = [text_html(hint, link) for hint in presentation.hints]
    stem, rationale = stem_html(presentation.stem, link), text_html(presentation.rationale, link)
    return ItemView(placement, item.interaction, stem, rationale, hints, form)


def _case(scenario: Scenario, link: Link) -> Case:
    has_numbers = any(character.isdigit() for character in scenario.text)
    return Case(scenario.id.replace("-", " "), blocks_html(scenario.text, link), has_numbers)
