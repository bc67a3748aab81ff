"""`order`: the steps as rows that can be moved."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormDataAndAnswers, option_view
from macros.rendering.item_texts import field_blocks_or_bare_paragraph_html


def form_data_and_answers(presentation: Presentation, resolve_link: ResolveLink) -> FormDataAndAnswers:
    """The steps in their initial order. The answer lists them in the right one."""
    feedback = {option.id: option.feedback for option in presentation.options}
    rows = {option.id: option_view(option.id, option.text, resolve_link) for option in presentation.initial_order}
    answers = [
        Answer(
            name,
            Markup("{}. {}").format(position, rows[name].text),
            field_blocks_or_bare_paragraph_html(feedback[name], resolve_link),
            True,
            "" if position > 1 else "Answer: ",
        )
        for position, name in enumerate(presentation.scoring_declaration.correct, 1)
    ]
    return FormDataAndAnswers(answers, {"rows": list(rows.values())})
