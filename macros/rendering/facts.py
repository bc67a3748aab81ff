"""Numbers in prose: from the ledger, from a metric, or marked as invented. Each is text, whatever signs it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.bank.metric_calls import MetricCallError, evaluate_and_format
from macros.ledger import Fact
from macros.problems import did_you_mean
from macros.rendering.problems import inline_problem_box_html

SHORT = 20  # characters that stay on one line
_LIVE = re.compile(r"""[&<>"'\\`*_{}\[\]#!|~^=$@]|^[-+:](?= )|(?<=^\d)[.)](?= )|(?<=^\d\d)[.)](?= )""")


def fact_text_or_error_markdown(facts: Mapping[str, Fact], fact_id: str) -> str:
    """The text of a fact, a short one with its words on one line; an error in its place if there is no such fact."""
    fact = facts.get(fact_id)
    if fact is None:
        return inline_problem_box_html(f"no fact {fact_id} in the ledger.{did_you_mean(fact_id, facts)}")
    return escape_as_markdown_line(fact.text, may_wrap=len(fact.text) > SHORT)


def metric_value_or_error_markdown(call: str, digits: int, *, percent: bool = False) -> str:
    """What a metric gives, with so many digits; an error in its place if the call cannot be computed."""
    try:
        return escape_as_markdown_line(evaluate_and_format(call, digits, percent=percent))
    except MetricCallError as fault:
        return inline_problem_box_html(str(fault))


def escape_as_markdown_line(text: str, may_wrap: bool = False) -> str:
    """The text on one line that Markdown and HTML read as text alone; by default, the line does not wrap."""
    line = " ".join(text.split())
    safe = _LIVE.sub(lambda found: f"&#{ord(found[0])};", line)
    return safe if may_wrap else safe.replace(" ", "\u00a0")
