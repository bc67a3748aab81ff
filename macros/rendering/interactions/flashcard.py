"""`flashcard`: the stem is the front of the card. Readers turn it over, then judge themselves."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormView
from macros.rendering.item_texts import field_html


def build_form_view(presentation: Presentation, link: ResolveLink) -> FormView:
    """The back of the card is the only line of the answer."""
    [(_, back)] = presentation.key_texts
    answers = [Answer("key", Markup(), field_html(back, link), True, "Answer:")]
    return FormView(answers, buttons=(("turn", "Show the back"), ("", "")), asks_confidence=False)
