"""The macros that pages may call, listed once: how each is called, where it may stand, and which ids it writes.

`macros.rendering` and `macros.reference` implement them; a test compares their functions with this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from macros.ledger import Ledger


# Empty functions: only their parameters are used, which the arguments of calls must fit.
def _quiz_signature(*ids: str, mode: str = "practice") -> None: ...
def _value_signature(call: str, digits: int, *, percent: bool = False) -> None: ...
def _calculator_signature(name: str, *, preset: str | None = None) -> None: ...
def _name_argument_signature(name: str) -> None: ...
def _no_arguments_signature() -> None: ...


def _no_written_ids(ledger: Ledger) -> Iterable[str]:
    return ()


def _html_ids_of_exams_and_domains(ledger: Ledger) -> Iterator[str]:
    for code, exam in ledger.exams.items():
        yield f"not-in-{code.lower()}"
        yield from (f"{code.lower()}-domain-{domain.id}" for domain in exam.domains)


class PageMacro(NamedTuple):
    """A macro: a function with its signature, whether it may stand in a sentence, and what links can name.

    written_ids: returns the ids of what the macro writes from the ledger; None if they are not known before it is
    rendered. The ids of items and calculators follow from their calls (macros/course/targets.py).
    """

    signature: Callable[..., None]
    is_inline: bool = False
    written_ids: Callable[[Ledger], Iterable[str]] | None = _no_written_ids


PAGE_MACROS: dict[str, PageMacro] = {
    "quiz": PageMacro(_quiz_signature),
    "value": PageMacro(_value_signature, is_inline=True),
    "calculator": PageMacro(_calculator_signature),
    "fact": PageMacro(_name_argument_signature, is_inline=True),
    "given": PageMacro(_name_argument_signature, is_inline=True),
    "picture": PageMacro(_name_argument_signature),
    "source_list": PageMacro(_no_arguments_signature),
    "lab": PageMacro(_no_arguments_signature),
    "lab_link": PageMacro(_name_argument_signature),
    "labs": PageMacro(_no_arguments_signature),
    "playground": PageMacro(_no_arguments_signature),
    "stored_answers": PageMacro(_no_arguments_signature),
    "review": PageMacro(_no_arguments_signature),
    "progress": PageMacro(_no_arguments_signature, written_ids=lambda ledger: ("objectives", "lessons", "confidence")),
    "today": PageMacro(_no_arguments_signature),
    "rules": PageMacro(_no_arguments_signature, written_ids=None),
    "gate": PageMacro(_no_arguments_signature),
    "cards": PageMacro(_no_arguments_signature, written_ids=lambda ledger: ledger.cards),
    "ledger": PageMacro(_no_arguments_signature, written_ids=lambda ledger: ledger.facts),
    "exams": PageMacro(_no_arguments_signature, written_ids=lambda ledger: map(str.lower, ledger.exams)),
    "coverage": PageMacro(_no_arguments_signature),
    "glossary": PageMacro(_no_arguments_signature, written_ids=lambda ledger: ledger.glossary),
    "holdings": PageMacro(_no_arguments_signature),
    "calculators": PageMacro(_no_arguments_signature),
    "topic": PageMacro(_no_arguments_signature),
    "exam_shares": PageMacro(_no_arguments_signature),
    "not_taught": PageMacro(_no_arguments_signature, written_ids=_html_ids_of_exams_and_domains),
    "interactions": PageMacro(_no_arguments_signature),
}
