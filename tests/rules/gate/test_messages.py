"""The numbers in the messages hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.rules.gate import GuesserResult, odds
from macros.rules.gate.messages import first_item_length_lead_text_or_empty, number_of_items_to_change_text
from tests.sample import write_course


def longest_guesser_result(right: float, n: int) -> GuesserResult:
    return GuesserResult("longest", n, right, 0.25, odds.z_score(right, [0.25] * n), "fails", [])


@pytest.mark.parametrize(("right", "n"), [(30, 60), (40, 100), (22, 60), (600, 2000)])
def test_as_many_changes_as_it_names_silence_it_and_one_less_does_not(right: int, n: int) -> None:
    count = int(number_of_items_to_change_text(longest_guesser_result(right, n)).replace("one", "1").split()[2])
    assert longest_guesser_result(right - count, n).z <= odds.WARNING_Z < longest_guesser_result(right - count + 1, n).z


def test_the_lead_of_a_key_is_said_in_characters(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path))
    first = [course.bank.items[0]]  # its choices are Recall, the key, Precision and Accuracy
    assert first_item_length_lead_text_or_empty("shortest", first) == " (first by 2 characters)"
    assert first_item_length_lead_text_or_empty("hedged", first) == ""
    assert first_item_length_lead_text_or_empty("longest", []) == ""
