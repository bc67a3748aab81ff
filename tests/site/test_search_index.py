"""What the search shows of a page is its content: no buttons, no messages, no code of a lab."""

import json
import re

import pytest

INTERFACE = [
    "Show answer",
    "Choose one.",
    "Choose …",
    "Question 1",
    "Turn on JavaScript",
    "Check your connection",
    "does not save your answers",
    "This is a worked example",
    "The calculator could not start",
    "Erase everything",
]
MANUALS = ("contributing/", "review/#how-review-works")  # pages about the interface


@pytest.fixture(scope="module")
def texts(site):
    """The indexed text of each section, by its address."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry["text"] for entry in index["docs"]}


@pytest.mark.parametrize("words", INTERFACE)
def test_no_part_of_the_interface_is_indexed(texts, words):
    assert [at for at, text in texts.items() if words in text and not at.startswith(MANUALS)] == []


def test_the_code_of_a_lab_is_not_indexed(texts):
    labs = {at: text for at, text in texts.items() if at.startswith("labs/") and at.endswith("#code")}
    assert len(labs) >= 6
    assert [at for at, text in labs.items() if "import" in text or "def " in text] == []


def test_the_choices_of_a_question_are_indexed(texts):
    lesson = texts["metrics/thresholds/#check-yourself"]
    assert "Most of the listings that are newly flagged are genuine." in lesson
    assert "Rises or stays the same" in lesson


def test_questions_do_not_run_together(texts):
    together = re.compile(r"[a-z]{2}[.?][A-Z][a-z]")
    lessons = {at: text for at, text in texts.items() if at.endswith("#check-yourself")}
    assert len(lessons) > 30
    assert [found[0] for text in lessons.values() for found in together.finditer(text)] == []


def test_the_facts_about_a_lesson_do_not_run_together(texts):
    together = re.compile(r" min(?:Quiz|Lesson)|questions?(?:With|Lab)")
    assert [at for at, text in texts.items() if together.search(text)] == []
