"""First uses of terms on a page: what counts as prose, as a name and as a link."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.ledger import Term
from macros.rules.exam_term_untaught_or_undefined import page_mentions
from macros.rules.first_use_of_term_not_linked import find_unexplained_first_uses
from tests.sample import HEAD, PAGE, write_course

TERMS = {
    "recall": Term(names=["recall", "sensitivity"], meaning="m", page="metrics/other#recall"),
    "balanced-accuracy": Term(names=["balanced accuracy"], meaning="m", page="metrics/other#b"),
    "accuracy": Term(names=["accuracy"], meaning="m", page="metrics/other#a"),
    "canvas": Term(names=["Canvas", "SageMaker Canvas"], meaning="m", page="metrics/other#c"),
    "own": Term(names=["own word"], meaning="m", page="metrics/sample#own"),
    "step": Term(names=["step"], meaning="m", page="metrics/other#s", everyday=True),
    "blue-green": Term(names=["blue/green"], meaning="m", page="metrics/other#d"),
}


def unlinked_terms_and_texts(root: Path, page_body: str) -> list[tuple[str, str]]:
    write_course(root)
    (root / PAGE).write_text(HEAD + page_body, encoding="utf-8")
    return [
        (use.term, use.text) for use in find_unexplained_first_uses(load_course(root).pages["metrics/sample"], TERMS)
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param("Its recall, and recall again.", [("recall", "recall")], id="the first use alone"),
        pytest.param("Recalls matter.", [("recall", "Recalls")], id="many, at the start of a sentence"),
        pytest.param("High sensitivity, high recall.", [("recall", "sensitivity")], id="the first of its names"),
        pytest.param("Recalled; a non-recall.", [], id="part of another word"),
        pytest.param("A balanced\naccuracy.", [("balanced-accuracy", "balanced\naccuracy")], id="the longer name"),
        pytest.param("An accuracy.", [("accuracy", "accuracy")], id="the shorter name alone"),
        pytest.param("A canvas, then Canvas.", [("canvas", "Canvas")], id="capitals as the name has them"),
        pytest.param("SageMaker Canvas.", [("canvas", "SageMaker Canvas")], id="the whole name is linked"),
        pytest.param("A blue/green shift.", [("blue-green", "blue/green")], id="a name with a stroke"),
        pytest.param("Our own word, a step.", [], id="its own page, and a word of every day"),
        pytest.param("**Recall** is a share. Later recall.", [], id="bold defines"),
        pytest.param("# Recall\n\n## On recall {#recall}\n", [], id="headings"),
        pytest.param("| recall | 1 |\n", [], id="tables"),
        pytest.param("`recall` and\n\n```\nrecall\n```\n", [], id="code"),
        pytest.param('{{ value("recall(tp=1, fn=1)", 2) }}', [], id="calls"),
        pytest.param('<div class="formula">recall\n\nrecall</div>', [], id="blocks of HTML"),
        pytest.param("[Recall](../reference/glossary.md#recall), then recall.", [], id="linked to the glossary"),
        pytest.param("[Recall](other.md#recall), then recall.", [], id="linked to its page"),
        pytest.param("[Recall it](third.md), then recall.", [("recall", "recall")], id="linked elsewhere"),
        pytest.param("See [this](recall.md).", [], id="an address"),
    ],
)
def test_a_first_use(body: str, wanted: list[tuple[str, str]], tmp_path: Path) -> None:
    assert unlinked_terms_and_texts(tmp_path, body) == wanted


def test_its_place_is_where_it_stands(tmp_path: Path) -> None:
    write_course(tmp_path)
    body = 'One `code`, {{ given("2") }}.\n\nThen *recall*.\n'
    (tmp_path / PAGE).write_text(HEAD + body, encoding="utf-8")
    page = load_course(tmp_path).pages["metrics/sample"]
    [use] = find_unexplained_first_uses(page, TERMS)
    assert page.text[use.position :].startswith("recall")
    assert (page.place_in_file(use.position).line, page.place_in_file(use.position).column) == (8, 7)


@pytest.mark.parametrize(
    ("body", "name", "is_there"),
    [
        ("Its **base rate** is low.", "base rate", True),
        ("Base\nrates differ.", "base rate", True),
        ("A base-rate effect.", "base rate", True),
        ("The [base rate](other.md#base) is low.", "Base-rate", True),
        ("## Base rate {#base}", "base rate", True),
        ("| base rate | 2% |", "base rate", True),
        ("Two sensitivities.", "sensitivity", True),
        ("A database rate.", "base rate", False),
        ("A base or rate.", "base rate", False),
        ("See [here](base-rate.md).", "base rate", False),
    ],
)
def test_a_page_mentions_a_name_in_any_form(body: str, name: str, is_there: bool, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text(HEAD + body, encoding="utf-8")
    assert page_mentions(load_course(tmp_path).pages["metrics/sample"], name) is is_there
