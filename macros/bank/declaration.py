"""The response declaration (QTI): how a response is scored, the same for every interaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Cardinality = Literal["single", "multiple", "ordered", "pair"]
Base = Literal["identifier", "float", "string"]


@dataclass(frozen=True)
class Declaration:
    """Cardinality, base type, and correct response; typical wrong values; for numbers also tolerance and unit."""

    cardinality: Cardinality
    base: Base
    correct: list[Any]
    tolerance: dict[str, float] | None = None
    unit: str = ""
    mistakes: list[Any] = field(default_factory=list)

    def nonempty_fields(self) -> dict[str, Any]:
        """Plain data for the page, empty fields left out."""
        full = {
            "cardinality": self.cardinality,
            "base": self.base,
            "correct": self.correct,
            "tolerance": self.tolerance,
            "unit": self.unit,
            "mistakes": self.mistakes,
        }
        return {name: value for name, value in full.items() if value not in (None, "", [])}
