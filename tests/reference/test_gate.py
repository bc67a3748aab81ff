"""The page on the quality of questions shows what the last check measured, and says so where nothing was."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.course import load_course
from macros.reference.gate import VERDICTS, last_gate_report_html
from macros.rules import gate
from macros.rules.gate.guessers import CUE_GUESSERS
from tests.sample import write_course

LEAKING = "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}, {copy_of: leaking, times: 6}]}"


def shown(root: Path) -> LexborHTMLParser:
    return LexborHTMLParser(last_gate_report_html(root))


@pytest.fixture
def leaking(tmp_path: Path) -> LexborHTMLParser:
    root = write_course(tmp_path, LEAKING)
    gate.write_report_if_possible(root, gate.up_to_date_report(load_course(root)))
    return shown(root)


def test_each_guesser_has_a_row_with_its_own_header(leaking: LexborHTMLParser) -> None:
    [table, places] = leaking.css("table")
    rows = table.css("tbody tr")
    assert [row.css_first("th[scope=row]").text().split("\xa0")[0].split(" The ")[0] for row in rows] == [
        *(guesser.name for guesser in CUE_GUESSERS),
        "learned",
        "content",
        "matching In match items, the answer option that shares the most words with the row",
    ]
    headers = [cell.text() for cell in table.css("thead th[scope=col]")]
    assert headers == ["Guesser", "Right", "By chance", "z", "Questions", "Verdict"]
    assert all(len(row.css("td")) == len(headers) - 1 for row in rows)
    assert table.css_first("caption") and places.css_first("caption")


def test_a_row_says_what_was_found(leaking: LexborHTMLParser) -> None:
    [row] = [row for row in leaking.css("tbody tr") if row.css_first("th").text().startswith("shortest")]
    assert [cell.text() for cell in row.css("td")] == ["100%", "33%", "11.0", "60", "leak: the bank fails"]
    [row] = [row for row in leaking.css("tbody tr") if row.css_first("th").text().startswith("longest")]
    assert [cell.text() for cell in row.css("td")][2] == "\u22125.5"


def test_what_a_bank_of_this_size_can_show_is_said(leaking: LexborHTMLParser) -> None:
    assert "With 60 questions, a guesser fails the bank from 49% correct answers on." in leaking.text()
    assert "60, 0, 0" in leaking.text()


def test_a_small_bank_shows_that_it_is_small(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    gate.write_report_if_possible(root, gate.up_to_date_report(load_course(root)))
    assert "There are too few questions with choices for a result: 1." in shown(root).text()


@pytest.mark.parametrize("content", [None, "", "[]", '{"lines": [{}]}'])
def test_without_a_report_the_page_says_how_to_get_one(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / gate.FILE
    path.parent.mkdir(parents=True)
    if content is not None:
        path.write_text(content)
    assert shown(tmp_path).text().strip() == "Nothing has been measured in this copy yet. Run make check."
    assert shown(tmp_path).css("table") == []


def test_every_verdict_has_its_words() -> None:
    assert VERDICTS.keys() == {"ok", "warns", "fails", "below"}
