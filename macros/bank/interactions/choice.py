"""`choice`: one key, or several, among choices that each carry their own feedback."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import GalleryRow, Item
from macros.bank.presentation import NUMBER, Option, Presentation
from macros.bank.shuffling import shuffle_by_hash
from macros.ledger.models import Entry, Id, Text
from macros.problems import Fault, did_you_mean


class Choice(Entry):
    """Something that readers can choose, with feedback about the idea behind it."""

    id: Id
    """Names the idea, as in `recall`. It is stored with readers' answers."""
    text: Text
    """What the reader chooses."""
    feedback: Text
    """What the choice says about the reader's idea. It names no letter and no position."""
    misconception: Id | None = None
    """The misconception that makes a distractor tempting: an id from docs/data/misconceptions.yml."""
    right_if: Text | None = None
    """The fact under which this distractor would be the key."""
    equals: Text | None = None
    """The calculation of the number in the text, as in `precision(tp=40, fp=10)`. The check computes it again."""
    pin: Literal["last"] | None = None
    """`last` keeps the choice at the end when choices are shuffled. Only one choice can have it."""


class ChoiceItem(Item):
    """One key among three or four choices, or two and more keys among four to six."""

    extra_seconds = 0
    interaction: Literal["choice"]
    choices: Annotated[list[Choice], Field(min_length=3, max_length=6)]
    """Three or four with one key, four to six with several."""
    key: Id | Annotated[list[Id], Field(min_length=2)]
    """The id of the correct choice, or a list of ids. With a list, the stem says how many to choose."""

    @property
    def key_ids(self) -> list[str]:
        """Ids of the right choices, one or several."""
        return [self.key] if isinstance(self.key, str) else self.key

    def scoring_declaration(self) -> Declaration:
        """Cardinality single or multiple, base identifier."""
        return Declaration("single" if isinstance(self.key, str) else "multiple", "identifier", self.key_ids)

    def build_presentation(self) -> Presentation:
        """Numbers keep their order, so that they always go up. A pinned choice is the last at first, too."""
        options = tuple(
            Option(choice.id, choice.text, choice.feedback, "choices", at, choice.misconception, choice.right_if,
                   choice.equals, choice.pin == "last")
            for at, choice in enumerate(self.choices)
        )  # fmt: skip
        if all(NUMBER.fullmatch(option.text) for option in options):
            return replace(super().build_presentation(), options=options, initial_order=options, is_shuffled=False)
        by_id = {option.id: option for option in options}
        order = [by_id[name] for name in shuffle_by_hash(self.id, by_id)]
        return replace(
            super().build_presentation(),
            options=options,
            initial_order=tuple(sorted(order, key=lambda one: one.is_last)),
        )

    @model_validator(mode="after")
    def _require_keys_among_choices(self) -> ChoiceItem:
        offered = [choice.id for choice in self.choices]
        for name in self.key_ids:
            if name not in offered:
                hint = did_you_mean(name, offered) or f" The choices are {', '.join(offered)}."
                context = {"name": name, "hint": hint, "field": "key"}
                raise PydanticCustomError("B105", "key names {name}, which is not a choice.{hint}", context)
        return self

    @model_validator(mode="after")
    def _require_at_most_one_pin(self) -> ChoiceItem:
        pinned = [choice.id for choice in self.choices if choice.pin]
        if len(pinned) > 1:
            context = {"names": " and ".join(pinned), "field": "choices"}
            raise PydanticCustomError("B135", "{names} are both pinned last. Keep `pin` on one of them.", context)
        return self

    @model_validator(mode="after")
    def _require_unique_choice_and_key_ids(self) -> ChoiceItem:
        for field, ids in (("choices", [choice.id for choice in self.choices]), ("key", self.key_ids)):
            twice = next((name for name in ids if ids.count(name) > 1), None)
            if twice:
                context = {"name": twice, "field": field}
                raise PydanticCustomError("B106", "{field} names {name} twice. Use each id once.", context)
        return self


def sample_choices_yaml(also_pins_second: bool) -> str:
    """YAML of three choices, the third pinned; the second as well if `also_pins_second`."""
    pin = ", pin: last" if also_pins_second else ""
    return (f"choices: [{{id: recall, text: a, feedback: b}}, {{id: other, text: c, feedback: d{pin}}}, "
            "{id: e, text: f, feedback: g, pin: last}]")  # fmt: skip


FAULTS = {
    "B135": Fault("Only one choice can be pinned as the last one.", sample_choices_yaml(also_pins_second=True),
                  sample_choices_yaml(also_pins_second=False)),
}  # fmt: skip

GALLERY = [
    GalleryRow("`choice`", "chooses one", "the `id` of a choice", "`choices`"),
    GalleryRow("`choice`, several keys", "chooses as many as the stem says", "a list of ids", "`choices`"),
]
