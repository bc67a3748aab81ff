"""The word list: what it finds, where, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.ledger import load_ledger
from macros.problems import Problem
from macros.rules import unwaived_problems
from macros.rules.word_to_avoid import WordList
from tests.sample import write_course

ROOT = Path(__file__).parents[2]
WORDS = WordList(load_ledger(ROOT).wording)
LIST = "docs/data/wording.yml: {mend: {words: [mend, mending], write: 'fix, or repair', right_in: [mend fences]}}\n"

WRONG = [
    ("A missed defect is the dearer error.", "dearer"),
    ("Dear trials, few at a time.", "Dear"),
    ("Set `verified` whenever you mend a page.", "mend"),
    ("Mending the feed comes first.", "Mending"),
    ("The weights are fitted anew.", "anew"),
    ("Each request meets one version by lot.", "by lot"),
    ("AUC 0.5 is what drawing lots gives.", "drawing lots"),
    ("The lot decides.", "The lot"),
    ("Deep trees foresee the crop.", "foresee"),
    ("An outcome that nobody foresaw.", "foresaw"),
    ("Which version is let through?", "let through"),
    ("The newest version was turned\n  down.", "turned down"),
    ("Classes of like size.", "of like size"),
    ("It is no distance.", "It is no"),
    ("It\u2019s no accuracy.", "It's no"),
    ("A need that is no wish.", "that is no"),
    ("In truth, four are poisonous.", "In truth"),
]
RIGHT = [
    "We recommend an amendment.",
    "Dear customer, your parcel is late.",
    "Train a new model and compare it with the old one.",
    "A parking lot has a lot of cameras.",
    "The defect rate differs by lot size.",
    "The report names the lot number.",
    "An unforeseen request arrives.",
    "It is no longer available, and it is no better than chance.",
    "There is no label. If the answer is no, stop.",
    "SageMaker Ground Truth and the ground truth labels.",
    "The outputs appear in truth tables.",
    "The classes look alike.",
    "Turn the threshold down by 0.1.",
]


@pytest.mark.parametrize(("text", "word"), WRONG, ids=[word for _, word in WRONG])
def test_a_word_of_the_list_is_found_where_it_stands(text: str, word: str) -> None:
    [(at, told)] = WORDS.find_positions_and_messages(text)
    assert told.startswith(f"`{word}` is on the word list. Write ")
    assert text[at:].split(maxsplit=1)[0].strip(",.").replace("\u2019", "'") == word.split(maxsplit=1)[0]


@pytest.mark.parametrize("text", RIGHT)
def test_words_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert list(WORDS.find_positions_and_messages(text)) == []


def word_list_problems(root: Path, example: str) -> list[Problem]:
    return [one for one in unwaived_problems(load_course(write_course(root, LIST + example))) if one.code == "B216"]


FIELDS = [
    ("stem: Which share do we mend? Give it.", "quizzes/metrics/sample.yml"),
    ("hints: [Mend it.]", "quizzes/metrics/sample.yml"),
    ("quizzes/metrics/sample.yml: {cases: {shop: A shop mends shoes by mending.}}", "quizzes/metrics/sample.yml"),
    ("docs/data/objectives.yml: {recall: {statement: Mend recall, page: metrics/sample}}", "docs/data/objectives.yml"),
    (
        "docs/data/misconceptions.yml: {divides-by-flagged: {belief: mend, tempts: t, correction: c, "
        "objectives: [recall]}}",
        "docs/data/misconceptions.yml",
    ),
    (
        "docs/data/glossary.yml: {recall: {names: [recall], meaning: Mend., page: 'metrics/sample#recall'}}",
        "docs/data/glossary.yml",
    ),
    (
        "docs/data/cards.yml: {mine: {claim: c, verdict: right, holds: H., why: mend, "
        "page: 'metrics/sample#recall', source: guide}}",
        "docs/data/cards.yml",
    ),
]


@pytest.mark.parametrize(("example", "path"), FIELDS)
def test_every_text_that_readers_see_is_searched(example: str, path: str, tmp_path: Path) -> None:
    [one] = word_list_problems(tmp_path, example)
    assert (one.path, one.warning) == (path, False)
    assert one.text.endswith("is on the word list. Write fix, or repair.")


PAGE = (
    "---\ntitle: Sample\ndescription: How to mend\nverified: 2026-11-24\n---\n"
    "## Recall {{#recall}}\n\n{text}\n\n{{{{ quiz() }}}}\n"
)


def test_a_page_is_searched_from_its_front_matter_on(tmp_path: Path) -> None:
    body = PAGE.format(text="You can\nmend it, in `mend` code, <b class='mend'>there</b> [or](here.md#mend).")
    indented = "".join(f"  {line}\n" for line in body.splitlines())
    page = f"docs/metrics/sample.md: |\n{indented}"
    assert [(one.line, one.column) for one in word_list_problems(tmp_path, page)] == [(3, 21), (9, 1)]


def test_phrases_in_which_the_word_is_right_are_left_alone(tmp_path: Path) -> None:
    assert word_list_problems(tmp_path, "stem: Which share lets you mend fences? Give it.") == []


def test_an_item_can_keep_a_word_for_a_reason(tmp_path: Path) -> None:
    assert word_list_problems(tmp_path, "stem: Which share do we mend?\nallow: {B216: The shop is called so.}") == []
