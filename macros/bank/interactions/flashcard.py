"""`flashcard`: a question, its back, and the reader's own word on whether it was remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from macros.bank.declaration import Declaration
from macros.bank.items import GalleryRow, Item
from macros.bank.presentation import Presentation
from macros.ledger.models import Text


class FlashcardItem(Item):
    """The stem is the front of the card, and the key is the back."""

    extra_seconds = 0
    interaction: Literal["flashcard"]
    key: Text
    """The back of the card."""

    def scoring_declaration(self) -> Declaration:
        """Cardinality single: what is scored is the reader's word, never the back."""
        return Declaration("single", "identifier", ["remembered"])

    def build_presentation(self) -> Presentation:
        """The back of the card is the text of the key."""
        return replace(super().build_presentation(), key_texts=((("key",), self.key),))


GALLERY = [
    GalleryRow(
        "`flashcard`",
        "turns a card over, then reports whether they remembered the answer",
        "the back of the card, as text",
        "none",
    ),
]
