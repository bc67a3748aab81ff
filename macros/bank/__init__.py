"""The item bank: what an item is, how a response to it is scored, and quizzes/**/*.yml read into checked models."""

from macros.bank.declaration import Declaration
from macros.bank.interactions import (
    GAP,
    NUMBER,
    ChoiceItem,
    ClozeItem,
    FlashcardItem,
    MatchItem,
    NumericItem,
    OrderItem,
)
from macros.bank.items import Item
from macros.bank.loading import Bank, BankFile, Case, load_bank

__all__ = [
    "GAP",
    "NUMBER",
    "Bank",
    "BankFile",
    "Case",
    "ChoiceItem",
    "ClozeItem",
    "Declaration",
    "FlashcardItem",
    "Item",
    "MatchItem",
    "NumericItem",
    "OrderItem",
    "load_bank",
]
