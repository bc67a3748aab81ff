"""`numeric`: a field for a number, with the unit beside it."""

from __future__ import annotations

from markupsafe import Markup

from macros.bank import Declaration, Presentation
from macros.bank.scoring import MINUS
from macros.prose import ResolveLink
from macros.rendering.interactions import Answer, FormDataAndAnswers
from macros.rendering.item_texts import field_blocks_or_bare_paragraph_html

_SHARE_INSTRUCTION = "Enter a number. You can write 0.4, 40%, or 0,4."
_NUMBER_INSTRUCTION = "Enter a number. You can write 12.5 or 12,5."
_PERCENT_INSTRUCTION = "Enter a percentage. You can write 12.5, 12,5, or 12.5%."
_MOST_DIGITS = 6  # a number with more digits was computed, and is shown rounded


def form_data_and_answers(presentation: Presentation, resolve_link: ResolveLink) -> FormDataAndAnswers:
    """The field, and how a number can be written. The answer has the key with its range, then the typical mistakes."""
    declaration = presentation.scoring_declaration
    [key], unit = declaration.correct, declaration.unit
    answers = [
        Answer(
            "key", _number_and_unit(twelve_digit_text(key), unit), Markup(_accepted_range_sentence(declaration)), True
        )
    ]
    for mistake in presentation.mistakes:
        title = _number_and_unit(short_number_text(float(mistake.response)), unit)
        answers.append(
            Answer(
                str(mistake.index), title, field_blocks_or_bare_paragraph_html(mistake.feedback, resolve_link), False
            )
        )
    return FormDataAndAnswers(
        answers, {"unit": " ".join(unit.split()), "instruction": _number_format_instruction(key, unit)}
    )


def _number_format_instruction(key: float, unit: str) -> str:
    """How the number can be written. A percentage is offered where the key can be one: from -1 to 1."""
    if unit == "%":
        return _PERCENT_INSTRUCTION
    return _SHARE_INSTRUCTION if abs(key) <= 1 else _NUMBER_INSTRUCTION


def twelve_digit_text(value: float) -> str:
    """A number to the last digit that readers may have to type: `0.4`, `1234.5678`. Twelve digits hide 0.1 + 0.2."""
    return _plain_decimal_with_minus_sign(f"{value:.12g}")


def short_number_text(value: float) -> str:
    """A computed number as text: the whole number, or four digits if it has more than six and a fraction."""
    digits = sum(character.isdigit() for character in f"{value:.12g}".lstrip("-0.").replace(".", ""))
    return (
        twelve_digit_text(value)
        if digits <= _MOST_DIGITS or value == int(value)
        else _plain_decimal_with_minus_sign(f"{value:.4g}")
    )


def _plain_decimal_with_minus_sign(number_text: str) -> str:
    """A number without an exponent, if twelve decimals are enough for it, and with a true minus sign."""
    if "e" in number_text and 1e-6 <= abs(float(number_text)) < 1e15:
        number_text = f"{float(number_text):.12f}".rstrip("0").rstrip(".")
    return number_text.replace("-", MINUS)


def _number_and_unit(number_text: str, unit: str) -> Markup:
    """The number, with its unit after a space if it has one."""
    return Markup("{} {}").format(number_text, unit) if unit else Markup(number_text)


def _accepted_range_sentence(declaration: Declaration) -> str:
    """A sentence that says which numbers are correct."""
    [key], tolerance = declaration.correct, declaration.tolerance or {}
    distance = tolerance["abs"] if "abs" in tolerance else abs(key) * tolerance.get("rel", 0.0)
    if not distance:
        return "Only this number is correct."
    return f"From {twelve_digit_text(key - distance)} to {twelve_digit_text(key + distance)} is correct."
