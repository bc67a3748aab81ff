"""`macros release`, and the rules that hold later changes against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.bank.released import FILE
from macros.course import Course, load_course
from macros.problems import Problem
from macros.rules import unwaived_problems
from tests.sample import BANK, write_course, write_course_with_gallery

ROOT = Path(__file__).parents[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample course, released."""
    write_course(tmp_path)
    assert main(["release", "--root", str(tmp_path)]) == 0
    return tmp_path


def after(root: Path, old: str, new: str, path: str = BANK) -> list[Problem]:
    """What the check finds once the first `old` of a file is `new`."""
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new, 1))
    return unwaived_problems(load_course(root))


def test_a_released_bank_is_fine_and_is_released_again_as_it_is(root: Path) -> None:
    assert unwaived_problems(load_course(root)) == []
    text = (root / FILE).read_text()
    assert [line.split()[0] for line in text.splitlines()[1:]] == ["first", "second"]
    assert main(["release", "--root", str(root)]) == 0
    assert (root / FILE).read_text() == text


def test_wording_may_change(root: Path) -> None:
    assert (
        after(root, "rationale: Recall divides by the actual positives.", "rationale: It looks at what was there.")
        == []
    )


def test_another_key_needs_another_rev(root: Path) -> None:
    [one] = [one for one in after(root, "key: 0.8", "key: 0.7") if one.code == "B128"]
    assert (one.item, one.warning) == ("second", False)
    assert "the meaning of second has changed since it was released. Set `rev: 2`, or" in one.text
    assert (root / BANK).read_text()[one.column - 1 :].startswith("1, objective: recall")


def test_with_another_rev_the_meaning_is_free_until_the_next_release(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = "id: second, interaction: numeric, rev: "
    assert after(root, f"{second}1", f"{second}2") == []
    assert after(root, "tolerance: {abs: 0.005}", "tolerance: {abs: 0.006}") == []
    assert main(["release", "--root", str(root)]) == 0
    assert "0 new, 1 changed, 2 in all" in capsys.readouterr().err
    assert "B128" in {one.code for one in after(root, "tolerance: {abs: 0.006}", "tolerance: {abs: 0.005}")}


def test_a_rev_never_goes_down(root: Path) -> None:
    assert after(root, "rev: 1", "rev: 3") == []
    assert main(["release", "--root", str(root)]) == 0
    [one] = after(root, "rev: 3", "rev: 2")
    assert one.code == "B129"
    assert one.text == "first was released with rev 3. Set `rev: 3`, or 4 if the meaning changed."


def test_an_id_stays_though_it_is_retired(root: Path) -> None:
    retired = after(root, "id: second,", "id: second, status: retired,")
    assert retired == []
    assert main(["release", "--root", str(root)]) == 0
    assert "second 1" in (root / FILE).read_text()


def test_an_id_that_is_gone_or_renamed_is_an_error(root: Path) -> None:
    [one] = [one for one in after(root, "id: second,", "id: seconds,") if one.code == "B127"]
    assert str(one).startswith(
        "quizzes/released.txt:3:1: B127 second was released and has been removed. Was it renamed to seconds?"
    )


def test_an_id_that_moved_among_samples_is_gone(root: Path) -> None:
    assert [one.code for one in after(root, "items:", "sample: true, items:")].count("B127") == 2


def test_what_cannot_be_read_is_not_taken_for_gone(root: Path) -> None:
    found = after(root, "interaction: numeric", "interaction: numerical")
    assert {one.code for one in found} == {"B109"}
    assert {one.code for one in after(root, "items: [", "items: [[")} == {"Y103"}


def test_nothing_is_released_while_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path, "key: recal")
    assert main(["release", "--root", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "B105 key names recal" in said.out
    assert "nothing was written. Fix 1 problem first." in said.err
    assert not (tmp_path / FILE).exists()


def test_a_warning_does_not_stop_a_release_but_words_of_a_skeleton_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old_fact = '{text: "1 GB", value: 1, unit: GB, source: guide, seen: 2020-11-24}'
    write_course_with_gallery(tmp_path, f"docs/data/facts.yml: {{limit: {old_fact}}}")
    assert [one.code for one in unwaived_problems(load_course(tmp_path))] == ["L112"]
    assert main(["release", "--root", str(tmp_path)]) == 0
    text = (tmp_path / FILE).read_text()
    assert "sample-" not in text
    assert main(["new", "flashcard", "metrics/sample", "--root", str(tmp_path)]) == 0
    assert main(["check", "--root", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["release", "--root", str(tmp_path)]) == 1
    assert (
        "B126 new-flashcard still contains text from the sample in: id, stem, key, rationale, source."
        in capsys.readouterr().out
    )
    assert (tmp_path / FILE).read_text() == text


def test_what_readers_may_hold_answers_to_is_written_down(course: Course) -> None:
    """Ours: everything that stands in it is there, in order, and none of it is a sample."""
    lines = (ROOT / FILE).read_text(encoding="utf-8").splitlines()[1:]
    assert lines and lines == sorted(lines)
    kept = {item.id for item in course.bank.non_samples}
    assert {line.split()[0] for line in lines} <= kept
