"""`macros new`: what it adds passes the check, and what it can't do is said in words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.adding import Refused, add_sample_item
from macros.bank.skeleton import GALLERY, skeletons_by_kind
from macros.course import Course, load_course
from macros.ledger.clock import build_date
from macros.problems import Problem, errors
from macros.rules import unwaived_problems
from tests.conftest import ROOT
from tests.sample import BANK, PAGE, copy_content, write_course_with_gallery

KINDS = sorted(skeletons_by_kind((ROOT / GALLERY).read_text(encoding="utf-8")))
LESSON = "metrics/sample"
DAY = build_date()
ON_THE_WHOLE_BANK = "B5"  # messages about the whole bank contain counts, so every new item changes them


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample course and the gallery."""
    return write_course_with_gallery(tmp_path)


@pytest.fixture(scope="module")
def course_with_new_items(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Our own course, once every kind was added twice to one page."""
    root = copy_content(tmp_path_factory.mktemp("grown"))
    bank = root / "quizzes/operations/mlops.yml"
    needed = {bank, root / "docs/operations/mlops.md", root / GALLERY}
    for other in {*root.glob("quizzes/*/*.yml"), *root.glob("docs/**/*.md")} - needed:
        other.unlink()  # back again below: each addition reads all that is there
    for kind in [*KINDS, *KINDS]:
        add_sample_item(load_course(root), kind, "operations/mlops", DAY)
    added = bank.read_text(encoding="utf-8")
    copy_content(root)
    bank.write_text(added, encoding="utf-8")
    return load_course(root)


@pytest.fixture(scope="module")
def all_problems(course_with_new_items: Course) -> list[Problem]:
    """What the check finds there."""
    return unwaived_problems(course_with_new_items)


@pytest.fixture(scope="module")
def new_problems(all_problems: list[Problem], own_problems: list[Problem]) -> list[Problem]:
    """What it does not find in our own course."""
    before = {str(one) for one in own_problems}
    return [one for one in all_problems if str(one) not in before and not one.code.startswith(ON_THE_WHOLE_BANK)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_item_passes_the_check_and_only_warns_of_the_words_that_are_left(
    kind: str, new_problems: list[Problem]
) -> None:
    found = [one for one in new_problems if re.fullmatch(rf"new-{kind}(-\d)?", one.item)]
    assert {(one.code, one.warning) for one in found} == {("B126", True)}
    assert len(found) == 2
    assert all("sample in: id, " in one.text and " stem, " in one.text for one in found)


def test_new_items_bring_no_other_problem(new_problems: list[Problem]) -> None:
    assert len(new_problems) == 2 * len(KINDS)


def test_all_kinds_may_stand_together_with_ids_of_their_own(
    course_with_new_items: Course, all_problems: list[Problem]
) -> None:
    assert errors(all_problems) == []
    file = course_with_new_items.bank.files["operations/mlops"]
    made = [item.id for item in file.items if item.id.startswith("new-")]
    assert sorted(made) == sorted([f"new-{kind}" for kind in KINDS] + [f"new-{kind}-2" for kind in KINDS])
    assert sum(item.is_on_page for item in file.items) == 12  # the others wait in the pool: a page asks no more


def test_it_says_where_it_stands_and_which_objectives_the_page_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_course_with_gallery(tmp_path, "docs/data/objectives.yml: {more: {statement: m, page: metrics/sample}}")
    assert main(["new", "match", LESSON, "--root", str(root)]) == 0
    said = capsys.readouterr().out
    place, _, rest = said.partition(": added new-match")
    path, _, line = place.partition(":")
    assert path == BANK
    text = (root / path).read_text(encoding="utf-8").split("\n")
    assert text[int(line) - 1] == "- id: new-match"
    assert f"  verified: {date.today().isoformat()}" in text[int(line) :]
    assert "(recall, more)" in rest


@pytest.mark.parametrize("name", [PAGE, BANK, f"./{PAGE}"])
def test_a_page_may_be_named_by_its_path(name: str, root: Path) -> None:
    assert add_sample_item(load_course(root), "order", name, DAY).bank == BANK


def test_a_page_without_bank_and_quiz_gets_both(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = root / "docs/metrics/deep/loss.md"
    page.parent.mkdir()
    page.write_bytes(PAGE_WITHOUT_QUIZ)
    assert main(["new", "cloze", "metrics/deep/loss", "--root", str(root)]) == 0
    assert "so {{ quiz() }} was added at its end" in capsys.readouterr().out
    assert page.read_text().endswith("\nWords.\n\n{{ quiz() }}\n")
    bank = (root / "quizzes/metrics/deep/loss.yml").read_text().split("\n")
    assert bank[:4] == ["# yaml-language-server: $schema=../../schema.json", "# Items of docs/metrics/deep/loss.md.",
                        "items:", "- id: new-cloze"]  # fmt: skip
    assert errors(unwaived_problems(load_course(root))) == []


def write_page_without_quiz(root: Path, page: bytes) -> Path:
    file = root / "docs/metrics/loss.md"
    file.write_bytes(page)
    return file


PAGE_WITHOUT_QUIZ = b"---\ntitle: Loss\ndescription: What loss is.\nverified: 2026-11-24\n---\nWords.\n\n"


@pytest.mark.parametrize("broken", [b"---\ntitle: Loss\n---\nWords.\n", PAGE_WITHOUT_QUIZ + b"caf\xe9\n"])
def test_a_page_that_has_problems_is_left_alone(broken: bytes, root: Path) -> None:
    file = write_page_without_quiz(root, broken)
    assert "docs/metrics/loss.md has problems. Fix them first" in refused(root, "match", "metrics/loss")
    assert file.read_bytes() == broken
    assert not (root / "quizzes/metrics/loss.yml").exists()


def refused(root: Path, *arguments: str) -> str:
    with pytest.raises(Refused) as fault:
        add_sample_item(load_course(root), *arguments, DAY)
    return str(fault.value)


def test_without_arguments_it_says_what_it_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = "docs/data/objectives.yml: {later: {statement: l, page: data/later}}\ndocs/data/later.md: {body: Words.}"
    assert main(["new", "--root", str(write_course_with_gallery(tmp_path, later))]) == 0
    said = capsys.readouterr().err
    assert said.startswith('new: Name an interaction and a page: make new ARGS="match metrics/precision-and-recall"')
    assert f"interactions: {', '.join(KINDS)} (choices: a choice item with several keys)" in said
    assert said.partition("pages: ")[2].strip() == f"data/later, {LESSON}"


def test_what_it_does_not_know_gets_a_suggestion(root: Path) -> None:
    said = refused(root, "matsch", "metrics/sampel")
    assert "no interaction matsch. Did you mean match?" in said
    assert f"no page metrics/sampel. Did you mean {LESSON}?" in said
    assert "Name an interaction and a page" in refused(root, "match", "")
    assert "no page ../../etc/passwd." in refused(root, "match", "../../etc/passwd")


def test_a_full_file_a_broken_one_and_the_gallery_are_left_alone(tmp_path: Path) -> None:
    write_course_with_gallery(tmp_path, f"{BANK}: {{items: [{{copy_of: first, times: 30}}]}}")
    files = {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}
    assert "is full: it has 30 items" in refused(tmp_path, "match", PAGE)
    assert "holds the samples" in refused(tmp_path, "match", "contributing/gallery")
    assert {path: path.read_bytes() for path in files} == files
    bank = tmp_path / BANK
    for broken in (b"items: [\n", b"items:\n- id: \xff\n", b"items: []\n"):
        bank.write_bytes(broken)
        assert f"no item can be added to {BANK}" in refused(tmp_path, "match", LESSON)
        assert bank.read_bytes() == broken


def test_a_gallery_that_has_problems_is_no_source(root: Path) -> None:
    (root / GALLERY).write_text("items: [{id: a}, b]\n")
    said = refused(root, "match", LESSON)
    assert "quizzes/contributing/gallery.yml, which holds the samples, has problems" in said
