"""What the site generator says under `serve`: noise left out, and what is to be mended behind each build."""

from __future__ import annotations

import pytest

from macros.staging.child import print_generator_output

SAID = [
    "INFO    -  [macros] - Functions found: quiz\n",
    "INFO    -  Building documentation...\n",
    "WARNING -  a link leads nowhere\n",
    "INFO    -  Documentation built in 3.10 seconds\n",
    "INFO    -  [12:00:00] Reloading browsers\n",
]
PROBLEM = "quizzes/a/b.yml:3:8: B121 key gives swap no partner. Write one for each row on the left.\n"


def test_a_build_without_problems_is_told_without_the_noise(capsys: pytest.CaptureFixture[str]) -> None:
    print_generator_output(SAID, lambda: "")
    assert capsys.readouterr().out == "".join(SAID[1:])


def test_what_is_left_to_mend_is_said_behind_each_build(capsys: pytest.CaptureFixture[str]) -> None:
    print_generator_output(SAID * 2, lambda: PROBLEM)
    once = "".join([*SAID[1:4], "serve: problems left to fix:\n", PROBLEM, SAID[4]])
    assert capsys.readouterr().out == once * 2


def test_mended_meanwhile_it_is_said_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    left = iter([PROBLEM, ""])
    print_generator_output(SAID * 2, lambda: next(left))
    assert capsys.readouterr().out.count(PROBLEM) == 1
