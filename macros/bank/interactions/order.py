"""`order`: steps that the reader puts into their order. What is shown first is shuffled, and never the key."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import ceil
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import GalleryRow, Item
from macros.bank.presentation import Option, Presentation
from macros.bank.shuffling import shuffle_by_hash
from macros.ledger.models import Entry, Id, Text
from macros.problems import Fault, did_you_mean

_REVERSED = 0.4  # share of all pairs of steps that are reversed at first, at least


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

    extra_seconds = 30
    interaction: Literal["order"]
    choices: Annotated[list[Step], Field(min_length=3, max_length=5)]
    """Three to five steps, in any order."""
    key: list[Id]
    """The ids of all steps, first to last."""

    def scoring_declaration(self) -> Declaration:
        """Cardinality ordered."""
        return Declaration("ordered", "identifier", self.key)

    def build_presentation(self) -> Presentation:
        """The steps. At first, they are shuffled so much that putting them in order takes some work."""
        options = tuple(
            Option(step.id, step.text, step.feedback, "choices", at) for at, step in enumerate(self.choices)
        )
        by_id = {option.id: option for option in options}
        order = shuffle_by_hash(self.id, self.key, self._count_reversals_below_minimum)
        return replace(
            super().build_presentation(),
            options=options,
            initial_order=tuple(by_id[name] for name in order),
        )

    def _count_reversals_below_minimum(self, shuffled_ids: list[str]) -> int:
        """How many more pairs of steps must be reversed, compared with the key, before an order is shuffled enough."""
        pairs = list(combinations(self.key, 2))
        reversed_pairs = sum(shuffled_ids.index(one) > shuffled_ids.index(other) for one, other in pairs)
        return max(0, ceil(_REVERSED * len(pairs)) - reversed_pairs)

    @model_validator(mode="after")
    def _require_each_step_once_in_key(self) -> OrderItem:
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


def sample_order_item_yaml(key_yaml: str) -> str:
    """YAML of an order item with this key."""
    steps = "[{id: train, text: a, feedback: b}, {id: frame, text: c, feedback: d}, {id: deploy, text: e, feedback: f}]"
    return f"interaction: order\nturns_on:\nlevel: recall\nchoices: {steps}\nkey: {key_yaml}"


FAULTS = {
    "B122": Fault("A step that is missing from the key has no correct position.",
                  sample_order_item_yaml("[frame, train]"), sample_order_item_yaml("[frame, train, deploy]")),
}  # fmt: skip

GALLERY = [
    GalleryRow("`order`", "moves rows into the correct order", "all ids, first to last", "`choices`"),
]
