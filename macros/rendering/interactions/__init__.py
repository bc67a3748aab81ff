"""One module for each interaction: what its template shows, and the lines of the answer below it.

A module has the name of its interaction, a template beside it in `templates/`, and a function
`form_data_and_answers(presentation, resolve_link)` that returns a FormDataAndAnswers. `resolve_link` turns an address
as authors write it into one that works where the item is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.item_texts import inline_field_html

CHECK, SHOW_ANSWER = ("check", "Check"), ("show", "Show answer")


@dataclass(frozen=True)
class OptionView:
    """An option as HTML. `name` is the same without markup, for attributes. One that `is_last` is not shuffled."""

    id: str
    text: Markup
    name: str
    is_last: bool = False


@dataclass(frozen=True)
class Answer:
    """A line of the answer: what it is about, and its feedback.

    `id` is the option or mistake that the browser looks for. `lead` stands before the title of a line of the key.
    """

    id: str
    title: Markup
    feedback: Markup
    is_key: bool
    lead: str = "Answer: "


@dataclass(frozen=True)
class FormDataAndAnswers:
    """What an interaction contributes to an item.

    values: what its template shows, by name, besides the stem.
    answers: the lines of the answer, in any order; those of the key come first.
    progress: the text beside the buttons, as the script shows it before the first response.
    buttons: (data-do, label) of the two buttons. One with an empty label is hidden.
    asks_confidence: whether readers are asked how sure they are.
    has_drag_button: whether dragging starts with a button.
    """

    answers: list[Answer]
    values: dict[str, Any] = field(default_factory=dict)
    progress: str = ""
    buttons: tuple[tuple[str, str], tuple[str, str]] = (CHECK, SHOW_ANSWER)
    asks_confidence: bool = True
    has_drag_button: bool = False


def form_data_and_answers(
    interaction: str, presentation: Presentation, resolve_link: ResolveLink
) -> FormDataAndAnswers:
    """What the templates show of an item with this interaction: its form and the lines of its answer."""
    form: FormDataAndAnswers = import_module(f"{__name__}.{interaction}").form_data_and_answers(
        presentation, resolve_link
    )
    return form


def option_view(option_id: str, text: str, resolve_link: ResolveLink, is_last: bool = False) -> OptionView:
    """What a template shows of an option, its Markdown rendered with links from `resolve_link`."""
    html = inline_field_html(text, resolve_link)
    return OptionView(option_id, html, html.striptags(), is_last)
