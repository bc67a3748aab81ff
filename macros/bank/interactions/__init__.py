"""One module an interaction: its fields, its key, its declaration."""

from macros.bank.interactions.choice import Choice, ChoiceItem
from macros.bank.interactions.numeric import Mistake, NumericItem, Tolerance
from macros.bank.items import Item

INTERACTIONS: dict[str, type[Item]] = {"choice": ChoiceItem, "numeric": NumericItem}

__all__ = ["INTERACTIONS", "Choice", "ChoiceItem", "Mistake", "NumericItem", "Tolerance"]
