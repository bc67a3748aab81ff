"""What the gate found at the last check, as a page shows it: it measures nothing itself."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from macros.bank.scoring import MINUS
from macros.rendering.templates import template
from macros.rendering.whole import whole
from macros.rules.gate import Line, Report, kept
from macros.rules.gate.guessers import GUESSERS

VERDICTS = {
    "ok": "no leak",
    "warns": "leaks: a warning",
    "fails": "leaks: the bank fails",
    "below": "rules keys out: a warning",
}
_MIXES = {
    "learned": "The likeliest by a mix of all cues above, learned from half of the objectives and tried on the rest",
    "content": "The likeliest by words and service names: which of them tend to be right in other objectives",
    "matching": "In match items, for each row the partner with most words in common",
}


def gate_page(project: Path) -> str:
    """Tables of guessers and of places, and what a bank of this size can show; a sentence if nothing was measured."""
    report = kept(project)
    made = template("gate.html").render(
        report=report,
        lines=[(line, _takes(line)) for line in _lines(report)],
        places=_places(report),
        power=report.power if report else {},
        verdicts=VERDICTS,
        percent=lambda share: f"{share:.0%}".replace("%", "\u00a0%"),
        signed=lambda z: f"{round(z, 1) + 0.0:.1f}".replace("-", MINUS),
    )
    return whole("\n".join(line for line in map(str.strip, made.split("\n")) if line))


def _lines(report: Report | None) -> list[Line]:
    return report.every if report else []


def _takes(line: Line) -> str:
    guesser = GUESSERS.get(line.guesser)
    return str(guesser.__doc__).rstrip(".") if guesser else _MIXES.get(line.guesser, "")


def _places(report: Report | None) -> list[tuple[int, str, str]]:
    """Number of choices, counts in words, and what luck gives each place."""
    by_size = groupby(report.positions if report else [], key=lambda place: place.choices)
    found = ((choices, list(group)) for choices, group in by_size)
    return [
        (choices, ", ".join(str(place.keys) for place in group), f"{group[0].expected:.1f}") for choices, group in found
    ]
