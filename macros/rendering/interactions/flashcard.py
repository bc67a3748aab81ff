"""`flashcard`: the stem is the front of the card. Readers turn it over, then judge themselves."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormDataAndAnswers
from macros.rendering.item_texts import field_blocks_or_bare_paragraph_html


def form_data_and_answers(presentation: Presentation, resolve_link: ResolveLink) -> FormDataAndAnswers:
    """The back of the card is the only line of the answer."""
    [(_, back)] = presentation.key_texts
    answers = [Answer("key", Markup(), field_blocks_or_bare_paragraph_html(back, resolve_link), True, "Answer:")]
    return FormDataAndAnswers(answers, buttons=(("turn", "Show the back"), ("", "")), asks_confidence=False)
