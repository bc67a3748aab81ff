"""Cards, ledger, exams, coverage and glossary show what the files hold, and link to where it is taught."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.bank.interactions import INTERACTIONS
from macros.course import Course, load_course
from macros.reference.entries import VERDICTS, interactions_table
from macros.reference.exams import SkillCounts
from macros.reference.facts import age_in_words
from macros.reference.macros import macros_by_name
from macros.reference.not_taught import skill_coverage_clause
from tests.sample import write_course

DATA = """
docs/data/cards.yml:
  hits:
    {claim: Recall is *hits*., verdict: wrong, holds: 'Up to {{ fact("limit") }}.', why: It counts.,
     page: "metrics/sample#recall", source: guide}
  later: {claim: c, verdict: right, holds: h, why: w, page: "metrics/later#x", source: guide}
docs/data/objectives.yml:
  recall: {statement: Compute recall, page: metrics/sample, exams: [AIF-C01 1.2], cards: [hits]}
docs/data/glossary.yml:
  recall: {names: [recall, sensitivity], meaning: A share., page: "metrics/sample#recall"}
  bias: {names: [bias], sense: of data, meaning: Rows < all., page: "metrics/sample#recall"}
docs/reference/glossary.md: {body: "{{ glossary() }}\\n"}
docs/data/facts.yml:
  limit:
    {text: "1 GB", value: 1, unit: GB, source: guide, seen: 2026-11-24, replaced: 2 GB,
     disputed: [{text: 3 GB, value: 3, source: guide}]}
docs/data/sources.yml:
  other: {title: Another page, url: "https://example.com/other", seen: 2026-11-24}
docs/data/exams/aif-c01.yml:
  title: A guide
  version: "1.1"
  seen: 2026-11-24
  source: guide
  domains:
  - id: 1
    title: Basics
    weight: 60
    skills: 4
    entries:
    - {ids: ["1.1", "1.2", "1.3"], asks: shares, terms: [Sensitivity], phrases: [F1 score], partly: no F-beta}
    - {ids: ["1.4"], asks: more, not_covered: It is out of scope.}
  - {id: 2, title: Some, weight: 20, entries: [{ids: ["2.4"], asks: more, not_covered: It is out of scope.}]}
  - {id: 3, title: Rest, weight: 20, read: [guide, other]}
"""
MORE = """
interaction: numeric
use: pool
docs/metrics/sample.md: {body: "## Recall {#recall}\\n\\n{{ calculator('regression') }}\\n\\n{{ quiz() }}\\n"}
docs/metrics/gallery.md: {body: "{{ quiz() }}\\n"}
quizzes/metrics/gallery.yml: {sample: true, items: [{copy_of: matching}]}
"""


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")  # 27 Nov 2026
    page = SimpleNamespace(file=SimpleNamespace(src_uri="reference/flashcards.md"))
    made = macros_by_name(load_course(write_course(tmp_path, DATA)), lambda: page)
    return lambda name: made[name]()


def test_a_card_stands_under_its_verdict_with_its_id(shown) -> None:
    made = shown("cards")
    assert re.findall(r"^## .*$", made, re.MULTILINE) == [
        "## Wrong (1) {#verdict-wrong}",
        "## Right (1) {#verdict-right}",
    ]
    card = LexborHTMLParser(made).css_first("section#hits")
    assert card.css_first("h3").text() == "Wrong: Recall is hits."
    assert "What is true: Up to 1 GB." in card.text() and "Why it matters: It counts." in card.text()
    assert card.css_first("a").attributes["href"] == "../../metrics/sample/#recall"


def test_a_card_whose_page_is_missing_says_so(shown) -> None:
    later = LexborHTMLParser(shown("cards")).css_first("section#later")
    assert "The lesson is not written yet." in later.text()


def test_a_fact_has_value_source_age_and_history(shown) -> None:
    row = LexborHTMLParser(shown("ledger")).css_first("tr#limit")
    said = " ".join(row.text(separator=" ").split())
    assert said.startswith("limit 1 GB Disputed: 3 GB in Guide . Replaced 2 GB. Guide Nov 24, 2026 3 days ago")


def test_an_entry_of_a_guide_shows_its_terms_and_lessons_or_why_it_is_not_covered(shown) -> None:
    made = shown("exams")
    assert "## AIF-C01: A guide {#aif-c01}" in made
    html = LexborHTMLParser(made)
    rows = [" ".join(row.text(separator=" ").split()) for row in html.css("tbody tr")]
    assert rows == [
        "Domain 1: Basics, 60%",
        "1.1 to 1.3 shares Terms: Sensitivity , F1 score Sample Not covered: no F-beta 2",
        "1.4 more Not covered. It is out of scope. -",
        "Domain 2: Some, 20%",
        "2.4 more Not covered. It is out of scope. -",
        "The other skills of this domain are not covered.",
        "Domain 3: Rest, 20%",
        "This domain is not covered.",
    ]
    assert "Of 4 skills in the domains that are listed in full, 3 are covered, 3 of them partly, and 1 are not." in (
        html.text()
    )


def test_an_entry_of_a_guide_links_to_its_lessons_and_to_terms_of_the_glossary(shown) -> None:
    links = LexborHTMLParser(shown("exams")).css("tbody a")
    assert [(link.text(), link.attributes["href"]) for link in links] == [
        ("Sensitivity", "../../reference/glossary/#recall"),
        ("Sample", "../../metrics/sample/"),
    ]


def test_coverage_counts_items_by_objective_and_by_card(shown) -> None:
    made = LexborHTMLParser(shown("coverage"))
    assert "1 objectives and 2 questions, 2 of them at level apply or analyze." in made.text()
    assert "1 of 2 flashcards have a question." in made.text()
    [objective] = made.css("table:first-of-type tbody tr:not(:first-child)")
    assert [cell.text() for cell in objective.css("td")] == ["AIF-C01 1.2", "hits", "2", "2"]
    assert objective.css_first("th a").text() == "Compute recall"
    cards = made.css("table")[1]
    assert [cell.text() for cell in cards.css("tbody td")] == ["Compute recall", "2", "none yet", "0"]
    assert [head.text() for head in cards.css("tbody th")] == ["hits Recall is hits.", "later c"]


def test_a_term_stands_under_its_letter_with_its_sense_and_other_names(shown) -> None:
    made = shown("glossary")
    assert re.findall(r"^## .*$", made, re.MULTILINE) == ["## B {#letter-b}", "## R {#letter-r}"]
    html = LexborHTMLParser(made)
    assert html.css_first("dt#bias").text() == "bias (of data)"
    assert [" ".join(part.text().split()) for part in html.css("dd")] == [
        "Rows < all. Taught in Sample.",
        "A share. Also: sensitivity. Taught in Sample.",
    ]


def test_what_is_here_is_counted_without_samples_and_items_kept_for_later(tmp_path: Path) -> None:
    root = write_course(tmp_path, DATA + MORE)
    page = SimpleNamespace(file=SimpleNamespace(src_uri="index.md"))
    facts = "1\u00a0dated\u00a0fact"
    assert (
        macros_by_name(load_course(root), lambda: page)["holdings"]() == f"1 lesson, 1 question, 1 calculator, {facts}"
    )
    (root / "docs/index.md").write_text("## Calculators {#calculators}\n", encoding="utf-8")
    (root / "docs/reference/ledger.md").write_text("{{ ledger() }}\n", encoding="utf-8")
    made = macros_by_name(load_course(root), lambda: page)["holdings"]()
    assert made.endswith(f'<a href="#calculators">1 calculator</a>, <a href="reference/ledger/">{facts}</a>')


def test_each_calculator_of_a_lesson_is_listed_once_with_a_link_that_opens_it(course: Course) -> None:
    page = SimpleNamespace(file=SimpleNamespace(src_uri="index.md"))
    rows = LexborHTMLParser(macros_by_name(course, lambda: page)["calculators"]()).css("li")
    linked = [tuple(row.css_first("a").attributes["href"].split("/#")) for row in rows]
    shown = {
        (name, call.arguments["name"])
        for name in course.sorted_lesson_names
        for call in course.pages[name].valid_calls_of("calculator")
    }
    assert set(linked) <= shown and linked[0] == ("metrics/confusion-matrix", "confusion_matrix")
    assert sorted(calculator for _, calculator in linked) == sorted({calculator for _, calculator in shown})
    assert all(re.search(r"\w: [a-z].*\.$", row.text()) for row in rows)


def test_html_that_the_builder_reads_has_no_blank_line(shown) -> None:
    for name in ("cards", "ledger", "exams", "glossary"):
        for block in re.findall(r"^<div.*?^</div>", shown(name), re.MULTILINE | re.DOTALL):
            assert "\n\n" not in block


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "today"), (0, "today"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (60, "8 weeks"), (61, "2 months"),
     (364, "11 months"), (365, "12 months"), (729, "23 months"), (730, "2 years"), (800, "2 years")],
)  # fmt: skip
def test_an_age_is_said_in_the_unit_that_fits(days: int, said: str) -> None:
    assert age_in_words(days) == said


def test_every_verdict_has_its_words_and_all_cards_are_there(course: Course) -> None:
    cards = course.ledger.cards
    assert {card.verdict for card in cards.values()} == set(VERDICTS)
    assert len(cards) == 42


def test_the_share_of_an_exam_that_is_not_covered_is_said(shown) -> None:
    said = " ".join(LexborHTMLParser(shown("exam_shares")).css_first("li").text().split())
    assert said == (
        "AIF-C01. Domain 3 is not covered. It is 20% of the exam. Domain 2 (20%): only a few skills are covered. "
        "Domain 1: of 4 skills, 3 are covered (3 of them only partly) and 1 is not."
    )


def test_what_is_not_taught_is_listed_by_domain_and_what_is_taught_is_not(shown) -> None:
    made = shown("not_taught")
    assert re.findall(r"^#+ .*$", made, re.MULTILINE) == [
        "## AIF-C01: A guide {#not-in-aif-c01}",
        "### Domain 1: Basics {#aif-c01-domain-1}",
        "### Domain 2: Some {#aif-c01-domain-2}",
        "### Domain 3: Rest {#aif-c01-domain-3}",
    ]
    html = LexborHTMLParser(made)
    assert [" ".join(entry.text().split()) for entry in html.css("li")] == [
        "1.1 to 1.3: shares Not covered: no F-beta",
        "1.4: more It is out of scope.",
        "2.4: more It is out of scope.",
    ]
    assert [entry.text() for entry in html.css("p")] == [
        "Only a few skills of this domain are covered. The domain is 20% of AIF-C01.",
        "This domain is 20% of AIF-C01. It is not covered.",
        "Read Guide and Another page.",
    ]
    assert html.css("p a")[1].attributes["href"] == "https://example.com/other"


def test_every_domain_that_is_not_covered_wholly_says_where_to_read_about_it(course: Course) -> None:
    ledger = course.ledger
    for code, exam in ledger.exams.items():
        for domain in exam.domains:
            guide = ledger.sources[domain.read[0]]
            assert guide.url.endswith(f"-domain{domain.id}.html"), (code, domain.id)
            is_covered = domain.skills and all(ledger.covering_objective_ids(code, asked) for asked in domain.entries)
            assert is_covered or len(domain.read) > 1, (code, domain.id)


def test_the_gallery_has_a_row_for_each_interaction() -> None:
    head, rule, *rows = interactions_table().splitlines()
    assert head.startswith("| Interaction |") and set(rule) == set("| -")
    assert {row.split("`")[1] for row in rows} == INTERACTIONS.keys()
    assert {row.count(" | ") for row in [head, *rows]} == {3}


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (SkillCounts(covered=17, partly=0, listed=17), "all 17 skills are covered."),
        (SkillCounts(covered=4, partly=2, listed=4), "all 4 skills are covered (2 of them only partly)."),
        (SkillCounts(covered=1, partly=0, listed=3), "of 3 skills, 1 is covered and 2 are not."),
    ],
)
def test_covered_skills_are_counted_in_words(count: SkillCounts, text: str) -> None:
    assert skill_coverage_clause(count) == text
