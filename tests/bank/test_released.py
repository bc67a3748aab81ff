"""What was released: which changes are changes of meaning, and how the file is read and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.bank import Item
from macros.bank.interactions.cloze import sample_cloze_item_yaml
from macros.bank.interactions.match import sample_match_item_yaml
from macros.bank.interactions.order import sample_order_item_yaml
from macros.bank.released import FILE, HEAD, read_released_items_and_problems, released_file_text, scoring_fingerprint
from macros.course import load_course
from tests.sample import write_course

LAST = "\nturns_on:\nlevel: recall\n"
START = {
    "choice": "level: apply",
    "choices": f"key: [recall, precision]{LAST}",
    "numeric": "interaction: numeric\nunit: share",
    "match": sample_match_item_yaml("{tpr: tp, tnr: tn, ppv: flagged}"),
    "order": sample_order_item_yaml("[frame, train, deploy]"),
    "cloze": sample_cloze_item_yaml("Recall divides by all that is ___."),
    "flashcard": f"interaction: flashcard\nchoices:\nkey: All there is.{LAST}",
}


def item_of_example(folder: Path, example: str) -> Item:
    course = load_course(write_course(folder, example))
    assert course.problems == []
    return course.bank.items[1 if "interaction: numeric" in example else 0]


def does_meaning_change(folder: Path, kind: str, *replacements: tuple[str, str], added_yaml: str = "") -> bool:
    example = START[kind]
    for old, new in replacements:
        assert old in example
        example = example.replace(old, new)
    return scoring_fingerprint(item_of_example(folder / "a", START[kind])) != scoring_fingerprint(
        item_of_example(folder / "b", f"{example}\n{added_yaml}")
    )


CHOICES = """choices:
- {id: accuracy, text: Accuracy as such, feedback: It looks at all of them.}
- {id: precision, text: Precision as such, feedback: It looks at all that was flagged.}
- {id: recall, text: Recall as such, feedback: It looks at all that is there.}
"""
WORDING = {
    "another stem": ("choice", [], "stem: Of 60 messages that are spam 40 are found. Which share is it?"),
    "another rationale, level, source and day": ("choice", [], "rationale: x\nlevel: analyze\nverified: 2026-11-25"),
    "other words and another order of choices": ("choice", [], CHOICES),
    "another order of keys": ("choices", [("[recall, precision]", "[precision, recall]")], ""),
    "another objective": ("choice", [], "objective: other"),
    "one more known mistake": ("numeric", [], "mistakes: [{value: 0.5, feedback: Half of them.}]"),
    "another order of rows": ("match", [("{tpr: tp, tnr: tn, ppv: flagged}", "{ppv: flagged, tpr: tp, tnr: tn}")], ""),
    "another order of steps as written": ("order", [], "choices: [{id: frame, text: x, feedback: b}, "
        "{id: train, text: w, feedback: d}, {id: deploy, text: z, feedback: f}]"),
    "one more variant": ("cloze", [], "key: [positives, actual positives]"),
    "capitals in a variant": ("cloze", [], "key: [' Positives']"),
    "another back of a card, which no program can judge": ("flashcard", [], "key: All there was."),
}  # fmt: skip
MEANING = {
    "another key": ("choice", [], "key: precision"),
    "a second key": ("choice", [], f"key: [recall, precision]{LAST}"),
    "another id of a choice": ("choice", [], CHOICES.replace("accuracy", "share-of-all")),
    "one choice less": ("choices", [], "choices: [{id: recall, text: a, feedback: b}, "
        "{id: precision, text: c, feedback: d}, {id: none, text: e, feedback: f}]"),
    "another number": ("numeric", [], "key: 0.81"),
    "another unit": ("numeric", [("share", "'%'")], ""),
    "another tolerance": ("numeric", [], "tolerance: {abs: 0.01}"),
    "a relative tolerance": ("numeric", [], "tolerance: {rel: 0.005}"),
    "another partner": ("match", [("tpr: tp, tnr: tn", "tpr: tn, tnr: tp")], ""),
    "another order": ("order", [("[frame, train, deploy]", "[train, frame, deploy]")], ""),
    "other words in the gap": ("cloze", [], "key: [flagged]"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDING)
def test_is_no_change_of_meaning(name: str, tmp_path: Path) -> None:
    kind, replaced, more = WORDING[name]
    assert not does_meaning_change(tmp_path, kind, *replaced, added_yaml=more)


@pytest.mark.parametrize("name", MEANING)
def test_is_a_change_of_meaning(name: str, tmp_path: Path) -> None:
    kind, replaced, more = MEANING[name]
    assert does_meaning_change(tmp_path, kind, *replaced, added_yaml=more)


def test_another_interaction_is_a_change_of_meaning(tmp_path: Path) -> None:
    made = {kind: scoring_fingerprint(item_of_example(tmp_path / kind, example)) for kind, example in START.items()}
    assert len(set(made.values())) == len(START)


def test_the_file_is_sorted_and_read_as_it_was_written(tmp_path: Path) -> None:
    items = load_course(write_course(tmp_path, "rev: 3")).bank.items
    text = released_file_text(reversed(items))
    assert text == f"{HEAD}first 3 {scoring_fingerprint(items[0])}\nsecond 1 {scoring_fingerprint(items[1])}\n"
    (tmp_path / FILE).write_text(text)
    found, problems = read_released_items_and_problems(tmp_path)
    assert problems == []
    assert {name: (entry.rev, entry.meaning, entry.place.line) for name, entry in found.items()} == {
        "first": (3, scoring_fingerprint(items[0]), 2),
        "second": (1, scoring_fingerprint(items[1]), 3),
    }


def test_a_file_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert read_released_items_and_problems(tmp_path) == ({}, [])


LINES = [
    "first 1",
    "first 0 0123456789ab",
    "first 1 0123456789AB",
    "First 1 0123456789ab",
    "HEAD",
    "a  1 0123456789ab",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_cannot_be_read_is_a_problem_and_the_others_count(line: str, tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / FILE).write_text(f"# head\n{line}\nother 2 0123456789ab\n")
    found, [one] = read_released_items_and_problems(tmp_path)
    assert list(found) == ["other"]
    assert str(one).startswith("quizzes/released.txt:2:1: B130 this is not a line `id rev meaning`.")


def test_a_merge_conflict_in_the_list_is_named(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / FILE).write_text("# head\n<<<<<<< HEAD\nother 2 0123456789ab\n")
    _, [one] = read_released_items_and_problems(tmp_path)
    assert str(one).startswith("quizzes/released.txt:2:1: Y114 a merge conflict is left here.")


def test_an_id_that_stands_twice_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / FILE).write_text("a 1 0123456789ab\na 2 0123456789ab\n")
    found, [one] = read_released_items_and_problems(tmp_path)
    assert found["a"].rev == 1
    assert "B130 a is listed twice." in str(one)
