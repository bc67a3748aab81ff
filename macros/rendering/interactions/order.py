"""`order`: the steps as rows that can be moved."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import Link
from macros.rendering.interactions import Answer, Form, row_of
from macros.rendering.item_texts import text_html


def form_of(presentation: Presentation, link: Link) -> Form:
    """The steps in their initial order. The answer lists them in the right one."""
    feedback = {option.id: option.feedback for option in presentation.options}
    rows = {option.id: row_of(option.id, option.text, link) for option in presentation.initial_order}
    answers = [
        Answer(
            name,
            Markup("{}. {}").format(position, rows[name].text),
            text_html(feedback[name], link),
            True,
            "" if position > 1 else "Answer: ",
        )
        for position, name in enumerate(presentation.declaration.correct, 1)
    ]
    return Form(answers, {"rows": list(rows.values())})
