"""Banks that leak fail, banks with keys by lot do not, and a bank is judged once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.course import Course, load_course
from macros.ledger.names import ServiceNames
from macros.rules import gate, unwaived_problems
from macros.rules.gate import reporting
from macros.rules.gate.guessers import WORDS
from macros.rules.gate.items import GateItem
from macros.rules.gate.reporting import FILE, GateReport
from tests.rules.gate import banks
from tests.sample import write_course

SERVICE_NAMES = ServiceNames({name.casefold(): name for name in banks.SERVICES})
LEAKING = "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}"


def new_report(items: tuple[GateItem, ...]) -> GateReport:
    reporting._compute_report.cache_clear()
    return reporting._compute_report(items, (), SERVICE_NAMES, "key")


def failing_tests(report: GateReport) -> set[str]:
    found = {line.guesser for line in report.results.values() if line.result == "fails"}
    return found | ({"positions"} if report.key_position_verdict == "fails" else set())


@pytest.mark.parametrize(
    ("key", "n", "caught"),
    [
        pytest.param(banks.make_key_longest, 60, {"longest", "learned"}, id="every key padded to be the longest"),
        pytest.param(banks.second_choice_as_key, 60, {"positions", "learned"}, id="every key at place 2"),
        pytest.param(banks.make_key_echo_stem, 60, {"stem echo", "learned"}, id="keys say words of the stem"),
        pytest.param(banks.add_absolutes_to_distractors, 60, {"no absolutes", "learned"}, id="distractors overstate"),
        pytest.param(banks.make_key_longest_in_share(0.2), 400, {"longest", "learned"}, id="one key in five padded"),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_a_bank_that_leaks_fails(key: banks.Key, n: int, caught: set[str], seed: int) -> None:
    assert caught <= failing_tests(new_report(banks.choice_bank(n, seed, key)))


@pytest.mark.parametrize("seed", range(5))
def test_a_mix_of_cues_that_no_single_one_shows_fails(seed: int) -> None:
    assert failing_tests(new_report(banks.choice_bank(200, seed, banks.key_of_middle_length))) == {"learned"}


@pytest.mark.parametrize("n", [34, 120])
def test_banks_with_keys_by_lot_pass(n: int) -> None:
    """By luck 4 to 7 in 100 fail, measured over 400 seeds and sizes 34 to 400; of 40, 8 would be a wonder (p 0.01)."""
    failed = [
        seed for seed in range(40) if failing_tests(new_report(banks.choice_bank(n, seed, two_key_count=n // 10)))
    ]
    assert len(failed) < 8, failed


@pytest.mark.parametrize("seed", range(5))
def test_a_cue_that_never_leads_to_the_key_is_noticed(seed: int) -> None:
    made = new_report(banks.choice_bank(100, seed, banks.key_of_middle_length))
    assert {"longest", "shortest"} <= {line.guesser for line in made.results.values() if line.result == "below"}


def word_guesser_verdict(items: tuple[GateItem, ...]) -> str:
    return new_report(items).results[WORDS].result


@pytest.mark.parametrize(
    "key",
    [banks.prefix_services_and_favor_three, banks.start_key_with_praise_word],
    ids=["favourite services", "good practice"],
)
@pytest.mark.parametrize("seed", range(5))
def test_words_and_names_that_tend_to_be_right_fail(key: banks.Key, seed: int) -> None:
    assert word_guesser_verdict(banks.choice_bank(120, seed, key)) == "fails"


@pytest.mark.parametrize("key", [banks.random_key, banks.prefix_services_with_random_key], ids=["words", "names"])
def test_words_and_names_of_keys_by_lot_pass(key: banks.Key) -> None:
    results = [word_guesser_verdict(banks.choice_bank(120, seed, key)) for seed in range(40)]
    assert results.count("fails") <= 2 and results.count("ok") >= 34, results


def test_what_is_learned_comes_from_other_objectives() -> None:
    """Each objective has a favourite of its own: no other one can know it."""
    items = tuple(
        item._replace(
            choices=tuple(
                f"{item.objective} {text}" if at in item.keys else text for at, text in enumerate(item.choices)
            )
        )
        for item in banks.choice_bank(120, 1)
    )
    assert word_guesser_verdict(items) == "ok"


def test_two_keys_that_are_the_two_longest_fail() -> None:
    plain = banks.choice_bank(60, 1, two_key_count=60)
    padded = tuple(
        item._replace(choices=tuple(text + " and then some more of it" * 4 * (at in item.keys)
                                    for at, text in enumerate(item.choices)))
        for item in plain
    )  # fmt: skip
    assert failing_tests(new_report(plain)) == set()
    assert {"longest", "learned"} <= failing_tests(new_report(padded))
    assert new_report(padded).chance == 0.1


def test_a_small_bank_is_not_judged() -> None:
    made = new_report(banks.choice_bank(19, 1, banks.make_key_longest))
    assert made.results == {}
    assert "19 items with choices; judged from 20" in gate.report_text(made)


def test_the_same_bank_gives_the_same_report() -> None:
    assert gate.report_json(new_report(banks.choice_bank(60, 1))) == gate.report_json(
        new_report(banks.choice_bank(60, 1))
    )


def test_a_bank_of_one_objective_is_split_by_item() -> None:
    items = tuple(item._replace(objective="only") for item in banks.choice_bank(60, 1, banks.make_key_longest))
    assert "learned" in failing_tests(new_report(items))


def test_the_table_names_guessers_places_and_power() -> None:
    said = gate.report_text(new_report(banks.choice_bank(100, 1)))
    assert [line.split("  ")[0] for line in said.splitlines()[1:12]][:2] == ["longest", "shortest"]
    assert "keys by position, of 4 choices: " in said
    assert "a leak of 10 points would be noticed with a probability of" in said


class TestKept:
    @pytest.fixture
    def course(self, tmp_path: Path) -> Course:
        return load_course(write_course(tmp_path, LEAKING))

    @pytest.fixture(autouse=True)
    def forget(self) -> None:
        reporting._compute_report.cache_clear()

    @staticmethod
    def refuse(*_: object) -> GateReport:
        raise AssertionError("judged again")

    def test_an_unchanged_bank_is_not_judged_again(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        first = gate.up_to_date_report(course)
        gate.write_report_if_possible(course.root, first)
        monkeypatch.setattr(reporting, "_compute_report", self.refuse)
        assert gate.up_to_date_report(course) == first
        assert {one.code for one in unwaived_problems(course)} >= {"B501", "B502", "B503", "B504"}

    def test_a_changed_text_is_judged_again(
        self, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gate.write_report_if_possible(course.root, gate.up_to_date_report(course))
        file = tmp_path / "quizzes/metrics/sample.yml"
        file.write_text(file.read_text().replace("text: Accuracy", "text: Accuracies", 1))
        monkeypatch.setattr(reporting, "_compute_report", self.refuse)
        with pytest.raises(AssertionError, match="judged again"):
            gate.up_to_date_report(load_course(tmp_path))

    @pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"cache_key": 1}', "\xff"])
    def test_a_broken_file_is_judged_again(self, content: str, course: Course) -> None:
        wanted = gate.up_to_date_report(course)
        path = course.root / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="latin-1")
        assert gate.up_to_date_report(course) == wanted

    def test_a_file_of_another_form_is_judged_again(self, course: Course) -> None:
        wanted = gate.up_to_date_report(course)
        kept = json.loads(gate.report_json(wanted))
        path = course.root / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        for broken in ({**kept, "results": [{}]}, {**kept, "results": 3}, {**kept, "positions": [{"x": 1}]}):
            path.write_text(json.dumps(broken))
            assert gate.up_to_date_report(course) == wanted

    def test_a_message_says_how_far_and_what_to_do(self, course: Course) -> None:
        found = {one.code: one for one in unwaived_problems(course) if one.code.startswith("B5")}
        assert found["B501"].path == "quizzes/metrics/sample.yml"
        assert "60 of 60 items right, where chance would give 20 (z 11.0; error from 2.58)" in found["B501"].text
        [place] = [one.text for one in unwaived_problems(course) if one.code == "B504" and not one.warning]
        assert "Move 40 of these keys" in place

    @pytest.mark.parametrize("linked", [FILE, FILE.parent])
    def test_the_report_is_not_written_through_a_link(self, linked: Path, course: Course) -> None:
        elsewhere = course.root / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "gate.json").write_text("mine")
        (course.root / linked).parent.mkdir(exist_ok=True)
        (course.root / linked).symlink_to(elsewhere / "gate.json" if linked == FILE else elsewhere)
        gate.write_report_if_possible(course.root, gate.up_to_date_report(course))
        assert (elsewhere / "gate.json").read_text() == "mine"


def test_what_is_not_asked_is_not_judged(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, "status: retired"))
    assert gate.active_choice_items(course) == ()
    [item] = gate.active_choice_items(load_course(write_course(tmp_path, "use: pool")))
    assert (item.id, item.page, item.keys) == ("first", "metrics/sample", frozenset({0}))
