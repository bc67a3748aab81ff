"""Skeletons: lines of the gallery, added to a bank without touching what stands there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.bank import Item
from macros.bank.interactions import INTERACTIONS
from macros.bank.skeleton import GALLERY, SampleTexts, skeletons_by_kind, text_and_line_of_appended_item
from macros.reading import parse_yaml
from macros.validation import Origin

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / GALLERY).read_text(encoding="utf-8")
KINDS = skeletons_by_kind(TEXT)
NEW = ["- id: new", "  stem: What?"]


def test_every_interaction_has_a_skeleton_of_its_name() -> None:
    assert set(INTERACTIONS) <= set(KINDS)
    assert set(KINDS) - set(INTERACTIONS) == {"choices"}
    assert {kind: KINDS[kind].data["interaction"] for kind in INTERACTIONS} == {kind: kind for kind in INTERACTIONS}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_skeleton_is_its_sample_with_id_objective_and_date_of_its_own(kind: str) -> None:
    lines = KINDS[kind].lines_of_new_item("new-idea", "compute-mape", date(2027, 1, 2), is_for_pool=False)
    [made] = yaml.load("\n".join(lines), Loader=yaml.SafeLoader)
    sample = {**KINDS[kind].data, "id": "new-idea", "objective": "compute-mape", "verified": date(2027, 1, 2)}
    assert made == sample
    [kept] = yaml.load(
        "\n".join(KINDS[kind].lines_of_new_item("a", "b", date.today(), is_for_pool=True)), Loader=yaml.SafeLoader
    )
    assert kept["use"] == "pool"


LEFT = {
    "match": "id, stem, left 1 text, left 1 feedback, left 2 text, left 2 feedback, left 3 text, left 3 feedback, "
    "right 1 text, right 2 text, right 3 text, right 4 text, rationale, source",
    "order": "id, stem, choices 1 text, choices 1 feedback, choices 2 text, choices 2 feedback, choices 3 text, "
    "choices 3 feedback, choices 4 text, choices 4 feedback, hints 1, rationale, source",
    "cloze": "id, stem, key 1, key 2, mistakes 1 value, mistakes 1 feedback, mistakes 2 value, mistakes 2 feedback, "
    "rationale, source",
    "flashcard": "id, stem, key, rationale, source",
    "choice": "id, stem, choices 1 text, choices 1 right_if, choices 1 feedback, choices 2 text, choices 2 feedback, "
    "choices 3 text, choices 3 right_if, choices 3 feedback, choices 4 text, choices 4 right_if, choices 4 feedback, "
    "hints 1, hints 2, rationale, source",
    "numeric": "id, turns_on words, stem, equals, mistakes 1 equals, mistakes 1 feedback, hints 1, rationale, source",
}
OWN = {"id": "own-idea", "stem": "Own ___?", "rationale": "Own.", "source": "own-source", "hints": [], "turns_on": None}


def joined_unchanged_fields(kind: str, changes: dict[str, object]) -> str:
    """What is left of a sample once these fields are another's."""
    raw = {**KINDS[kind].data, "id": f"new-{kind}", **changes}
    samples = [_item_from_fields(skeleton.data) for skeleton in KINDS.values()]
    return ", ".join(SampleTexts(samples).unchanged_field_names(_item_from_fields(raw)))


def _item_from_fields(raw: dict[str, object]) -> Item:
    kind = INTERACTIONS[str(raw["interaction"])]
    item = kind.model_validate(raw)
    item.set_origin(Origin("f.yml", parse_yaml("", "f.yml")), raw, frozenset())
    return item


@pytest.mark.parametrize("kind", sorted(LEFT))
def test_all_that_a_new_item_has_from_its_sample_is_listed(kind: str) -> None:
    assert joined_unchanged_fields(kind, {}) == LEFT[kind]


def part_with_own_texts(part: dict[str, str], **kept: str) -> dict[str, str]:
    words = {
        name: f"My {name} of {part.get('id', 'it')}" for name in part if name not in ("id", "misconception", "pin")
    }
    return {**part, **words, **kept}


@pytest.mark.parametrize(
    ("kind", "field"), [("match", "left"), ("match", "right"), ("order", "choices"), ("cloze", "mistakes")]
)
def test_one_short_name_that_is_left_alone_is_seen(kind: str, field: str) -> None:
    mine = {
        name: [part_with_own_texts(part) for part in parts]
        for name, parts in KINDS[kind].data.items()
        if _is_list_of_mappings(parts)
    }
    name = "value" if kind == "cloze" else "text"
    cloze = {"key": ["own"]} if kind == "cloze" else {}
    assert joined_unchanged_fields(kind, {**OWN, **mine, **cloze}) == ""
    mine[field][0][name] = KINDS[kind].data[field][0][name]
    assert joined_unchanged_fields(kind, {**OWN, **mine, **cloze}) == f"{field} 1 {name}"


def _is_list_of_mappings(parts: object) -> bool:
    return isinstance(parts, list) and isinstance(parts[0], dict)


def test_a_choice_may_be_called_like_one_of_the_sample_and_two_items_share_a_source() -> None:
    mine = [part_with_own_texts(part, text=part["text"]) for part in KINDS["choice"].data["choices"][:3]]
    assert joined_unchanged_fields("choice", {**OWN, "choices": mine, "source": "sklearn-recall"}) == ""
    assert joined_unchanged_fields("choice", {"id": "own-idea", "choices": mine, "source": "sklearn-recall"}) == (
        "stem, choices 1 text, choices 2 text, choices 3 text, hints 1, hints 2, rationale, source"
    )


BANKS = {
    "with a comment behind": "# top\nitems:\n- id: a\n  stem: b # aside\n# the end\n",
    "with a comment between fields": "items:\n- id: a\n# aside\n  stem: b\n",
    "with a blank line between items": "items:\n- id: a\n\n- id: b\n  stem: c\n",
    "with cases behind": "items:\n- id: a\n  stem: b\n\ncases:\n  here: A case.\n",
    "indented": "items:\n  - id: a\n    stem: b\n",
    "that ends in a folded text": "items:\n- id: a\n  stem: >-\n    b\n\n    c\n\n",
    "that ends without a line break": "items:\n- id: a\n  stem: b",
    "that ends in a text of two lines": 'items:\n- id: a\n  stem: "b\n    c"\n',
    "of flow items": "items:\n- {id: a, stem: b}\n- {id: c,\n   stem: d}\n",
}


@pytest.mark.parametrize("name", BANKS)
def test_an_item_goes_behind_the_last_one_and_nothing_else_changes(name: str) -> None:
    bank = BANKS[name]
    made, line = text_and_line_of_appended_item(bank, NEW)
    before, after = parse_yaml(bank, "").data, parse_yaml(made, "").data
    assert after == {**before, "items": [*before["items"], {"id": "new", "stem": "What?"}]}
    assert made.split("\n")[line - 1].strip() == "- id: new"
    kept = made.split("\n")
    del kept[line - 1 : line + 1]
    assert [text for text in kept if text] == [text for text in bank.split("\n") if text]
    assert made.endswith("\n")


def test_items_stay_apart_by_a_blank_line_where_they_were() -> None:
    assert "stem: c\n\n- id: new" in text_and_line_of_appended_item(BANKS["with a blank line between items"], NEW)[0]
    assert "stem: b # aside\n- id: new" in text_and_line_of_appended_item(BANKS["with a comment behind"], NEW)[0]


@pytest.mark.parametrize("bank", ["# Only a comment.\n", "cases:\n  here: A case.\n"])
def test_a_bank_without_items_gets_its_list(bank: str) -> None:
    made, line = text_and_line_of_appended_item(bank, NEW)
    assert made == f"{bank}items:\n- id: new\n  stem: What?\n"
    assert made.split("\n")[line - 1] == "- id: new"


REFUSED = {
    "items: []\n": "are not a list of lines that start with `- `",
    "items: [{id: a}]\n": "are not a list of lines that start with `- `",
    "items:\n": "are not a list of lines that start with `- `",
    "items:\n- id: [\n": "cannot be read",
    "items:\n\t- id: a\n": "cannot be read",
    'items:\n- id: a\n  stem: "b\nc"\n': "no line can be added after its last item",
}


@pytest.mark.parametrize("bank", REFUSED)
def test_what_no_line_can_be_added_to_is_said_in_words(bank: str) -> None:
    with pytest.raises(ValueError, match=REFUSED[bank]):
        text_and_line_of_appended_item(bank, NEW)
