"""`choice`: a radio button for each choice if there is one key, else a checkbox."""

from __future__ import annotations

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormDataAndAnswers, option_view
from macros.rendering.item_texts import field_blocks_or_bare_paragraph_html


def form_data_and_answers(presentation: Presentation, resolve_link: ResolveLink) -> FormDataAndAnswers:
    """The choices in their initial order, each with its feedback in the answer."""
    options = presentation.initial_order
    rows = [option_view(option.id, option.text, resolve_link, option.is_last) for option in options]
    answers = [
        Answer(
            option.id,
            row.text,
            field_blocks_or_bare_paragraph_html(option.feedback, resolve_link),
            option in presentation.key_options,
        )
        for option, row in zip(options, rows, strict=True)
    ]
    is_single = presentation.is_single_selection
    values = {
        "rows": rows,
        "is_shuffled": presentation.is_shuffled,
        "control": "radio" if is_single else "checkbox",
        "instruction": "Choose one." if is_single else "",  # with several keys, the stem says how many
    }
    return FormDataAndAnswers(answers, values, "" if is_single else f"0 of {len(presentation.key_options)} chosen")
