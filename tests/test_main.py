"""The commands: exit codes, forms of output, and that no content gives a traceback."""

from __future__ import annotations

import json
import os
import random
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from macros import rules
from macros.__main__ import main
from macros.reference.codes import problem_code_entries
from macros.rules import identical_choices, similar_choices
from tests.sample import write_course
from tests.time_limits import cpu_seconds_at_most

ROOT = Path(__file__).parents[1]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_clean_content_exits_0_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "--root", str(write_course(tmp_path)))
    assert (code, out) == (0, "")
    assert err.startswith("no problems; 2 items and 1 page read\n")


def test_an_error_exits_1_with_place_and_way_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "--root", str(write_course(tmp_path, "key: recal")))
    assert code == 1
    assert err.startswith("1 error in 1 file; 1 item and 1 page read\n")
    assert "B105 key names recal, which is not a choice. Did you mean recall?" in out


@pytest.mark.parametrize("code", ["B121", "b121"])
def test_a_code_is_explained_without_a_browser(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", "--explain", code)
    assert (status, err) == (0, "")
    assert out.startswith(
        "B121\n\nIf the key does not give an answer for a row, readers cannot answer that row correctly.\n\n"
        "With the problem:\n    interaction: match\n"
    )
    assert out.partition("Without it:\n")[2].rstrip().endswith("key: {tpr: tp, tnr: tn, ppv: flagged}")


def test_a_rule_is_explained_with_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--explain", "B104")[1].startswith(
        "B104: two choices have the same text\n\nIf a reader selects"
    )


@pytest.mark.parametrize("word", ["rules", "B1O4", "B1040"])
def test_a_word_that_is_not_a_code_is_answered_with_the_form_of_one(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "check", "--explain", word) == (
        2, "", f"check: there is no code or group {word}. Name a code such as B121, or a group such as B1.\n"
    )  # fmt: skip


def test_a_code_used_twice_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "rules_by_code", rules.rules_by_code.__wrapped__)
    monkeypatch.setattr(identical_choices, "__doc__", similar_choices.__doc__)
    code, out, err = run(capsys, "check", "--root", str(write_course(tmp_path)))
    assert (code, out) == (2, "") and re.fullmatch(r"check: \S+ and \S+ both have the code B206\. .+\n", err)


@pytest.mark.parametrize("code", ["B199", "b199"])
def test_a_code_that_is_not_used_is_said_to_be_unused(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--explain", code) == (2, "", "check: the code B199 is not in use.\n")


@pytest.mark.parametrize("group", ["B1", "b1"])
def test_the_codes_of_a_group_are_listed_with_their_summaries(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", "--explain", group)
    assert (status, err) == (0, "")
    assert "\nB104: two choices have the same text\nB105: If the key does not name any of the choices, every" in out
    codes = [line.partition(": ")[0] for line in out.splitlines()]
    assert codes == sorted(entry.code for entry in problem_code_entries() if entry.code.startswith("B1"))


def test_what_was_found_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left = "id: new-cloze\nquizzes/metrics/other.yml: 'items: {}'\nquizzes/metrics/sample.yml: 'item: 1'"
    _, _, err = run(capsys, "check", "--root", str(write_course(tmp_path, left)))
    assert err.startswith("3 errors in 2 files; 0 items and 1 page read\n")
    assert (
        "\nNot checked, because some files in quizzes/ could not be read: B5, L117, P115. "
        "These rules count all items.\n" in err
    )


def test_problems_as_json_and_as_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(write_course(tmp_path, "key: recal"))
    [one] = json.loads(run(capsys, "check", "--root", root, "--format", "json")[1])
    assert one["code"] == "B105"
    _, out, _ = run(capsys, "check", "--root", root, "--format", "github")
    assert out.startswith(
        f"::error file=quizzes/metrics/sample.yml,line={one['line']},col={one['column']},title=B105::"
    )


def test_an_annotation_survives_odd_names_and_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path, "key: '100%'")
    (tmp_path / "quizzes/metrics/a,b: 5%.yml").write_text("items: {}\n")
    lines = run(capsys, "check", "--root", str(tmp_path), "--format", "github")[1].splitlines()
    assert all(line.startswith("::error file=quizzes/metrics/") for line in lines)
    assert any(
        line.startswith("::error file=quizzes/metrics/a%2Cb%3A 5%25.yml,line=1,col=8,title=B110::") for line in lines
    )
    assert any("100%25" in line for line in lines)


def test_age_warns_and_only_the_weekly_check_fails_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    root = str(write_course(tmp_path))
    code, out, _ = run(capsys, "check", "--root", root)
    assert code == 0
    assert "warning: fact limit was verified" in out
    assert run(capsys, "check", "--stale", "--root", root)[0] == 1


def test_the_gate_shows_its_table_and_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_course(tmp_path, "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}")
    code, out, err = run(capsys, "check", "--root", str(root), "--gate")
    assert code == 1
    assert "B501 a guessing program that picks the first choice gets 60 of 60 items right" in out
    assert "first             60   1.000   0.333  10.95  fails" in out
    assert "gate: 60 items, chance 0.333; best guesser" in err
    kept = root / ".cache/gate.json"
    assert json.loads(kept.read_bytes())["n"] == 60
    assert json.loads(run(capsys, "check", "--root", str(root), "--gate", "--format", "json")[1])


def test_an_unchanged_bank_is_checked_without_numpy(tmp_path: Path) -> None:
    root = write_course(tmp_path, "quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 30}]}")
    program = "import sys; from macros.__main__ import main; main(sys.argv[1:]); print('numpy' in sys.modules)"
    command = [sys.executable, "-c", program, "check", "--root", str(root)]
    said = [subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert [text.split()[-1] for text in said] == ["True", "False"]


def test_wrong_use_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["chek"])
    assert stopped.value.code == 2
    assert run(capsys, "seal", "--root", str(tmp_path))[0] == 2
    assert run(capsys, "stage", "--root", str(tmp_path))[0] == 2


HOSTILE = {
    "tabs": b"items:\n\t- id: x\n",
    "not UTF-8": b"items: \xff\xfe\n",
    "duplicate keys": b"items: []\nitems: []\n",
    "an alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nitems: [*c]\n",
    "a list where a mapping belongs": b"- items\n",
    "a mapping where a list belongs": b"items: {a: {b: c}}\n",
    "ten megabytes of noise": random.Random(2).randbytes(10_000_000),
    "nothing but brackets": b"[" * 900_000,
    "a python tag": b"items: !!python/object/apply:os.system [echo]\n",
    "a null byte": b"items:\n- id: a\x00b\n",
    "numbers everywhere": b"items: [{id: 1, interaction: choice, stem: 2, key: 3, choices: 4}]\n",
    "interaction is a list": b"items: [{interaction: [choice]}]\n",
    "nan and infinity": b"items: [{interaction: numeric, id: x, key: .inf, tolerance: {abs: .nan}}]\n",
    "a huge number": b"items: [{interaction: numeric, id: x, rev: " + b"9" * 5000 + b"}]\n",
}


CALLS = [
    "quiz(['first', 'second'])",
    "quiz({[1]: 2})",
    'quiz("first", mode="pretset")',
    'quiz("first", modus="pretest")',
    'facts("limit")',
    "fact(1)",
    'value("ratio(1, 2)", 2000)',
    "value(0.8, 2)",
    'value("product(1e308, 1e308)", 2)',
    'calculator("confusion_matrix", prest="x")',
    'calculator("confusion_matrix", "rates")',
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_no_macro_takes_is_a_problem_with_its_place(
    call: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(tmp_path)
    page = tmp_path / "docs/metrics/sample.md"
    page.write_text(page.read_text() + "\n{{ " + call + " }}\n")
    code, out, _ = run(capsys, "check", "--root", str(tmp_path))
    assert code == 1
    assert "docs/metrics/sample.md:12:1: P1" in out


EXAMPLES = [
    'interaction: numeric\nequals: "ratio(' + "-" * 1900 + '1, 2)"',
    "turns_on: {words: really spam, key: [[recall]]}",
    "interaction: numeric\nequals: \"product('a', 9999999999999)\"",
    'interaction: numeric\nequals: "product(9e999, 1)"',
    "docs/metrics/sample.md: '---\n\n  sources: 2026\n\n  ---'",
    "docs/metrics/sample.md: '---\n\n  sources: [{a: b}]\n\n  ---'",
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_odd_values_in_right_places_give_problems(
    example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "check", "--root", str(write_course(tmp_path, example)))
    assert code == 1
    assert out


@pytest.mark.parametrize("file", ["quizzes/metrics/sample.yml", "docs/data/facts.yml", "docs/data/objectives.yml",
                                  "docs/metrics/sample.md"])  # fmt: skip
@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_gives_a_traceback(name: str, file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path)
    content = HOSTILE[name]
    (tmp_path / file).write_bytes(b"---\n" + content + b"\n---\n" if file.endswith(".md") else content)
    code, out, _ = run(capsys, "check", "--root", str(tmp_path))
    assert code == 1
    assert all(line.split(":")[1].isdigit() for line in out.splitlines())


def test_a_taken_port_is_said_in_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "macros", "serve", "--address", address]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"{address} cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_root_that_is_not_there_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "--root", "/nope")
    assert (code, out) == (2, "")
    assert err == "check: there is no folder /nope. Name the project folder.\n"


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_terminal_without_our_letters_gets_their_numbers(form: str, tmp_path: Path) -> None:
    root = str(write_course(tmp_path, "key: caf\u00e9"))
    command = [sys.executable, "-m", "macros", "check", "--root", root, "--format", form]
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert rb"caf\u00e9" in done.stdout or rb"caf\xe9" in done.stdout


# what is flooded: the words of the file that come behind it, what opens it, each entry, how many, what closes it
MANY = {
    "unknown fields of a file": ("items: ", "", "x{}: 1, ", 20_000, ""),
    "unknown fields of an item": ("id: first", "", "x{}: 1, ", 20_000, ""),
    "waivers": ("id: first", "allow: {{", "B{}: x, ", 10_000, "}, "),
    "mistakes": ("{value: 0.67", "", "{{value: {}, feedback: no}}, ", 5_000, ""),
    "cases": ("items: ", "cases: {{", "c{}: x, ", 20_000, "}, "),
}


@pytest.mark.parametrize("name", MANY)
def test_a_flood_is_answered_soon_and_briefly(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_course(tmp_path) / "quizzes/metrics/sample.yml"
    behind, opening, entry, count, closing = MANY[name]
    flood = opening.format() + "".join(entry.format(number) for number in range(count)) + closing
    file.write_text(file.read_text().replace(behind, flood + behind, 1))
    with cpu_seconds_at_most(5):
        code, out, _ = run(capsys, "check", "--root", str(tmp_path))
    assert code == 1
    assert 1 <= len(out.splitlines()) <= 101
