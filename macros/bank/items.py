"""What every item has, whatever its interaction. A model states what is true; it knows no file and no page."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from macros.bank.declaration import Declaration
from macros.ledger.models import Entry, Id, Text
from macros.ledger.validation import Origin
from macros.problems import Place

Level = Literal["recall", "understand", "apply", "analyze"]


class TurnsOn(Entry):
    """Words of the stem or the case that, changed, give another key, and which key that is."""

    words: Text
    key: Any


class Item(Entry):
    """One question. Interactions add their fields and say what `key` looks like."""

    id: Id
    rev: int = Field(default=1, ge=1)
    interaction: str
    objective: Id
    level: Level
    stem: Text
    key: Any
    rationale: Text
    hints: Annotated[list[Text], Field(max_length=3)] = Field(default_factory=list)
    source: Id
    verified: date
    turns_on: TurnsOn | None = None
    case: Id | None = None
    use: Literal["pool"] | None = None
    status: Literal["retired"] | None = None
    allow: dict[Text, Text] = Field(default_factory=dict)

    _origin: Origin | None = PrivateAttr(default=None)
    _raw: dict[str, Any] = PrivateAttr(default_factory=dict)
    _facts: frozenset[str] = PrivateAttr(default=frozenset())
    _scenario: str = PrivateAttr(default="")

    def declaration(self) -> Declaration:
        """What a response is scored against."""
        raise NotImplementedError

    def texts(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Paths and texts of every field that readers see."""
        hints: list[tuple[tuple[str | int, ...], str]] = [(("hints", at), hint) for at, hint in enumerate(self.hints)]
        return [(("stem",), self.stem), (("rationale",), self.rationale), *hints]

    @property
    def on_page(self) -> bool:
        """Whether the item stands on its page (neither retired nor for mock and review alone)."""
        return self.use is None and self.status is None

    @property
    def facts(self) -> frozenset[str]:
        """Ids of the ledger's facts that the item quotes."""
        return self._facts

    @property
    def raw(self) -> dict[str, Any]:
        """The item as written, facts not yet replaced."""
        return self._raw

    @property
    def scenario(self) -> str:
        """The text of the item's case as written, or nothing."""
        return self._scenario

    def from_file(self, origin: Origin, raw: dict[str, Any], facts: frozenset[str], scenario: str = "") -> Item:
        """The same item, knowing where it came from."""
        self._origin, self._raw, self._facts, self._scenario = origin, raw, facts, scenario
        return self

    def at(self, *steps: str | int) -> Place:
        """The place of a field in the bank file."""
        return self._origin.at(*steps)._replace(item=self.id) if self._origin else Place("?", item=self.id)
