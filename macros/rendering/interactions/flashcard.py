"""`flashcard`: the stem is the front of the card. Readers turn it over, then judge themselves."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import Link
from macros.rendering.interactions import Answer, Form
from macros.rendering.item_texts import text_html


def form_of(presentation: Presentation, link: Link) -> Form:
    """The back of the card is the only line of the answer."""
    [(_, back)] = presentation.key_texts
    answers = [Answer("key", Markup(), text_html(back, link), True, "Answer:")]
    return Form(answers, buttons=(("turn", "Show the back"), ("", "")), asks_confidence=False)
