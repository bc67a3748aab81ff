"""Numbers in prose: from the ledger, from a metric, or marked as invented. Each is text, whatever signs it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.bank.metric_calls import MetricCallError, evaluate_and_format
from macros.ledger import Fact
from macros.problems import did_you_mean
from macros.rendering.problems import problem_mark_html

SHORT = 20  # characters that stay on one line
_LIVE = re.compile(r"""[&<>"'\\`*_{}\[\]#!|~^=$@]|^[-+:](?= )|(?<=^\d)[.)](?= )|(?<=^\d\d)[.)](?= )""")


def fact_or_problem_markdown(facts: Mapping[str, Fact], fact_id: str) -> str:
    """The text of a fact, a short one with its words on one line; a problem mark if the ledger does not have it."""
    fact = facts.get(fact_id)
    if fact is None:
        return problem_mark_html(f"no fact {fact_id} in the ledger.{did_you_mean(fact_id, facts)}")
    return escape_for_markdown(fact.text, can_wrap=len(fact.text) > SHORT)


def metric_or_problem_markdown(call: str, digits: int, *, percent: bool = False) -> str:
    """What a metric gives, with so many digits; a problem mark if the call cannot be computed."""
    try:
        return escape_for_markdown(evaluate_and_format(call, digits, percent=percent))
    except MetricCallError as fault:
        return problem_mark_html(str(fault))


def escape_example_number(number: str) -> str:
    """A number of the page's own example, which no ledger holds, escaped for Markdown."""
    return escape_for_markdown(number)


def escape_for_markdown(text: str, can_wrap: bool = False) -> str:
    """One line that Markdown and HTML read as text alone; its spaces do not break unless it `can_wrap`."""
    line = " ".join(text.split())
    safe = _LIVE.sub(lambda found: f"&#{ord(found[0])};", line)
    return safe if can_wrap else safe.replace(" ", "\u00a0")
