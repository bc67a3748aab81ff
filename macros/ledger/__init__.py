"""The ledger: dated, sourced facts; objectives and misconceptions that items serve; cards, terms and exam guides.

Nothing here knows an item or a page; both look things up here.
"""

from macros.ledger.loading import Ledger, load_ledger
from macros.ledger.models import Card, Disputed, Exam, Fact, Misconception, Objective, Source, Term

__all__ = ["Card", "Disputed", "Exam", "Fact", "Ledger", "Misconception", "Objective", "Source", "Term", "load_ledger"]
