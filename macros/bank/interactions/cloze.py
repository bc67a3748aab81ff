"""`cloze`: words that are missing from a sentence, typed; wrong words that have a reason carry their own feedback."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import Item
from macros.ledger.models import Entry, Text

GAP = "___"
Typed = Annotated[Text, Field(max_length=200)]  # one field takes it; what is longer are sentences, not words


class Slip(Entry):
    """A wrong answer that readers are likely to type, and its feedback."""

    value: Typed
    """The wrong answer, as a reader would type it."""
    feedback: Text
    """What this answer says about the reader's idea."""


class ClozeItem(Item):
    """A sentence with one blank; any variant in the key is accepted, regardless of case and spaces."""

    interaction: Literal["cloze"]
    mistakes: list[Slip] = Field(default_factory=list, max_length=12)
    """Wrong answers with a reason."""
    key: Annotated[list[Typed], Field(min_length=1, max_length=30)]
    """Accepted answers. The first one is shown as the answer. Case and spaces do not matter."""

    def declaration(self) -> Declaration:
        """Cardinality single, base string; the first variant is the one that is shown."""
        return Declaration("single", "string", self.key, mistakes=[mistake.value for mistake in self.mistakes])

    def texts(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Paths and texts of every field that readers see."""
        inner = [
            (("mistakes", at, name), str(getattr(mistake, name)))
            for at, mistake in enumerate(self.mistakes)
            for name in ("value", "feedback")
        ]
        return [*super().texts(), *((("key", at), text) for at, text in enumerate(self.key)), *inner]

    @model_validator(mode="after")
    def _one_gap(self) -> ClozeItem:
        if re.findall("_{2,}", self.stem) != [GAP]:
            raise PydanticCustomError("B123", "the stem needs one blank. Write `___` once, where words are missing.",
                                      {"field": "stem"})  # fmt: skip
        return self
