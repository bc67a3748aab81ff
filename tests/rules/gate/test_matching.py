"""Rows and partners that share words are matched by them, and by nothing else."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from statistics import fmean, pvariance

import pytest

from macros.course import load_course
from macros.ledger.names import ServiceNames
from macros.rules import gate, unwaived_problems
from macros.rules.gate import reporting
from macros.rules.gate.matching import (
    GateMatchItem,
    active_match_items,
    row_partner_pairs_and_shared_words,
    share_of_rows_matched,
    to_gate_match_item,
)
from tests.rules.gate import banks
from tests.sample import write_course

ROWS = ("raise recall", "raise precision", "keep accuracy")


def match_item(*right: str, key: tuple[int, ...] = (0, 1, 2)) -> GateMatchItem:
    return GateMatchItem("match", "page", ROWS, right, key)


@pytest.mark.parametrize(
    ("right", "wanted"),
    [
        pytest.param(("found", "flagged", "called"), 1 / 3, id="no word in common"),
        pytest.param(("found", "flagged", "called", "left"), 1 / 4, id="a partner too many"),
        pytest.param(("its recall", "flagged", "called"), (1 + 1) / 3, id="one row, the other two by luck"),
        pytest.param(("its recall", "its precision", "called"), 1, id="two rows, the third is left"),
        pytest.param(("precision", "recall", "called"), 1 / 3, id="two led astray, the third is left"),
        pytest.param(("raise", "flagged", "called"), (1 / 2 + 1 / 4 + 1 / 2) / 3, id="one of two rows, by lot"),
        pytest.param(("recall", "to raise recall", "called"), 1 / 6, id="most words first, though astray"),
        pytest.param(("**Recalls**", "flagged", "called"), (1 + 1) / 3, id="other forms, markup off"),
    ],
)
def test_a_guesser_matches(right: tuple[str, ...], wanted: float) -> None:
    assert share_of_rows_matched(match_item(*right)) == pytest.approx(wanted, abs=0.08)  # ties are drawn


def test_the_variance_is_that_of_keys_by_lot() -> None:
    item = match_item("a", "b", "c", "d")
    hits = [sum(at == place for at, place in enumerate(key)) / 3 for key in permutations(range(4), 3)]
    assert item.variance_of_share_by_chance == pytest.approx(pvariance(hits))
    assert item.share_by_chance == pytest.approx(fmean(hits))


def test_the_words_in_common_are_named() -> None:
    assert row_partner_pairs_and_shared_words(match_item("recall of all", "flagged", "called")) == [(0, 0, {"recall"})]


@pytest.mark.parametrize("seed", range(5))
def test_a_bank_whose_partners_say_their_rows_fails(seed: int) -> None:
    for n, told in ((3, 1.0), (10, 0.5), (60, 0.25)):
        found = reporting._matching_guesser_result(banks.match_bank(n, seed, told))
        assert found.result == "fails"
        assert found.leaking


@pytest.mark.parametrize("n", [3, 10, 40])
def test_banks_with_partners_by_lot_pass(n: int) -> None:
    """By luck 1 in 200 fails and 2 in 100 warn, measured over 400 seeds; of 20, 2 failures would be a wonder."""
    results = [reporting._matching_guesser_result(banks.match_bank(n, seed)).result for seed in range(20)]
    assert results.count("fails") < 2
    assert results.count("ok") > 16


def test_two_items_are_too_few() -> None:
    assert reporting._compute_report((), banks.match_bank(2, 1, 1.0), ServiceNames({}), "").results == {}
    assert reporting._compute_report((), banks.match_bank(3, 1, 1.0), ServiceNames({}), "").results.keys() == {
        "matching"
    }


MATCHES = "quizzes/metrics/sample.yml: {{items: [{{copy_of: {}, times: 6}}]}}"


def test_the_report_is_kept_and_read_again(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, MATCHES.format("leaking")))
    made = gate.up_to_date_report(course)
    result = made.results["matching"]
    assert (result.n, result.accuracy, result.result) == (6, 1.0, "fails")
    path = tmp_path / gate.FILE
    path.parent.mkdir(parents=True)
    path.write_text(gate.report_json(made), encoding="utf-8")
    assert gate.read_last_report(tmp_path) == made == gate.up_to_date_report(course)
    assert "matching           6   1.000   0.333   4.90  fails" in gate.report_text(made)


def test_the_message_says_how_far_and_the_item_which_words(tmp_path: Path) -> None:
    found = {one.code: one for one in unwaived_problems(load_course(write_course(tmp_path, MATCHES.format("leaking"))))}
    assert "gets 100% of the rows right, where chance would give 33% (z 4.9; error from 2.58)" in found["B505"].text
    assert "`Recall` and `Recall sees real spam` share recall" in found["B403"].text


def test_samples_and_retired_items_are_not_asked(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, MATCHES.format("matching")))
    assert [item.key for item in active_match_items(course)] == [(0, 1, 2)] * 6
    path = tmp_path / "quizzes/metrics/sample.yml"
    path.write_text("sample: true\n" + path.read_text(), encoding="utf-8")
    assert active_match_items(load_course(tmp_path)) == ()
    [first, *_] = course.bank.items
    assert to_gate_match_item(first).id == "matching"
