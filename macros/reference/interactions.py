"""The table of the gallery: what readers do in each interaction, and what an author writes for it."""

from __future__ import annotations

from macros.bank.interactions import GALLERY_ROWS

HEAD = "| Interaction | What the reader does | What `key` contains | More fields |\n| --- | --- | --- | --- |\n"


def interactions_table() -> str:
    """A Markdown table with a row for each interaction, or for each form that its key can have."""
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in GALLERY_ROWS)
