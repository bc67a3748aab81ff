"""The ledger: dated, sourced facts; objectives and misconceptions; cards, terms, exam guides and words to avoid.

Nothing here knows an item or a page; both look things up here.
"""

from macros.ledger.loading import Ledger, load_ledger
from macros.ledger.models import Card, Disputed, Exam, Fact, Misconception, Objective, Source, Term, Wording

__all__ = ["Card", "Disputed", "Exam", "Fact", "Ledger", "Misconception", "Objective", "Source", "Term", "Wording",
           "load_ledger"]  # fmt: skip
