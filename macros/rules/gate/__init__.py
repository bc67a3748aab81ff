"""The gate: what a reader who knows nothing would score, over the whole bank.

One item that gives its key away is an accident. A bank that does so rewards test-wiseness instead of knowledge, and no
check of single items finds it. Ten guessers and a learned mix of their cues answer the bank, the positions of the keys
are counted, one more guesser has learned which words and names tend to be right, and one matches rows with partners by
shared words. The rules B501 to B505 and B512 read the report. Only `cue_mix_guesser` and `word_guesser` load numpy.
`blueprint` has what the rules on the contents of the whole bank share.
"""

from macros.rules.gate.items import GateItem, active_choice_items
from macros.rules.gate.positions import Position, long_same_position_runs
from macros.rules.gate.reporting import (
    FILE,
    GateReport,
    GuesserResult,
    leaking_items,
    read_last_report,
    report_json,
    up_to_date_report,
    write_report_if_possible,
)
from macros.rules.gate.table import report_summary_line, report_text

__all__ = [
    "FILE",
    "GateItem",
    "GateReport",
    "GuesserResult",
    "Position",
    "active_choice_items",
    "leaking_items",
    "long_same_position_runs",
    "read_last_report",
    "report_json",
    "report_summary_line",
    "report_text",
    "up_to_date_report",
    "write_report_if_possible",
]
