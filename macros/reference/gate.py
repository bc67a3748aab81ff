"""The results of the last check by the gate, as a page shows them. Nothing is measured here."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from macros.bank.scoring import MINUS
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.templates import template, without_blank_lines
from macros.rules.gate import GateReport, read_last_report
from macros.rules.gate.guessers import DESCRIPTION_BY_GUESSER

VERDICTS = {
    "ok": "no leak",
    "warns": "leak: a warning",
    "fails": "leak: the bank fails",
    "below": "rules out keys: a warning",
}


def last_gate_report_html(project: Path) -> str:
    """Tables of guessers and positions, and what a bank of this size can show; a sentence if nothing was measured."""
    report = read_last_report(project)
    made = template("gate.html").render(
        report=report,
        results=report.results.values() if report else [],
        descriptions=DESCRIPTION_BY_GUESSER,
        positions=_key_position_and_chance_counts(report),
        verdicts=VERDICTS,
        percent=lambda share: f"{share:.0%}",
        signed=lambda z: f"{round(z, 1) + 0.0:.1f}".replace("-", MINUS),
    )
    return mark_protected_html(without_blank_lines(made))


def _key_position_and_chance_counts(report: GateReport | None) -> list[tuple[int, str, str]]:
    """For each number of choices: that number, the key counts by position as text, and the count by chance."""
    by_size = groupby(report.positions if report else [], key=lambda position: position.choices)
    found = ((size, list(group)) for size, group in by_size)
    return [(size, ", ".join(str(one.keys) for one in group), f"{group[0].expected:.1f}") for size, group in found]
