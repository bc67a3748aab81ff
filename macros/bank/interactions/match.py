"""`match`: each row on the left gets one partner from the right; the right side may hold more."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import GalleryRow, Item
from macros.bank.presentation import Option, Presentation
from macros.bank.shuffling import shuffle_by_hash
from macros.ledger.models import Entry, Id, Text
from macros.problems import Fault, did_you_mean


class Left(Entry):
    """A row, and feedback for readers who choose the wrong partner."""

    id: Id
    """Names the row, as in `recall`. It is stored with readers' answers."""
    text: Text
    """The text of the row."""
    feedback: Text
    """Feedback for readers who choose the wrong partner. It does not name the correct one."""


class Right(Entry):
    """A partner that readers can choose."""

    id: Id
    """Names the partner. It is used in `key` and stored with readers' answers."""
    text: Text
    """The text of the partner."""


class MatchItem(Item):
    """Three to seven rows, as many partners or more, and a key that gives each row its partner."""

    extra_seconds = 30
    interaction: Literal["match"]
    left: Annotated[list[Left], Field(min_length=3, max_length=7)]
    """Three to seven rows."""
    right: Annotated[list[Right], Field(min_length=3, max_length=10)]
    """At least as many partners as rows, in any order."""
    key: dict[Id, Id]
    """The partner of each row: `{left: right}`, by ids."""

    def scoring_declaration(self) -> Declaration:
        """Cardinality pair: [left, right] in the order of the rows."""
        return Declaration("pair", "identifier", [[row.id, self.key[row.id]] for row in self.left])

    def build_presentation(self) -> Presentation:
        """Rows and partners. At first, no partner is beside its row, if that is possible."""
        rows = [Option(row.id, row.text, row.feedback, "left", at) for at, row in enumerate(self.left)]
        partners = [Option(row.id, row.text, "", "right", at) for at, row in enumerate(self.right)]
        by_id = {partner.id: partner for partner in partners}
        key = [self.key[row.id] for row in rows]
        order = shuffle_by_hash(self.id, by_id, lambda order: sum(map(str.__eq__, order, key)))
        return replace(
            super().build_presentation(),
            options=(*rows, *partners),
            initial_order=tuple(by_id[name] for name in order),
        )

    @model_validator(mode="after")
    def _require_unique_ids_on_each_side(self) -> MatchItem:
        for field, side in (("left", [row.id for row in self.left]), ("right", [row.id for row in self.right])):
            twice = next((name for name in side if side.count(name) > 1), None)
            if twice:
                raise PydanticCustomError("B106", "two rows on one side share the id {name}. Use each id once.",
                                          {"name": twice, "field": field})  # fmt: skip
        return self

    @model_validator(mode="after")
    def _require_known_ids_in_key(self) -> MatchItem:
        for names, offered, side in (
            (self.key, [row.id for row in self.left], "left"),
            (self.key.values(), [row.id for row in self.right], "right"),
        ):
            for name in names:
                if name not in offered:
                    hint = did_you_mean(name, offered) or f" The ids are {', '.join(offered)}."
                    raise PydanticCustomError("B105", "key names {name}, which is not on the {side}.{hint}",
                                              {"name": name, "side": side, "hint": hint, "field": "key"})  # fmt: skip
        return self

    @model_validator(mode="after")
    def _require_partner_for_each_row(self) -> MatchItem:
        for row in self.left:
            if row.id not in self.key:
                raise PydanticCustomError("B121", "key has no answer option for {name}. Add one for each row.",
                                          {"name": row.id, "field": "key"})  # fmt: skip
        if len(self.right) < len(self.left):
            raise PydanticCustomError("B121", "the right side has fewer rows than the left. Add rows on the right.",
                                      {"field": "right"})  # fmt: skip
        return self


def sample_match_item_yaml(key_yaml: str) -> str:
    """YAML of a match item with this key."""
    rows = "[{id: tpr, text: a, feedback: b}, {id: tnr, text: c, feedback: d}, {id: ppv, text: e, feedback: f}]"
    partners = "[{id: tp, text: g}, {id: tn, text: h}, {id: flagged, text: i}]"
    return f"interaction: match\nchoices:\nturns_on:\nlevel: recall\nleft: {rows}\nright: {partners}\nkey: {key_yaml}"


FAULTS = {
    "B121": Fault("If the key does not give an answer for a row, readers cannot answer that row correctly.",
                  sample_match_item_yaml("{tpr: tp}"),
                  sample_match_item_yaml("{tpr: tp, tnr: tn, ppv: flagged}")),
}  # fmt: skip

GALLERY = [
    GalleryRow(
        "`match`",
        "selects an answer option for each row",
        "`{left: right}`, by ids",
        "`left` with feedback, `right` with at least as many answer options; two rows may share an option",
    ),
]
