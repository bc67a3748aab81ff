"""One turn of `serve`: what is staged, what starts the generator anew, and what is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.staging.supervisor import _Supervisor


class Child:
    """A site generator that only remembers whether it runs."""

    def __init__(self) -> None:
        self.code: int | None = None

    def poll(self) -> int | None:
        return self.code

    def terminate(self) -> None:
        self.code = -15

    def wait(self) -> None:
        assert self.code is not None, "it was never told to stop"


class Watch(_Supervisor):
    """Writes down what it would do."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, "127.0.0.1:0")
        self.did: list[str] = []
        self.child = Child()

    def stage_and_print_problems(self) -> None:
        self.did.append("stage")

    def start_child(self) -> None:
        self.did.append("start")
        self.has_reported_stop = False
        self.child = Child()


FILES = ["macros/live/counts.py", "macros/rendering/item.html", "mkdocs.yml", "overrides/main.html",
         "quizzes/metrics/x.yml", "docs/data/facts.yml", "docs/metrics/x.md", "docs/assets/quiz/quiz.css",
         "docs/assets/generated/live.json"]  # fmt: skip


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return Watch(tmp_path)


def save(watch: Watch, name: str) -> None:
    """Saves a file a second later than it was."""
    file = watch.root / name
    later = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(later, later))


@pytest.mark.parametrize(
    ("name", "does"),
    [(name, ["stage", "start"]) for name in FILES[:4]]
    + [(name, ["stage"]) for name in FILES[4:8]]
    + [(name, []) for name in FILES[8:]],
)
def test_a_saved_file_is_answered_once(name: str, does: list[str], watch: Watch) -> None:
    save(watch, name)
    watch.restage_or_restart_if_changed()
    watch.restage_or_restart_if_changed()
    assert watch.did == does


def test_a_turn_without_a_change_does_nothing(watch: Watch, capsys: pytest.CaptureFixture[str]) -> None:
    watch.restage_or_restart_if_changed()
    assert (watch.did, capsys.readouterr().out) == ([], "")


def test_before_it_starts_anew_the_old_one_is_stopped(watch: Watch) -> None:
    old = watch.child
    save(watch, "macros/live/counts.py")
    watch.restage_or_restart_if_changed()
    assert watch.child is not old
    assert (old.poll(), watch.child.poll()) == (-15, None)  # type: ignore[union-attr]


def test_that_it_stopped_is_said_once_and_the_next_save_tries_again(
    watch: Watch, capsys: pytest.CaptureFixture[str]
) -> None:
    watch.child.code = 1  # type: ignore[union-attr]
    watch.restage_or_restart_if_changed()
    watch.restage_or_restart_if_changed()
    assert capsys.readouterr().out.count("serve: the site could not be built") == 1
    assert watch.did == []
    save(watch, "docs/metrics/x.md")
    watch.restage_or_restart_if_changed()
    assert watch.did == ["stage", "start"]
    watch.child.code = 1  # type: ignore[union-attr]
    watch.restage_or_restart_if_changed()
    assert capsys.readouterr().out.count("serve: the site could not be built") == 1


@pytest.mark.parametrize("change", ["new", "gone"])
def test_a_file_that_comes_or_goes_is_a_change(change: str, watch: Watch) -> None:
    file = watch.root / "quizzes/metrics/x.yml"
    (file.with_name("y.yml").write_text("x")) if change == "new" else file.unlink()
    watch.restage_or_restart_if_changed()
    assert watch.did == ["stage"]
