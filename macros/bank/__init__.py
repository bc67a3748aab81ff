"""The item bank: what an item is, how a response to it is scored, and quizzes/**/*.yml read into checked models."""

from macros.bank.declaration import Declaration
from macros.bank.items import BrokenItem, Item
from macros.bank.loading import Bank, BankFile, Case, load_bank
from macros.bank.presentation import NUMBER, Option, Presentation, WrongAnswer

__all__ = [
    "NUMBER",
    "Bank",
    "BankFile",
    "BrokenItem",
    "Case",
    "Declaration",
    "Item",
    "Option",
    "Presentation",
    "WrongAnswer",
    "load_bank",
]
