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
    """Words as they stand in the stem or the case."""
    key: Any
    """The key that other words would give: an id, a list of ids or a number, as the interaction has it."""


class Item(Entry):
    """One question. Interactions add their fields and say what `key` looks like."""

    id: Id
    """A name for the idea. It stays for ever: readers' answers are kept under it."""
    rev: int = Field(default=1, ge=1, le=10_000)
    """Raised by one when the meaning changes, so that earlier answers no longer count. Wording fixes leave it."""
    interaction: str
    """How the reader answers; it decides which other fields there are."""
    objective: Id
    """What is tested: an id of docs/data/objectives.yml, which is also a heading of the page."""
    level: Level
    """What answering takes. From `apply` on, `turns_on` says which words decide."""
    stem: Text
    """The question."""
    key: Any
    """What is right."""
    rationale: Text
    """Why the key is right."""
    hints: Annotated[list[Text], Field(max_length=3)] = Field(default_factory=list)
    """Up to three, each a step further: where to look, never the key."""
    source: Id
    """Where it can be read: an id of docs/data/sources.yml."""
    verified: date
    """The day somebody compared the item with its source: 2026-11-24, without quotes."""
    turns_on: TurnsOn | None = None
    """Which words decide, and what the key would be with others."""
    case: Id | None = None
    """A scenario that two items or more share: its name under `cases`, at the top of the file."""
    use: Literal["pool"] | None = None
    """`pool` keeps the item off the page, for mock exams and review."""
    status: Literal["retired"] | None = None
    """`retired` is no longer asked. The id stays taken."""
    allow: dict[Text, Text] = Field(default_factory=dict, max_length=10)
    """Rules of form that are wrong here, each with the reason: `{B208: why}`."""

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
