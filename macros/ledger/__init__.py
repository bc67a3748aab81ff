"""The ledger: dated, sourced facts, and the objectives and misconceptions that items serve.

Nothing here knows an item or a page; both look things up here.
"""

from macros.ledger.loading import Ledger, load_ledger
from macros.ledger.models import Disputed, Fact, Misconception, Objective, Source

__all__ = ["Disputed", "Fact", "Ledger", "Misconception", "Objective", "Source", "load_ledger"]
