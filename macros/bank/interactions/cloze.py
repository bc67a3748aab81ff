"""`cloze`: words that are missing from a sentence, typed; wrong words that have a reason carry their own feedback."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import GalleryRow, Item
from macros.bank.presentation import Presentation, WrongAnswer
from macros.ledger.models import Entry, Text
from macros.problems import Fault

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

    extra_seconds = 0
    interaction: Literal["cloze"]
    mistakes: list[Slip] = Field(default_factory=list, max_length=12)
    """Wrong answers with a reason."""
    key: Annotated[list[Typed], Field(min_length=1, max_length=30)]
    """Accepted answers. The first one is shown as the answer. Case and spaces do not matter."""

    def scoring_declaration(self) -> Declaration:
        """Cardinality single, base string; the first variant is the one that is shown."""
        return Declaration("single", "string", self.key, mistakes=[mistake.value for mistake in self.mistakes])

    def build_presentation(self) -> Presentation:
        """The blank in the stem, the accepted answers, and the wrong ones with a reason."""
        return replace(
            super().build_presentation(),
            key_texts=tuple((("key", at), text) for at, text in enumerate(self.key)),
            mistakes=tuple(
                WrongAnswer(slip.value, slip.feedback, at, slip.value) for at, slip in enumerate(self.mistakes)
            ),
            blank=GAP,
        )

    @model_validator(mode="after")
    def _require_exactly_one_blank(self) -> ClozeItem:
        if re.findall("_{2,}", self.stem) != [GAP]:
            raise PydanticCustomError("B123", "the stem needs one blank. Write `___` once, where words are missing.",
                                      {"field": "stem"})  # fmt: skip
        return self


def sample_cloze_item_yaml(stem: str) -> str:
    """YAML of a cloze item with this stem."""
    return f"interaction: cloze\nchoices:\nturns_on:\nlevel: recall\nstem: {stem}\nkey: [positives]"


FAULTS = {
    "B123": Fault("The blank becomes the input field, so without a blank readers have nothing to fill in.",
                  sample_cloze_item_yaml("Recall divides by the actual positives."),
                  sample_cloze_item_yaml("Recall divides by the actual ___.")),
}  # fmt: skip

GALLERY = [
    GalleryRow(
        "`cloze`",
        "types the missing words",
        "a list of accepted answers; the first one is shown",
        "a `stem` with one `___`, `mistakes`",
    ),
]
