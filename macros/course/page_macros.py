"""The macros that pages may call, listed once: how each is called, where it may stand, and which ids it writes.

`macros.rendering` and `macros.reference` implement them; a test compares their functions with this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from macros.ledger import Ledger


# These do nothing: their parameters are compared with the arguments of calls.
def _accept_quiz_arguments(*ids: str, mode: str = "practice") -> None: ...
def _accept_value_arguments(call: str, digits: int, *, percent: bool = False) -> None: ...
def _accept_calculator_arguments(name: str, *, preset: str | None = None) -> None: ...
def _accept_one_name(name: str) -> None: ...
def _accept_no_arguments() -> None: ...


def _no_written_ids(ledger: Ledger) -> Iterable[str]:
    return ()


def _html_ids_of_not_taught_macro(ledger: Ledger) -> Iterator[str]:
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
    "quiz": PageMacro(_accept_quiz_arguments),
    "value": PageMacro(_accept_value_arguments, is_inline=True),
    "calculator": PageMacro(_accept_calculator_arguments),
    "fact": PageMacro(_accept_one_name, is_inline=True),
    "given": PageMacro(_accept_one_name, is_inline=True),
    "picture": PageMacro(_accept_one_name),
    "source_list": PageMacro(_accept_no_arguments),
    "lab": PageMacro(_accept_no_arguments),
    "lab_link": PageMacro(_accept_one_name),
    "labs": PageMacro(_accept_no_arguments),
    "playground": PageMacro(_accept_no_arguments),
    "stored_answers": PageMacro(_accept_no_arguments),
    "review": PageMacro(_accept_no_arguments),
    "progress": PageMacro(_accept_no_arguments, written_ids=lambda ledger: ("objectives", "lessons", "confidence")),
    "today": PageMacro(_accept_no_arguments),
    "rules": PageMacro(_accept_no_arguments, written_ids=None),
    "gate": PageMacro(_accept_no_arguments),
    "cards": PageMacro(_accept_no_arguments, written_ids=lambda ledger: ledger.cards),
    "ledger": PageMacro(_accept_no_arguments, written_ids=lambda ledger: ledger.facts),
    "exams": PageMacro(_accept_no_arguments, written_ids=lambda ledger: map(str.lower, ledger.exams)),
    "coverage": PageMacro(_accept_no_arguments),
    "glossary": PageMacro(_accept_no_arguments, written_ids=lambda ledger: ledger.glossary),
    "holdings": PageMacro(_accept_no_arguments),
    "calculators": PageMacro(_accept_no_arguments),
    "topic": PageMacro(_accept_no_arguments),
    "exam_shares": PageMacro(_accept_no_arguments),
    "not_taught": PageMacro(_accept_no_arguments, written_ids=_html_ids_of_not_taught_macro),
    "interactions": PageMacro(_accept_no_arguments),
}
