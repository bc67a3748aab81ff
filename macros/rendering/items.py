"""One item as HTML that is complete without scripts: a form, and below it the answer with every feedback.

The same markup stands on a page and in a fragment (fragments.py). What depends on the page is in `ItemContext`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from macros.bank import BankFile, Case, Item
from macros.course import Course, Page
from macros.prose import ResolveLink, plain_text
from macros.rendering.interactions import FormDataAndAnswers, form_data_and_answers
from macros.rendering.item_texts import field_blocks_html, field_blocks_or_bare_paragraph_html, stem_html
from macros.rendering.templates import json_for_script_element, template

_MARKED_PAGE = "progress.md#marked"
_VERDICT = "Correct."


class ItemContext(NamedTuple):
    """An item and what surrounds it on its page.

    number, total: it is question `number` of `total`; number is 0 where questions are not counted.
    lesson_url, lesson_title: the page that teaches what the item asks; "" if there is none.
    section: the heading on that page to which lesson_url leads; "" if it has none of its own.
    marked_url: the page that lists the questions that a reader marked.
    mode: `practice` or `pretest`.
    """

    item: Item
    number: int
    total: int
    lesson_url: str
    lesson_title: str
    mode: str = "practice"
    case: Case | None = None
    section: str = ""
    marked_url: str = ""

    @property
    def item_heading(self) -> Markup:
        """The heading of the item: which question it is, else where it is from; and its case, if it has one."""
        parts: list[str] = []
        if self.mode == "pretest":
            parts.append("Predict first")
        elif self.number:
            parts.append(f"Question {self.number} of {self.total}")
        elif self.lesson_title:
            parts.append(Markup('From: <a href="{}">{}</a>').format(self.lesson_url, self.lesson_title))
        if self.case:
            parts.append(f"Case: {self.case.name_in_words}")
        return Markup(". ").join(parts)


@dataclass(frozen=True)
class ItemView:
    """What the templates `item.html` and `answer.html` show. `form` is what the interaction adds."""

    context: ItemContext
    interaction: str
    stem: Markup
    rationale: Markup
    hints: list[Markup]
    form: FormDataAndAnswers
    case: CaseView | None

    @property
    def template_name(self) -> str:
        """Name of the template of the interaction."""
        return f"{self.interaction}.html"

    @property
    def lesson_link_text(self) -> str:
        """The text that leads to the lesson."""
        start = "Read" if self.context.mode == "pretest" else "Read again"
        context = self.context
        if not context.section:
            return f"{start}: {context.lesson_title}"
        if context.section.endswith("?"):
            return f"{start}: {context.section} ({context.lesson_title})"
        return f"{start}: {context.section}, in {context.lesson_title}"


def _without_leading_correct(feedback: Markup) -> Markup:
    """The feedback without "Correct." at its start, which the page says above it, unless it says nothing else."""
    rest = feedback.removeprefix(_VERDICT).lstrip()
    return feedback if rest == feedback or not rest else rest[0].upper() + rest[1:]


class CaseView(NamedTuple):
    """A case as HTML. `has_numbers`: a line says that they are invented."""

    title: str
    text: Markup
    has_numbers: bool


def item_context(
    course: Course,
    file: BankFile,
    item: Item,
    resolve_link: ResolveLink,
    counted_ids: Sequence[str] = (),
    mode: str = "practice",
) -> ItemContext:
    """An item of a bank file with its lesson, its case, and its number on the page.

    counted_ids: ids of the questions that the page counts, in their order.
    """
    objective = course.ledger.objectives.get(item.objective)
    lesson = course.pages.get(objective.page) if objective else None
    url = resolve_link(f"{lesson.name}.md#{item.objective}") if lesson else ""
    title = lesson.title if lesson else ""
    section = _short_section_title_or_empty(lesson, item.objective) if lesson else ""
    number = counted_ids.index(item.id) + 1 if item.id in counted_ids and len(counted_ids) > 1 else 0
    case = file.cases.get(item.case or "")
    return ItemContext(item, number, len(counted_ids), url, title, mode, case, section, resolve_link(_MARKED_PAGE))


def _short_section_title_or_empty(lesson: Page, anchor: str) -> str:
    """The heading with this id as plain text, up to a colon: `Recall` for `Recall: which share is found?`.

    "" if the lesson has none, or if it repeats the lesson's title.
    """
    found = (plain_text(heading.text) for heading in lesson.headings if heading.anchor == anchor)
    title = next(found, "").split(": ")[0]
    return "" if title == lesson.title else title


def items_html(contexts: Iterable[ItemContext], resolve_link: ResolveLink) -> Markup:
    """Items one after the other, those that follow each other with the same case in one block under it."""
    groups = []
    for item_case, same in groupby(contexts, key=lambda one: one.case):
        case = case_view(item_case, resolve_link)
        groups.append((case, [_item_view(one, case, resolve_link) for one in same]))
    return Markup(join_html_lines_except_options(template("items.html").render(groups=groups)))


def declarations_script(items: Iterable[Item]) -> Markup:
    """A <script> with the declarations of items as JSON, which the browser scores by."""
    declarations = {item.id: item.presentation.scoring_declaration.nonempty_fields() for item in items}
    data = json.dumps({"format": 1, "items": declarations}, separators=(",", ":"))
    return Markup('<script type="application/json">{}</script>').format(json_for_script_element(data))


def join_html_lines_except_options(html: str) -> str:
    """The HTML in one line, an <option> a line. The search reads tag by tag, and text between tags costs it as much."""
    return "".join(map(str.strip, html.split("\n"))).replace("<option", "\n<option")


def _item_view(context: ItemContext, case: CaseView | None, resolve_link: ResolveLink) -> ItemView:
    """What the templates show of an item, the answer's lines of the key first."""
    item, presentation = context.item, context.item.presentation
    form = form_data_and_answers(item.interaction, presentation, resolve_link)
    form.answers[:] = [
        replace(answer, feedback=_without_leading_correct(answer.feedback)) if answer.is_key else answer
        for answer in form.answers
    ]
    form.answers.sort(key=lambda answer: not answer.is_key)
    hints = [field_blocks_or_bare_paragraph_html(hint, resolve_link) for hint in presentation.hints]
    stem, rationale = (
        stem_html(presentation.stem, resolve_link),
        field_blocks_or_bare_paragraph_html(presentation.rationale, resolve_link),
    )
    return ItemView(context, item.interaction, stem, rationale, hints, form, case)


def case_view(item_case: Case | None, resolve_link: ResolveLink) -> CaseView | None:
    """What the templates show of a case, or None if there is none."""
    if item_case is None:
        return None
    has_numbers = any(character.isdigit() for character in item_case.text)
    return CaseView(item_case.name_in_words, field_blocks_html(item_case.text, resolve_link), has_numbers)
