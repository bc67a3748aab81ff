"""`order`: steps that the reader puts into their order. What is shown first is shuffled, and never the key."""

from __future__ import annotations

from itertools import combinations
from math import ceil
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import Item
from macros.bank.shuffling import shuffled
from macros.ledger.models import Entry, Id, Text
from macros.problems import did_you_mean

_APART = 0.4  # share of all pairs that stand the wrong way round at first, at least


class Step(Entry):
    """A step to put in order, and the reason for its place."""

    id: Id
    """Names the step, as in `train`. It is stored with readers' answers."""
    text: Text
    """The text of the step."""
    feedback: Text
    """Why the step cannot come before the step that it follows."""


class OrderItem(Item):
    """Three to five steps; the key holds all of them, first to last."""

    interaction: Literal["order"]
    choices: Annotated[list[Step], Field(min_length=3, max_length=5)]
    """Three to five steps, in any order."""
    key: list[Id]
    """The ids of all steps, first to last."""

    def declaration(self) -> Declaration:
        """Cardinality ordered."""
        return Declaration("ordered", "identifier", self.key)

    def texts(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Paths and texts of every field that readers see."""
        inner = [
            (("choices", at, name), str(getattr(step, name)))
            for at, step in enumerate(self.choices)
            for name in ("text", "feedback")
        ]
        return [*super().texts(), *inner]

    def first_order(self) -> list[str]:
        """What is shown at first: far enough from the key to be work."""
        pairs = list(combinations(self.key, 2))

        def misfit(order: list[str]) -> int:
            apart = sum(order.index(one) > order.index(other) for one, other in pairs)
            return max(0, ceil(_APART * len(pairs)) - apart)

        return shuffled(self.id, self.key, misfit)

    @model_validator(mode="after")
    def _key_holds_each_once(self) -> OrderItem:
        offered = [step.id for step in self.choices]
        if len(set(offered)) < len(offered):
            raise PydanticCustomError("B106", "two choices share an id. Use each id once.", {"field": "choices"})
        for name in self.key:
            if name not in offered:
                hint = did_you_mean(name, offered) or f" The choices are {', '.join(offered)}."
                raise PydanticCustomError("B105", "key names {name}, which is not a choice.{hint}",
                                          {"name": name, "hint": hint, "field": "key"})  # fmt: skip
        if sorted(self.key) != sorted(offered):
            raise PydanticCustomError("B122", "key must name each choice once, first to last.", {"field": "key"})
        return self
