"""`macros new`: what it adds passes the check, and what it can't do is said in words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.adding import Refused, add_sample_item
from macros.bank.skeleton import GALLERY, skeletons_by_kind
from macros.course import load_course
from macros.problems import Problem, errors
from macros.rules import unwaived_problems
from tests.sample import PAGE, copy_content, write_course

ROOT = Path(__file__).parents[1]
KINDS = sorted(skeletons_by_kind((ROOT / GALLERY).read_text(encoding="utf-8")))
LESSON = "metrics/precision-and-recall"
DAY = date(2026, 11, 24)
SAMPLES = "contributing/gallery"
BANK = "B5"  # what is said of the bank as a whole, counts with it, so every item changes its words


def problems(root: Path) -> list[str]:
    return [f"{one.code} {one.warning}" for one in unwaived_problems(load_course(root))]


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What the check newly finds once every kind was added to three pages of its own."""
    before = {str(one) for one in unwaived_problems(load_course(ROOT))}
    root = copy_content(tmp_path_factory.mktemp("added"))
    files = load_course(root).bank.files.items()
    pages = iter(sorted(page for page, file in files if page != SAMPLES and len(file.items) < 20))
    for _ in range(3):
        course = load_course(root)
        for kind in KINDS:
            add_sample_item(course, kind, next(pages), DAY)
    found = unwaived_problems(load_course(root))
    return [one for one in found if str(one) not in before and not one.code.startswith(BANK)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_item_passes_the_check_and_only_warns_of_the_words_that_are_left(kind: str, added: list[Problem]) -> None:
    found = [one for one in added if re.fullmatch(rf"new-{kind}(-\d)?", one.item)]
    assert {(one.code, one.warning) for one in found} == {("B126", True)}
    assert len(found) == 3
    assert all("sample in: id, " in one.text and " stem, " in one.text for one in found)


def test_new_items_bring_no_other_problem(added: list[Problem]) -> None:
    assert len(added) == 3 * len(KINDS)


def test_all_kinds_may_stand_together_with_ids_of_their_own(tmp_path: Path) -> None:
    bank = copy_content(tmp_path) / "quizzes/operations/mlops.yml"
    for other in {*tmp_path.glob("quizzes/*/*.yml")} - {bank, tmp_path / GALLERY}:
        other.unlink()  # back again below: each addition reads the whole bank
    for kind in [*KINDS, *KINDS]:
        add_sample_item(load_course(tmp_path), kind, "operations/mlops", DAY)
    added = bank.read_text(encoding="utf-8")
    copy_content(tmp_path)
    bank.write_text(added, encoding="utf-8")
    course = load_course(tmp_path)
    assert errors(unwaived_problems(course)) == []
    file = course.bank.files["operations/mlops"]
    made = [item.id for item in file.items if item.id.startswith("new-")]
    assert sorted(made) == sorted([f"new-{kind}" for kind in KINDS] + [f"new-{kind}-2" for kind in KINDS])
    assert sum(item.is_on_page for item in file.items) == 12  # the others wait in the pool: a page asks no more


def test_it_says_where_it_stands_and_which_objectives_the_page_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_content(tmp_path)
    assert main(["new", "match", LESSON, "--root", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    place, _, rest = said.partition(": added new-match")
    path, _, line = place.partition(":")
    assert path == f"quizzes/{LESSON}.yml"
    text = (tmp_path / path).read_text(encoding="utf-8").split("\n")
    assert text[int(line) - 1] == "- id: new-match"
    assert f"  verified: {date.today().isoformat()}" in text[int(line) :]
    assert "(compute-precision, compute-recall, precision-or-recall)" in rest


@pytest.mark.parametrize("name", [f"docs/{LESSON}.md", f"quizzes/{LESSON}.yml", f"./docs/{LESSON}.md"])
def test_a_page_may_be_named_by_its_path(name: str, tmp_path: Path) -> None:
    assert add_sample_item(load_course(copy_content(tmp_path)), "order", name, DAY).bank == f"quizzes/{LESSON}.yml"


def test_a_page_without_bank_and_quiz_gets_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_content(tmp_path)
    page = tmp_path / "docs/metrics/deep/loss.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Loss\ndescription: What loss is.\nverified: 2026-11-24\n---\nWords.\n")
    assert main(["new", "cloze", "metrics/deep/loss", "--root", str(tmp_path)]) == 0
    assert "so {{ quiz() }} was added at its end" in capsys.readouterr().out
    assert page.read_text().endswith("\nWords.\n\n{{ quiz() }}\n")
    bank = (tmp_path / "quizzes/metrics/deep/loss.yml").read_text().split("\n")
    assert bank[:4] == ["# yaml-language-server: $schema=../../schema.json", "# Items of docs/metrics/deep/loss.md.",
                        "items:", "- id: new-cloze"]  # fmt: skip
    assert errors(unwaived_problems(load_course(tmp_path))) == []


def test_line_ends_of_another_system_stay(tmp_path: Path) -> None:
    copy_content(tmp_path)
    bank = tmp_path / f"quizzes/{LESSON}.yml"
    bank.write_bytes(bank.read_bytes().replace(b"\n", b"\r\n"))
    add_sample_item(load_course(tmp_path), "match", LESSON, DAY)
    assert bank.read_bytes().count(b"\r\n") == bank.read_bytes().count(b"\n")


def write_page_without_quiz(root: Path, page: bytes) -> Path:
    file = copy_content(root) / "docs/metrics/loss.md"
    file.write_bytes(page)
    return file


PAGE_WITHOUT_QUIZ = b"---\ntitle: Loss\ndescription: What loss is.\nverified: 2026-11-24\n---\nWords.\n\n"


def test_line_ends_of_a_page_stay(tmp_path: Path) -> None:
    before = PAGE_WITHOUT_QUIZ.replace(b"\n", b"\r\n")
    file = write_page_without_quiz(tmp_path, before)
    add_sample_item(load_course(tmp_path), "match", "metrics/loss", DAY)
    assert file.read_bytes() == before + b"{{ quiz() }}\r\n"


@pytest.mark.parametrize("broken", [b"---\ntitle: Loss\n---\nWords.\n", PAGE_WITHOUT_QUIZ + b"caf\xe9\n"])
def test_a_page_that_has_problems_is_left_alone(broken: bytes, tmp_path: Path) -> None:
    file = write_page_without_quiz(tmp_path, broken)
    assert "docs/metrics/loss.md has problems. Fix them first" in refused(tmp_path, "match", "metrics/loss")
    assert file.read_bytes() == broken
    assert not (tmp_path / "quizzes/metrics/loss.yml").exists()


def refused(root: Path, *arguments: str) -> str:
    with pytest.raises(Refused) as fault:
        add_sample_item(load_course(root), *arguments, DAY)
    return str(fault.value)


def test_without_arguments_it_says_what_it_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_content(tmp_path)
    assert main(["new", "--root", str(tmp_path)]) == 0
    said = capsys.readouterr().err
    assert said.startswith('new: Name an interaction and a page: make new ARGS="match metrics/precision-and-recall"')
    assert f"interactions: {', '.join(KINDS)} (choices: a choice item with several keys)" in said
    pages = said.partition("pages: ")[2].strip().split(", ")
    assert pages == sorted(pages) and {LESSON, "lifecycle/stages"} <= set(pages)


def test_what_it_does_not_know_gets_a_suggestion(tmp_path: Path) -> None:
    copy_content(tmp_path)
    said = refused(tmp_path, "matsch", "metrics/precision-recal")
    assert "no interaction matsch. Did you mean match?" in said
    assert f"no page metrics/precision-recal. Did you mean {LESSON}?" in said
    assert "Name an interaction and a page" in refused(tmp_path, "match", "")
    assert "no page ../../etc/passwd." in refused(tmp_path, "match", "../../etc/passwd")


def test_a_full_file_a_broken_one_and_the_gallery_are_left_alone(tmp_path: Path) -> None:
    example = "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 30}]}"
    write_course(tmp_path, example)
    copy_content(tmp_path)
    files = {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}
    assert "is full: it has 30 items" in refused(tmp_path, "match", PAGE)
    assert "holds the samples" in refused(tmp_path, "match", "contributing/gallery")
    assert {path: path.read_bytes() for path in files} == files
    bank = tmp_path / f"quizzes/{LESSON}.yml"
    for broken in (b"items: [\n", b"items:\n- id: \xff\n", b"items: []\n"):
        bank.write_bytes(broken)
        assert f"no item can be added to quizzes/{LESSON}.yml" in refused(tmp_path, "match", LESSON)
        assert bank.read_bytes() == broken


def test_a_gallery_that_has_problems_is_no_source(tmp_path: Path) -> None:
    copy_content(tmp_path)
    (tmp_path / GALLERY).write_text("items: [{id: a}, b]\n")
    assert "quizzes/contributing/gallery.yml, which holds the samples, has problems" in refused(
        tmp_path, "match", LESSON
    )
