"""One module an interaction: its fields, its key, its declaration."""

from macros.bank.interactions.choice import NUMBER, Choice, ChoiceItem
from macros.bank.interactions.cloze import GAP, ClozeItem, Slip
from macros.bank.interactions.flashcard import FlashcardItem
from macros.bank.interactions.match import Left, MatchItem, Right
from macros.bank.interactions.numeric import Mistake, NumericItem, Tolerance
from macros.bank.interactions.order import OrderItem, Step
from macros.bank.items import Item

INTERACTIONS: dict[str, type[Item]] = {
    "choice": ChoiceItem,
    "cloze": ClozeItem,
    "flashcard": FlashcardItem,
    "match": MatchItem,
    "numeric": NumericItem,
    "order": OrderItem,
}
__all__ = [
    "GAP",
    "INTERACTIONS",
    "NUMBER",
    "Choice",
    "ChoiceItem",
    "ClozeItem",
    "FlashcardItem",
    "Left",
    "MatchItem",
    "Mistake",
    "NumericItem",
    "OrderItem",
    "Right",
    "Slip",
    "Step",
    "Tolerance",
]
