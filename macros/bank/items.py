"""What every item has, whatever its interaction. A model states what is true, and where its file says so."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field, PrivateAttr

from macros.bank.declaration import Declaration
from macros.bank.presentation import Presentation
from macros.ledger.models import Entry, Id, Text
from macros.problems import Place
from macros.reading import DataPath
from macros.validation import Origin

Level = Literal["recall", "understand", "apply", "analyze"]


class GalleryRow(NamedTuple):
    """What the gallery says about an interaction, as Markdown: its name, what readers do, and what an author writes."""

    interaction: str
    response: str
    key: str
    fields: str


class TurnsOn(Entry):
    """Words of the stem or case that decide, and the key if they were different."""

    words: Text
    """The exact words in the stem or case."""
    key: Any
    """The key if these words were different: an id, a list of ids, or a number, depending on the interaction."""


class Item(Entry):
    """One question. Interactions add their fields and say what `key` looks like."""

    extra_seconds: ClassVar[int]
    """How much longer one item of this interaction takes than a plain choice. Each interaction sets it."""

    id: Id
    """Names the idea of the item. It never changes, because readers' answers are stored under it."""
    rev: int = Field(default=1, ge=1, le=10_000)
    """Raise it by one if the meaning changes, so that earlier answers no longer count."""
    interaction: str
    """How the reader answers. It determines the other fields."""
    objective: Id
    """What the item tests: an id from docs/data/objectives.yml, which is also the id of a heading on the page."""
    level: Level
    """What the answer requires. At apply and analyze, `turns_on` says which words decide."""
    stem: Text
    """The question."""
    key: Any
    """The correct answer."""
    rationale: Text
    """Why the key is correct."""
    hints: Annotated[list[Text], Field(max_length=3)] = Field(default_factory=list)
    """Up to three hints, each one step further. They say where to look and never give the key."""
    source: Id
    """Where readers can look it up: an id from docs/data/sources.yml."""
    verified: date
    """The date on which the item was compared with its source, as in 2026-11-24, without quotes."""
    turns_on: TurnsOn | None = None
    """Which words decide, and the key if they were different."""
    case: Id | None = None
    """A scenario that two or more items share: its name under `cases` at the top of the file."""
    use: Literal["pool"] | None = None
    """`pool` keeps the item off its page, for review."""
    status: Literal["retired"] | None = None
    """`retired` items are no longer asked. Their ids stay reserved."""
    allow: dict[Text, Text] = Field(default_factory=dict, max_length=10)
    """Rules of form that do not apply to this item, each with the reason: `{B208: why}`."""

    _origin: Origin | None = PrivateAttr(default=None)
    _raw: dict[str, Any] = PrivateAttr(default_factory=dict)
    _facts: frozenset[str] = PrivateAttr(default=frozenset())
    _scenario: str = PrivateAttr(default="")

    def scoring_declaration(self) -> Declaration:
        """What a response is scored against."""
        raise NotImplementedError

    @cached_property
    def presentation(self) -> Presentation:
        """What readers see of the item. Computed once."""
        return self.build_presentation()

    def build_presentation(self) -> Presentation:
        """A new presentation from the fields of the item: the question, the key, and every feedback.

        Interactions add the fields that only they have.
        """
        return Presentation(self.stem, self.rationale, tuple(self.hints), self.scoring_declaration())

    def paths_and_texts(self) -> list[tuple[DataPath, str]]:
        """Path and text of every field that readers see."""
        return self.presentation.paths_and_texts

    @property
    def is_on_page(self) -> bool:
        """Whether the item stands on its page (neither retired nor for mock and review alone)."""
        return self.use is None and self.status is None

    @property
    def quoted_fact_ids(self) -> frozenset[str]:
        """Ids of the ledger's facts that the item quotes."""
        return self._facts

    @property
    def fields_as_written(self) -> dict[str, Any]:
        """The item as written, facts not yet replaced."""
        return self._raw

    @property
    def case_text(self) -> str:
        """The text of the item's case as written, or nothing."""
        return self._scenario

    def set_origin(
        self, origin: Origin, fields_as_written: dict[str, Any], quoted_fact_ids: frozenset[str], case_text: str = ""
    ) -> None:
        """Store where the item came from in the item itself."""
        self._origin, self._raw, self._facts, self._scenario = origin, fields_as_written, quoted_fact_ids, case_text

    def at(self, *steps: str | int) -> Place:
        """The place of a field in the bank file."""
        return self._origin.place_of(*steps)._replace(item=self.id) if self._origin else Place("?", item=self.id)


class BrokenItem(NamedTuple):
    """An item whose fields have errors, as written. Only its ids are checked further."""

    fields_as_written: dict[str, Any]
    origin: Origin

    @property
    def id(self) -> str:
        """Its id, or nothing if that is not a text."""
        written = self.fields_as_written.get("id")
        return written if isinstance(written, str) else ""

    def at(self, *steps: str | int) -> Place:
        """The place of a field in the bank file."""
        return self.origin.place_of(*steps)._replace(item=self.id)
