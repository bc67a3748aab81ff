"""The report as a table to read, with what a bank of this size can show."""

from __future__ import annotations

from macros.rules.gate.judging import Report
from macros.rules.gate.odds import JUDGED_FROM


def table(made: Report) -> str:
    """One line for each guesser, the positions of the keys, and the power of the test."""
    lines = made.every
    rows = [f"{'guesser':<14}{'n':>6}{'right':>8}{'chance':>8}{'z':>7}  result"] if lines else []
    for line in lines:
        shares = f"{line.accuracy:>8.3f}{line.chance:>8.3f}{line.z:>7.2f}"
        rows.append(f"{line.guesser:<14}{line.n:>6}{shares}  {line.result}")
    if not made.lines:
        return "\n".join([*rows, _too_few(made)])
    for size in sorted({place.choices for place in made.positions}):
        counts = ", ".join(str(place.keys) for place in made.positions if place.choices == size)
        rows.append(f"keys by position, of {size} choices: {counts}")
    rows.append(f"all positions: p {made.likelihood:.3f}  {made.misplaced}")
    power = made.power
    rows.append(
        f"power: a guesser fails from {power['fails_from']:.3f}; a leak of 10 points would be noticed with a "
        "probability of "
        f"{power['seen']:.0%}, and of 80% from {power['needed']} items"
    )
    return "\n".join(rows)


def in_a_line(made: Report) -> str:
    """The report for the log of every check."""
    if not made.lines:
        return _too_few(made)
    best = max(made.lines[:-1], key=lambda line: line.z)
    learned = made.lines[-1]
    lines = made.every
    faults = sum(line.result != "ok" for line in lines) + (made.misplaced != "ok")
    return (
        f"gate: {made.n} items, chance {best.chance:.3f}; best guesser {best.guesser} {best.accuracy:.3f} "
        f"(z {best.z:.1f}), learned {learned.accuracy:.3f}{_by_words(made)}; {faults} of {len(lines) + 1} tests object"
    )


def _by_words(made: Report) -> str:
    return f", by words {made.content.accuracy:.3f}" if made.content else ""


def _too_few(made: Report) -> str:
    return f"gate: {made.n} items with choices; judged from {JUDGED_FROM}."
