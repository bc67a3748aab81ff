"""Facts inside texts of the ledger."""

from __future__ import annotations

from datetime import date

from macros.ledger import Fact
from macros.ledger.quoting import fill_in_facts

FACTS = {"limit": Fact(text="1 GB", value=1, source="guide", seen=date(2026, 11, 24)),
         "stars": Fact(text="*4*", value=4, source="guide", seen=date(2026, 11, 24))}  # fmt: skip


def test_a_fact_stands_where_it_is_quoted() -> None:
    assert fill_in_facts('Up to {{ fact("limit") }}, no more.', FACTS) == "Up to 1 GB, no more."


def test_signs_of_a_fact_are_text() -> None:
    assert fill_in_facts('{{ fact("stars") }}', FACTS) == r"\*4\*"


def test_what_the_ledger_does_not_hold_stays_as_written() -> None:
    assert (
        fill_in_facts('{{ fact("no-such") }} and {{fact("limit")}}', FACTS)
        == '{{ fact("no-such") }} and {{fact("limit")}}'
    )
