"""`match`: each row has a select with all partners."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Presentation
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormDataAndAnswers, OptionView, option_view
from macros.rendering.item_texts import field_blocks_or_bare_paragraph_html


def form_data_and_answers(presentation: Presentation, resolve_link: ResolveLink) -> FormDataAndAnswers:
    """Rows and partners. The answer has a line for each row, and one for the partners that no row needs."""
    partners = {option.id: option_view(option.id, option.text, resolve_link) for option in presentation.initial_order}
    rows: list[OptionView] = []
    answers: list[Answer] = []
    for option, partner in presentation.rows_with_partners:
        row = option_view(option.id, option.text, resolve_link)
        rows.append(row)
        ends_a_sentence = row.name.endswith((".", "?", "!"))
        title = Markup("{} {}" if ends_a_sentence else "{}: {}").format(row.text, partners[partner.id].text)
        lead = "" if answers else "Answer: "
        answers.append(
            Answer(row.id, title, field_blocks_or_bare_paragraph_html(option.feedback, resolve_link), True, lead)
        )
    used = {partner.id for _, partner in presentation.rows_with_partners}
    unused = [partner.text for partner in partners.values() if partner.id not in used]
    if unused:
        answers.append(Answer("left-over", Markup("Not used"), Markup("; ").join(unused), False))
    values = {"rows": rows, "partners": list(partners.values())}
    return FormDataAndAnswers(answers, values, f"0 of {len(rows)} rows answered", has_drag_button=True)
