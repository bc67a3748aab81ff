"""What an item may hold beyond its form: other keys, gaps, texts that can be seen, dates that can be true."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import rules
from macros.bank.interactions.cloze import sample_cloze_item_yaml
from macros.bank.interactions.match import sample_match_item_yaml
from macros.bank.interactions.order import sample_order_item_yaml
from macros.course import load_course
from tests.sample import write_course

MATCH = sample_match_item_yaml("{tpr: tp, tnr: tn, ppv: flagged}").replace("turns_on:\n", "")
ORDER = sample_order_item_yaml("[frame, train, deploy]").replace("turns_on:\n", "")
CLOZE = sample_cloze_item_yaml("All spam that is really spam or ___.").replace("turns_on:\n", "")
NUMERIC = "interaction: numeric"
CARD = "interaction: flashcard\nchoices:\nlevel: recall\nkey: Found among all there is."


def problem_texts_with_code(root: Path, example: str, code: str) -> list[str]:
    return [one.text for one in rules.unwaived_problems(load_course(write_course(root, example))) if one.code == code]


@pytest.mark.parametrize(
    ("example", "key"),
    [
        (MATCH, "{tpr: tn, tnr: tp, ppv: flagged}"),
        (ORDER, "[train, frame, deploy]"),
        (CLOZE, "[elsewhere]"),
        (NUMERIC, "0.5"),
        (CARD, "Found among flags."),
        ("", "precision"),
    ],
)
def test_another_key_of_the_same_kind_is_fine(example: str, key: str, tmp_path: Path) -> None:
    texts = problem_texts_with_code(tmp_path, f"{example}\nturns_on: {{words: really spam, key: {key}}}", "B118")
    assert [text for text in texts if "Quote its words" not in text] == []


@pytest.mark.parametrize(
    ("example", "key", "words"),
    [
        (MATCH, "{tpr: tp, tnr: tn, ppv: flagged}", "is the same as the key"),
        (MATCH, "{tpr: tn, tnr: tp}", "has no answer option for ppv"),
        (MATCH, "{tpr: tn, tnr: tp, ppv: flags}", "Did you mean flagged?"),
        (MATCH, "tp", "it must be written `{row: partner, ...}`; this is tp."),
        (ORDER, "[frame, train, deploy]", "is the same as the key"),
        (ORDER, "[train, frame]", "name each choice once"),
        (ORDER, "frame", "it must be a list, written `[first, second, ...]`; this is frame."),
        (CLOZE, "[' POSITIVES']", "is the same as the key"),
        (CLOZE, "there", "it must be a list, written `[first, second, ...]`; this is there."),
        (NUMERIC, "0.8", "is the same as the key"),
        (NUMERIC, "0.8001", "is the same as the key"),
        (NUMERIC, "'0.5'", "it must be a number; this is 0.5. Remove the quotes."),
        (CARD, "Found among all there is.", "is the same as the key"),
        ("", "recall", "is the same as the key"),
        ("", "recal", "which is not a choice. Did you mean recall?"),
        ("", "[[recall]]", "it must be text; this is a list."),
        ("", "7", "it must be text; this is 7. Put it in quotes."),
    ],
)
def test_the_other_key_is_a_key_that_the_item_could_have(example: str, key: str, words: str, tmp_path: Path) -> None:
    texts = problem_texts_with_code(tmp_path, f"{example}\nturns_on: {{words: really spam, key: {key}}}", "B118")
    assert words in texts[-1]
    assert texts[-1].endswith((".", "?"))


def test_an_item_without_the_words_that_decide_is_told_how_to_name_them(tmp_path: Path) -> None:
    [text] = problem_texts_with_code(tmp_path, "turns_on:\nlevel: apply", "B118")
    assert text.endswith("`turns_on: {words: words of the stem, key: other key}`.")


def test_the_ids_in_an_item_with_errors_in_other_fields_are_checked(tmp_path: Path) -> None:
    example = """
id: second
verified: 30.11.2026
objective: nope
source: nowhere
choices:
- {id: recall, text: Recall, feedback: It divides by the actual positives.}
- {id: precision, text: Precision, feedback: It looks at flagged messages only., misconception: no-such}
- {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
"""
    found = rules.unwaived_problems(load_course(write_course(tmp_path, example)))
    assert sorted(one.code for one in found) == ["B103", "B111", "B112", "B112", "B112"]


def test_a_second_item_with_a_released_id_is_told_its_id_alone(tmp_path: Path) -> None:
    example = """
quizzes/metrics/sample.yml: {items: [{copy_of: first, rev: 2}, {copy_of: second}, {copy_of: first, rev: 1}]}
quizzes/released.txt: "first 2 000000000000"
"""
    codes = [one.code for one in rules.unwaived_problems(load_course(write_course(tmp_path, example)))]
    assert "B111" in codes and "B128" not in codes and "B129" not in codes


@pytest.mark.parametrize(
    "stem",
    ["Divides by `all ___`.", "Divides by [___](x.md).", "Divides by [all](x___.md).", "Divides by [a `b ___`](x.md)."],
)
def test_no_gap_stands_in_a_link_or_in_code(stem: str, tmp_path: Path) -> None:
    assert problem_texts_with_code(tmp_path, sample_cloze_item_yaml(f'"{stem}"'), "B132")


@pytest.mark.parametrize("stem", ["Divides by **all ___ is**.", "[All](x.md) `code` ___ [b](y.md)."])
def test_a_gap_in_strong_words_or_beside_a_link_is_fine(stem: str, tmp_path: Path) -> None:
    assert problem_texts_with_code(tmp_path, sample_cloze_item_yaml(f'"{stem}"'), "B132") == []


@pytest.mark.parametrize(
    "text", ["\u200b", "\u200d\u2060", "\u00ad", "&#8203;", "&nbsp;", "[](x.md)", "` `", "\u3164", "\u2800"]
)
def test_a_choice_that_shows_nothing_is_refused(text: str, tmp_path: Path) -> None:
    example = (
        "choices:\n- {id: recall, text: Recall, feedback: It divides by the actual positives.}\n"
        f'- {{id: b, text: "{text}", feedback: It looks at flags.}}\n- {{id: c, text: x, feedback: It looks.}}\n'
    )
    assert problem_texts_with_code(tmp_path, example, "B133") == [
        "text shows nothing. Write text without invisible characters."
    ]


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("verified: 2999-01-01", "verified of first is in the future: 2999-01-01"),
        ("docs/data/facts.yml: {limit: {text: 1 GB, value: 1, source: guide, seen: 2999-01-01}}", "seen of limit"),
        ("docs/data/sources.yml: {guide: {title: t, url: 'https://e.org/', seen: 2999-01-01}}", "seen of guide"),
    ],
)
def test_a_date_ahead_is_named(example: str, words: str, tmp_path: Path) -> None:
    assert words in problem_texts_with_code(tmp_path, example, "L113")[0]


def test_a_page_verified_ahead_is_named(tmp_path: Path) -> None:
    page = write_course(tmp_path) / "docs/metrics/sample.md"
    page.write_text(page.read_text().replace("verified: 2026-11-24", "verified: 2999-01-01"))
    assert [one.code for one in rules.unwaived_problems(load_course(tmp_path))] == ["L113"]


def test_today_is_not_ahead_whatever_the_last_commit_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    example = f"verified: {datetime.now(UTC).date()}"
    assert problem_texts_with_code(tmp_path, example, "L113") == []


OTHER = "docs/data/objectives.yml:\n  precision: {statement: Compute precision, page: metrics/other}"
WRITTEN = 'docs/metrics/other.md: {body: "## Precision {#precision}"}'


def test_an_objective_of_another_page_is_named_with_what_this_one_teaches(tmp_path: Path) -> None:
    [text] = problem_texts_with_code(tmp_path, f"objective: precision\n{OTHER}\n{WRITTEN}", "B136")
    assert text == ("precision is taught on docs/metrics/other.md. Name an objective of this page (recall), "
                    "or move the item there.")  # fmt: skip


def test_a_wrong_page_of_an_objective_is_reported_once(tmp_path: Path) -> None:
    objectives = """
docs/data/objectives.yml:
  recall: {statement: Compute recall, page: metrics/sample}
  precision: {statement: Compute precision, page: metrics/smaple}
"""
    course = load_course(write_course(tmp_path, f"objective: precision\n{objectives}"))
    assert [str(one) for one in rules.unwaived_problems(course)] == [
        "docs/data/objectives.yml:2:49: P111 objective precision: there is no page docs/metrics/smaple.md. "
        "Did you mean metrics/sample?"
    ]


def test_a_page_that_teaches_no_objective_may_ask_about_any(tmp_path: Path) -> None:
    assert (
        problem_texts_with_code(
            tmp_path, f"docs/data/objectives.yml:\n  recall: {{statement: s, page: metrics/other}}\n{WRITTEN}", "B136"
        )
        == []
    )


SOURCED = """
docs/metrics/sample.md: "---\\ntitle: S\\nsources: [paper]\\n---\\n## Recall {#recall}\\n\\nWORDS\\n\\n{{ quiz() }}\\n"
docs/data/sources.yml:
  paper: {title: Paper, url: "https://example.org/paper", seen: 2026-11-24}
"""


def test_a_source_that_the_page_does_not_name_is_named_with_those_that_it_does(tmp_path: Path) -> None:
    texts = problem_texts_with_code(tmp_path, SOURCED, "B137")
    assert len(texts) == 2
    assert texts[0] == ("guide is not a source of docs/metrics/sample.md (paper). Name the source that you read, "
                        "or add this one to `sources` of the page.")  # fmt: skip


def test_the_source_of_a_fact_that_the_page_or_an_item_quotes_is_its_own(tmp_path: Path) -> None:
    assert problem_texts_with_code(tmp_path, SOURCED.replace("WORDS", "{{ fact('limit') }}"), "B137") == []
    assert problem_texts_with_code(tmp_path, f"{SOURCED}rationale: 'It holds {{{{ fact(\"limit\") }}}}.'", "B137") == []


def test_a_new_item_is_told_once_what_it_has_from_the_sample(tmp_path: Path) -> None:
    assert len(problem_texts_with_code(tmp_path, f"{SOURCED}id: new-choice", "B137")) == 1  # of the other item


@pytest.mark.parametrize(
    ("key", "more", "count"),
    [
        ("{tpr: tp, tnr: tn, ppv: flagged}", "", 1),
        ("{tpr: tp, tnr: tn, ppv: tn}", "", 0),
        ("{tpr: tp, tnr: tn, ppv: flagged}", ", {id: all, text: j}", 0),
        ("{tpr: tp, tnr: tn, ppv: tn}", ", {id: all, text: j}", 0),
    ],
)
def test_the_last_pair_is_left_over_where_each_partner_has_its_row(
    key: str, more: str, count: int, tmp_path: Path
) -> None:
    example = sample_match_item_yaml(key).replace("{id: flagged, text: i}", f"{{id: flagged, text: i}}{more}")
    assert len(problem_texts_with_code(tmp_path, example, "B404")) == count


def test_a_retired_match_is_left_as_it_is(tmp_path: Path) -> None:
    example = sample_match_item_yaml("{tpr: tp, tnr: tn, ppv: flagged}")
    assert problem_texts_with_code(tmp_path, f"{example}\nstatus: retired", "B404") == []
