"""The gate: what a reader who knows nothing would score, over the whole bank.

One item that gives its key away is an accident; a bank that does so pays for test-wiseness instead of knowledge, and
no look at single items finds it. Ten guessers and a learned mix of their cues sit the bank, the places of the keys are
counted, one more guesser has learned which words and names tend to be right, and one matches rows with partners by the
words they share. The rules B501 to B505 and B512 say what `report` found; numpy is loaded by `learned` and `content`
alone. `blueprint` holds what the finished bank must have.
"""

from macros.rules.gate.judged import Judged, judged
from macros.rules.gate.judging import FILE, Line, Report, as_json, kept, report
from macros.rules.gate.odds import FAILS, WARNS
from macros.rules.gate.positions import Position, runs
from macros.rules.gate.table import in_a_line, table

__all__ = ["FAILS", "FILE", "WARNS", "Judged", "Line", "Position", "Report", "as_json", "in_a_line", "judged", "kept",
           "report", "runs", "table"]  # fmt: skip
