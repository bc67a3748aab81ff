"""The macros that pages may call, listed once: how each is called, where it may stand, and which ids it writes.

`macros.rendering` and `macros.reference` implement them; a test compares their functions with this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from macros.ledger import Ledger


def _quiz_call(*ids: str, mode: str = "practice") -> None: ...
def _value_call(call: str, digits: int, *, percent: bool = False) -> None: ...
def _calculator_call(name: str, *, preset: str | None = None) -> None: ...
def _name_call(name: str) -> None: ...
def _bare_call() -> None: ...


def _no_ids(ledger: Ledger) -> Iterable[str]:
    return ()


def _not_taught_ids(ledger: Ledger) -> Iterator[str]:
    for code, exam in ledger.exams.items():
        yield f"not-in-{code.lower()}"
        yield from (f"{code.lower()}-domain-{domain.id}" for domain in exam.domains)


class PageMacro(NamedTuple):
    """A macro: a function with its signature, whether it may stand in a sentence, and what links can name.

    ids: returns the ids of what the macro writes from the ledger; None if its ids are not known before it is rendered.
    The ids of items and calculators follow from their calls (macros/course/targets.py).
    """

    signature: Callable[..., None]
    is_inline: bool = False
    ids: Callable[[Ledger], Iterable[str]] | None = _no_ids


PAGE_MACROS: dict[str, PageMacro] = {
    "quiz": PageMacro(_quiz_call),
    "value": PageMacro(_value_call, is_inline=True),
    "calculator": PageMacro(_calculator_call),
    "fact": PageMacro(_name_call, is_inline=True),
    "given": PageMacro(_name_call, is_inline=True),
    "picture": PageMacro(_name_call),
    "source_list": PageMacro(_bare_call),
    "lab": PageMacro(_bare_call),
    "lab_link": PageMacro(_name_call),
    "labs": PageMacro(_bare_call),
    "playground": PageMacro(_bare_call),
    "stored_answers": PageMacro(_bare_call),
    "review": PageMacro(_bare_call),
    "progress": PageMacro(_bare_call, ids=lambda ledger: ("objectives", "lessons", "confidence")),
    "today": PageMacro(_bare_call),
    "rules": PageMacro(_bare_call, ids=None),
    "gate": PageMacro(_bare_call),
    "cards": PageMacro(_bare_call, ids=lambda ledger: ledger.cards),
    "ledger": PageMacro(_bare_call, ids=lambda ledger: ledger.facts),
    "exams": PageMacro(_bare_call, ids=lambda ledger: map(str.lower, ledger.exams)),
    "coverage": PageMacro(_bare_call),
    "glossary": PageMacro(_bare_call, ids=lambda ledger: ledger.glossary),
    "holdings": PageMacro(_bare_call),
    "topic": PageMacro(_bare_call),
    "exam_shares": PageMacro(_bare_call),
    "not_taught": PageMacro(_bare_call, ids=_not_taught_ids),
    "interactions": PageMacro(_bare_call),
}
