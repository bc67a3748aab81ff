"""Facts inside texts: `{{ fact("id") }}` in items, cards and glossary, in exactly this form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.ledger.models import Fact

FACT = re.compile(r'\{\{ fact\("([^"{}]*)"\) \}\}')
_LIVE = re.compile(r"[\\`*_\[\]<>&!#~|]")


def markdown_escaped_text(fact: Fact) -> str:
    """The text of a fact with its Markdown signs escaped, so that a Markdown field shows them as they are."""
    return _LIVE.sub(r"\\\g<0>", fact.text)


def fill_in_facts(markdown: str, facts: Mapping[str, Fact]) -> str:
    """A Markdown text with its facts; one that the ledger does not hold stays as it is written."""
    return FACT.sub(lambda found: markdown_escaped_text(facts[found[1]]) if found[1] in facts else found[0], markdown)
