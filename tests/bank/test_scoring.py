"""Scoring by the vectors that the browser's scoring runs too (tests/assets/scoring.test.js)."""

import json
from pathlib import Path

import pytest

from macros.bank.declaration import Declaration
from macros.bank.scoring import is_within, parse_typed_number, score

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/scoring.json").read_text(encoding="utf-8"))


def vector_params(section):
    return [pytest.param(row, id=row["id"]) for row in VECTORS[section]]


@pytest.mark.parametrize("row", vector_params("numbers"))
def test_a_typed_number_is_read_or_refused_with_a_sentence(row):
    if "problem" in row:
        with pytest.raises(ValueError) as refused:
            parse_typed_number(row["text"], row.get("unit", ""))
        assert str(refused.value) == row["problem"]
    else:
        assert repr(parse_typed_number(row["text"], row.get("unit", ""))) == repr(row["value"])


@pytest.mark.parametrize("row", vector_params("scores"))
def test_a_response_gets_its_score(row):
    assert score(Declaration(**row["declaration"]), row["response"]) == pytest.approx(row["score"], abs=1e-15)


def test_a_named_mistake_is_recognised_within_the_tolerance_of_the_item():
    assert is_within(0.667, 2 / 3, {"abs": 0.005})
    assert not is_within(0.66, 2 / 3, {"abs": 0.005})


def test_without_a_unit_no_message_names_one():
    with pytest.raises(ValueError, match=r"^That is not a number"):
        parse_typed_number("5 apples")


def test_a_declaration_as_plain_data_leaves_out_empty_fields():
    identifiers = Declaration(cardinality="multiple", base="identifier", correct=["a", "b"])
    assert identifiers.nonempty_fields() == {"cardinality": "multiple", "base": "identifier", "correct": ["a", "b"]}
    full = {
        "cardinality": "single",
        "base": "float",
        "correct": [0.0],
        "tolerance": {"abs": 0.5},
        "unit": "%",
        "mistakes": [1.0],
    }
    assert Declaration(**full).nonempty_fields() == full


@pytest.mark.parametrize("text", ["1" * 100_000 + "x", "1" + " " * 100_000 + "x"], ids=["digits", "spaces"])
def test_a_hundred_thousand_characters_are_refused_at_once(text):
    with pytest.raises(ValueError, match="not a number"):
        parse_typed_number(text)


def test_every_vector_has_its_own_id():
    ids = [row["id"] for name in ("numbers", "scores") for row in VECTORS[name]]
    assert len(ids) == len(set(ids)) >= 150
