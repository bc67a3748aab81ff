"""What rules of wording and cues take and refuse, beyond their own examples; what is fine is the harder half."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros import rules
from macros.course import load_course
from macros.problems import Problem
from tests.rules.examples import problems_of_example
from tests.sample import write_course
from tests.time_limits import cpu_seconds_at_most

FEEDBACK = [
    "It divides by the actual positives.",
    "It looks at flagged messages only.",
    "It counts every message equally.",
]


def choices_yaml(*texts: str) -> str:
    """An item with these choices; the first is the key."""
    ids = ["recall", "precision", "accuracy", "other"]
    feedback = [*FEEDBACK, "Nothing of it was asked for here."]
    lines = [
        f"- {{id: {name}, text: {json.dumps(text, ensure_ascii=False)}, feedback: {said}, right_if: it were asked for}}"
        for name, text, said in zip(ids, texts, feedback, strict=False)
    ]
    return "\n".join(["choices:", *lines, ""])


def recall_stem_yaml(text: str) -> str:
    return f"stem: {json.dumps(text)}\nturns_on:\nlevel: recall\n"


def codes_of_problems(folder: Path, example: str) -> set[str]:
    return {one.code for one in problems_of_example(folder, example)}


def only_problem_with_code(folder: Path, code: str, example: str) -> Problem:
    [one] = [one for one in problems_of_example(folder, example) if one.code == code]
    return one


STEMS = [
    ("B202", "A filter flags 50 messages. Which of them isn't spam, as far as it knows?", True),
    ("B202", "A filter flags 50 messages. All but which of them are right, except for one?", True),
    ("B202", "The filter does not learn. Which share of its 50 messages is really spam?", False),
    ("B202", "A filter flags 50 messages. Which of these does not hold: recall, precision, or accuracy?", True),
    ("B202", "A filter flags 50 messages. Which of them is NOT spam, as far as it knows?", False),
    ("B202", "Tests did not pass and nobody noticed. Which step comes next? Choose it now.", False),
    ("B203", "A filter flags 50 messages and misses the others. Choose TWO further figures of it.", False),
    ("B203", "A filter flags 50 messages. The share of spam among these is called:", False),
    ("B203", "A filter flags 50 messages. The share of spam among these has a name.", True),
    ("B204", "Which share is called recall in statistics?", True),
    ("B204", "Which share is it that is called recall?", False),
    ("B204", "word " * 119 + "which?", False),
    ("B204", "word " * 120 + "which?", True),
    ("B209", "A filter flags 50 messages. Which of the following statements is true?", True),
    ("B209", "A filter flags 50 messages. Which statement about its recall is correct?", True),
    ("B209", "A filter flags 50 messages. Which is true?", True),
    ("B209", "A filter flags 50 messages. Which of its messages is correct spam?", False),
    ("B209", "A filter flags 50 messages and finds no spam. What is wrong with it?", False),
]


@pytest.mark.parametrize(("code", "text", "fires"), STEMS)
def test_a_stem(code: str, text: str, fires: bool, tmp_path: Path) -> None:
    assert (code in codes_of_problems(tmp_path, recall_stem_yaml(text))) is fires


CHOICES = [
    ("B201", ["Recall", "Precision", "None of these"], True),
    ("B201", ["Recall", "Precision", "Both A and B"], True),
    ("B201", ["Recall", "Precision", "A and C"], True),
    ("B201", ["Recall", "Precision", "Both of them"], True),
    ("B201", ["All of the rows", "Some of the rows", "None of the rows"], False),
    ("B201", ["Timetable A", "Timetable B", "Both alike"], False),
    ("B201", ["None of the days was flagged.", "The flags were all wrong.", "No day was rainy."], False),
    ("B207", ["5", "20", "10"], True),
    ("B207", ["5 s", "10 min", "20 min"], True),
    ("B207", ["1 minute", "2 minutes", "10 minutes"], False),
    ("B207", ["\u22120.8", "0.0", "0.8"], False),
    ("B207", ["0.8", "0.0", "\u22120.8"], True),
    ("B207", ["9 rows read, loss 0.4", "1 row read, loss 0.3", "8 rows read, loss 0.9"], False),
    ("B208", ["In May, when it rains", "In June, when it rains", "In July, when it rains"], False),
    ("B301", ["a" * 39, "a" * 30, "a" * 20], False),
    ("B301", ["a" * 42, "a" * 30, "a" * 20], True),
    ("B301", ["a" * 21, "a" * 10, "a" * 10], False),
    ("B302", ["a" * 18, "a" * 30, "a" * 40], True),
    ("B302", ["a" * 19, "a" * 30, "a" * 40], False),
    ("B303", ["a" * 20, "a" * 51, "a" * 51], True),
    ("B303", ["a" * 20, "a" * 50, "a" * 50], False),
    ("B304", ["Use S3", "Use memory", "Use a disk"], False),
    ("B304", ["Use 3 disks", "Use memory", "Use a disk"], True),
    ("B304", ["Use 3 disks", "Use 2 disks", "Use a disk"], False),
    ("B304", ["1,000", "1000", "999"], False),
    ("B304", ["A disk (slow)", "Main memory", "A network"], True),
    ("B304", ["A disk because it lasts", "A memory that is fast", "A network that is near"], True),
    ("B305", ["Only the flags", "The missing ones", "The right ones"], True),
    ("B305", ["Only the flags", "All the missing ones", "The right ones"], False),
    ("B305", ["The flags", "All the missing ones", "The right ones"], False),
    ("B305", ["The flags", "Each missing one", "Each right one"], False),
    ("B306", ["It can rise", "It can fall", "It stays"], False),
    ("B306", ["It perhaps rises", "It falls", "It stays"], True),
    ("B306", ["It tends to rise", "It falls", "It stays"], True),
    ("B306", ["A can of soup", "A tin of soup", "A cup of soup"], True),  # a noun: what a waiver is for
    ("B309", ["It rises.", "It falls.", "Does it stay?"], False),
    ("B309", ["It rises.", "It falls", "It stays"], True),
    ("B310", ["F1", "recall", "precision"], False),
    ("B310", ["Recall", "precision", "accuracy"], True),
    ("B310", ["recall", "Precision", "Accuracy"], True),
    ("B310", ["*Recall*", "Precision", "Accuracy"], True),
    ("B310", ["`Recall`", "`Precision`", "Accuracy"], False),
]  # fmt: skip


@pytest.mark.parametrize(("code", "texts", "fires"), CHOICES)
def test_choices(code: str, texts: list[str], fires: bool, tmp_path: Path) -> None:
    assert (code in codes_of_problems(tmp_path, choices_yaml(*texts))) is fires


PLACES = [
    ("The answer B is wrong here.", True),
    ("Option 2 looks at every message.", True),
    ("The second choice looks at every message.", True),
    ("That is right, unlike the choices above.", True),
    ("A is wrong, as every message counts.", True),
    ("Timetable B has the longer delays of both.", False),
    ("The first answers of a burst are slow.", False),
    ("It is the last resort, the first option being closed to it.", True),
    ("Choice one of two was made by the filter.", False),
]


@pytest.mark.parametrize(("text", "fires"), PLACES)
def test_a_rationale_names_no_place(text: str, fires: bool, tmp_path: Path) -> None:
    assert ("B213" in codes_of_problems(tmp_path, f"rationale: {json.dumps(text)}\n")) is fires


NUMBERS = [
    ("Of 50 flags 80 % are right. What is the precision of the filter?", True),
    ("Of 50 flags 0,8 are right. What is the precision of the filter?", True),
    ("Of 50 flags 40 are right. What is the precision of the filter?", False),
    ("Version 10.8 flags 50 messages. What is the precision of the filter?", False),
]


@pytest.mark.parametrize(("text", "fires"), NUMBERS)
def test_a_numeric_stem_holds_no_key(text: str, fires: bool, tmp_path: Path) -> None:
    assert ("B401" in codes_of_problems(tmp_path, "interaction: numeric\n" + recall_stem_yaml(text))) is fires


def test_a_hint_says_by_how_much(tmp_path: Path) -> None:
    long = only_problem_with_code(tmp_path / "long", "B301", choices_yaml("a" * 44, "a" * 30, "a" * 20))
    assert long.text == (
        "the key has 44 characters and the longest distractor has 30. Shorten the key by 14 characters, or add a "
        "reason to a distractor."
    )
    brief = only_problem_with_code(tmp_path / "short", "B302", choices_yaml("a" * 10, "a" * 30, "a" * 40))
    assert "Shorten a distractor by 20 characters" in brief.text
    spread = only_problem_with_code(tmp_path / "spread", "B303", choices_yaml("a" * 20, "b" * 70, "b" * 51))
    assert "by 20 characters" in spread.text


def test_an_echo_is_an_error_only_where_no_distractor_shares_a_word(tmp_path: Path) -> None:
    alone = only_problem_with_code(
        tmp_path / "alone", "B307", choices_yaml("Found messages share", "Rightly raised", "Calls made")
    )
    assert not alone.warning
    more = only_problem_with_code(
        tmp_path / "more", "B307", choices_yaml("Found spam messages share", "Raised messages", "Calls made")
    )
    assert more.warning


def test_with_several_keys_all_of_them_have_to_show(tmp_path: Path) -> None:
    two = "key: [recall, precision]\n" + recall_stem_yaml(
        "Of 60 messages 40 are found by it. Which are they? Choose TWO."
    )
    assert "B301" in codes_of_problems(tmp_path / "both", choices_yaml("a" * 50, "b" * 45, "c" * 20, "d" * 30) + two)
    assert "B301" not in codes_of_problems(tmp_path / "one", choices_yaml("a" * 50, "b" * 25, "c" * 20, "d" * 30) + two)


LATER = """
choices:
- {id: recall, text: Rows of another year, feedback: It divides by the actual positives., right_if: a}
- {id: precision, text: Rows of this year, feedback: It looks at flagged messages only., right_if: b}
- {id: accuracy, text: Rows of a random kind, feedback: It counts every message equally., right_if: c}
"""


def test_a_page_gives_away_only_by_stems_headings_and_what_was_explained_before(tmp_path: Path) -> None:
    body = "## Recall {}{{#recall}}\\n\\nText of another year.\\n\\n{{{{ quiz() }}}}\\n"
    page = f'docs/metrics/sample.md: {{{{body: "{body}"}}}}\n'
    assert "B311" not in codes_of_problems(tmp_path / "text", LATER + page.format(""))
    assert "B311" in codes_of_problems(tmp_path / "heading", LATER + page.format("of another year "))
    assert "B311" not in codes_of_problems(
        tmp_path / "own", LATER + recall_stem_yaml("Which rows of another year, or of this, are read here?")
    )


def test_a_page_gives_away_by_rationales_only_to_those_who_read_them_before(tmp_path: Path) -> None:
    bank = "quizzes/metrics/sample.yml: {items: [{copy_of: second}, {copy_of: first}]}\n"
    page = "docs/metrics/sample.md: {body: \"## Recall {#recall}\\n\\n{{ quiz('first') }}\\n\\n{{ quiz() }}\\n\"}\n"
    second = "rationale: It was made from rows of another year.\n"
    for folder, example, fires in (("before", bank, True), ("placed behind", bank + page, False)):
        root = tmp_path / folder
        problems_of_example(root, LATER + example)
        path = root / "quizzes/metrics/sample.yml"
        text = path.read_text(encoding="utf-8")
        assert text.count("rationale: Recall divides by the actual positives.") == 2
        path.write_text(
            text.replace("rationale: Recall divides by the actual positives.", second.strip(), 1), encoding="utf-8"
        )
        assert ("B311" in {one.code for one in rules.unwaived_problems(load_course(root))}) is fires


HOSTILE = {
    "no word": "...",
    "markup alone": "** **",
    "brackets": "(" * 60_000,
    "many claims": "which statement " * 4_000,
    "many sentences": "Is it? " * 9_000,
    "hyphens": "a-" * 30_000,
    "right to left": "\u05d0\u05d1\u05d2 abc \u200f",
    "braces": "{{ 7 * 7 }} {% raw %} </script>",
}


@pytest.mark.parametrize("field", ["stem", "rationale", "choice", "feedback"])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_or_delays_a_rule(name: str, field: str, tmp_path: Path) -> None:
    text = json.dumps(HOSTILE[name])
    example = choices_yaml("Recall", "Precision", "Accuracy")
    if field == "choice":
        example = example.replace('text: "Recall"', f"text: {text}")
    elif field == "feedback":
        example = example.replace(FEEDBACK[0], text)
    else:
        example += f"{field}: {text}\n"
    course = load_course(write_course(tmp_path, example))
    assert course.problems == []
    with cpu_seconds_at_most(3):
        problems = rules.unwaived_problems(course)
    assert all(len(str(one)) < 500 for one in problems)
