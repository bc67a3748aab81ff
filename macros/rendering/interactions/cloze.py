"""`cloze`: the stem as a sentence, with a field where the blank is."""

from __future__ import annotations

from markupsafe import Markup, escape

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormDataAndAnswers
from macros.rendering.item_texts import field_blocks_or_bare_paragraph_html, inline_field_html

_MARK = "\ue000"  # stands for the blank while Markdown is read; a stem that has one loses it


def form_data_and_answers(presentation: Presentation, resolve_link: ResolveLink) -> FormDataAndAnswers:
    """The sentence before and after the blank. The answer shows it whole, with every accepted text."""
    marked = presentation.stem.replace(_MARK, "").replace(presentation.blank, _MARK)
    before, _, after = inline_field_html(marked, resolve_link).partition(_MARK)
    accepted = [" ".join(text.split()) for _, text in presentation.key_texts]
    others = Markup(" Also correct: {}.").format(", ".join(accepted[1:])) if accepted[1:] else Markup()
    sentence = Markup("{}<strong>{}</strong>{}{}").format(before, accepted[0], after, others)
    answers = [Answer("key", escape(accepted[0]), sentence, True)]
    for mistake in presentation.mistakes:
        title = escape(" ".join(mistake.written.split()))
        answers.append(
            Answer(
                str(mistake.index), title, field_blocks_or_bare_paragraph_html(mistake.feedback, resolve_link), False
            )
        )
    return FormDataAndAnswers(answers, {"before": before, "after": after})
