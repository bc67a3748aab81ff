"""The report as text: a table for `check --gate`, and a line for every check."""

from __future__ import annotations

from macros.rules.gate.guessers import CUE_GUESSERS, CUE_MIX, WORDS
from macros.rules.gate.odds import FEWEST_ITEMS
from macros.rules.gate.reporting import GateReport


def report_text(report: GateReport) -> str:
    """One line for each guesser, then the positions of the keys, and what a bank of this size can show."""
    results = report.results.values()
    lines = [f"{'guesser':<14}{'n':>6}{'right':>8}{'chance':>8}{'z':>7}  result"] if results else []
    for one in results:
        numbers = f"{one.n:>6}{one.accuracy:>8.3f}{one.chance:>8.3f}{one.z:>7.2f}"
        lines.append(f"{one.guesser:<14}{numbers}  {one.result}")
    if not report.has_enough_choice_items:
        return "\n".join([*lines, _too_few_items_line(report.n)])
    for size in sorted({position.choices for position in report.positions}):
        counts = ", ".join(str(position.keys) for position in report.positions if position.choices == size)
        lines.append(f"keys by position, of {size} choices: {counts}")
    lines += [
        f"all positions: p {report.position_p:.3f}  {report.key_position_verdict}",
        f"power: a guesser fails from {report.lowest_failing_accuracy:.3f}; a leak of 10 points would be noticed "
        f"with a probability of {report.power_to_find_leak:.0%}, and of 80% from {report.items_needed_to_find_leak} "
        "items",
    ]
    return "\n".join(lines)


def report_summary_line(report: GateReport) -> str:
    """The report in one line: how well the best guessers did against chance."""
    if not report.has_enough_choice_items:
        return _too_few_items_line(report.n)
    best = max((report.results[guesser.name] for guesser in CUE_GUESSERS), key=lambda one: one.z)
    learned, by_words = report.results[CUE_MIX].accuracy, report.results[WORDS].accuracy
    tests = [one.result for one in report.results.values()] + [report.key_position_verdict]
    objecting = sum(result != "ok" for result in tests)
    return (
        f"gate: {report.n} items, chance {best.chance:.3f}; best guesser {best.guesser} {best.accuracy:.3f} "
        f"(z {best.z:.1f}), learned {learned:.3f}, by words {by_words:.3f}; {objecting} of {len(tests)} "
        "tests object"
    )


def _too_few_items_line(item_count: int) -> str:
    return f"gate: {item_count} items with choices; judged from {FEWEST_ITEMS}."
