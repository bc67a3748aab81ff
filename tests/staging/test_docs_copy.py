"""The copy of docs that `serve` builds from: a page with problems is a list of them, everything else is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import rules
from macros.course import load_course
from macros.staging.docs_copy import FOLDER, copy_banks_for_serving, sync_docs_replacing_faulty_pages
from tests.sample import HEAD, PAGE, write_course

GOOD = "## Recall {#recall}\n\nWords.\n\n{{ quiz() }}\n"


def mirrored(root: Path) -> Path:
    sync_docs_replacing_faulty_pages(root, rules.unwaived_problems(load_course(root)))
    copy_banks_for_serving(root)
    return root / FOLDER


@pytest.mark.parametrize(
    "page",
    [
        HEAD + "<script>steal()</script>\n\n" + GOOD,
        HEAD + GOOD + "\n{{ cycler.__init__ }}\n",
        HEAD.replace("---\n", "---\na: =\nb: '{{ 7 * 7 }}'\n", 1) + GOOD,
        "no front matter {{ 7 * 7 }}\n",
        "",
    ],
)
def test_a_page_with_a_problem_is_replaced_by_the_list_of_its_problems(page: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text(page)
    made = (mirrored(tmp_path) / "metrics/sample.md").read_text()
    assert 'class="problem-box"' in made and "docs/metrics/sample.md:" in made
    assert "<script" not in made and "{{" not in made and "{%" not in made
    (tmp_path / PAGE).write_text(HEAD + GOOD)
    assert (mirrored(tmp_path) / "metrics/sample.md").read_text() == HEAD + GOOD


def test_refused_files_and_backups_are_left_out_and_links_are_not_followed(tmp_path: Path) -> None:
    write_course(tmp_path)
    assets = tmp_path / "docs/assets"
    assets.mkdir()
    (assets / "bad.svg").write_text("<svg><script>steal()</script></svg>")
    (assets / "page.shtml").write_text("x")
    (assets / "good.css~").write_text("the backup of an editor")
    (assets / "secret.csv").symlink_to("/etc/hostname")
    (assets / "good.css").write_text("x")
    (tmp_path / "docs/more").symlink_to("/etc")
    assert sorted(path.name for path in (mirrored(tmp_path) / "assets").iterdir()) == ["good.css"]
    assert not (tmp_path / FOLDER / "more").exists()


def test_a_file_that_is_gone_is_gone_and_one_that_is_equal_is_not_written_again(tmp_path: Path) -> None:
    write_course(tmp_path)
    copy = mirrored(tmp_path)
    kept = (copy / "metrics/sample.md").stat().st_mtime_ns
    (tmp_path / "docs/data/facts.yml").unlink()
    mirrored(tmp_path)
    assert not (copy / "data/facts.yml").exists()
    assert (copy / "metrics/sample.md").stat().st_mtime_ns == kept


def test_a_problem_of_a_bank_leaves_out_no_page(tmp_path: Path) -> None:
    write_course(tmp_path, "objective: recal")
    assert "problem-box" not in (mirrored(tmp_path) / "metrics/sample.md").read_text()


@pytest.mark.parametrize("link", [".cache", ".cache/serve", ".cache/serve/docs", ".cache/serve/docs/metrics"])
def test_a_link_in_place_of_the_copy_leads_nowhere(link: str, tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    write_course(root)
    for folder in ("", "docs", "serve/docs", "metrics"):
        (elsewhere / folder).mkdir(parents=True, exist_ok=True)
        (elsewhere / folder / "precious.md").write_text("precious")
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(elsewhere)
    sync_docs_replacing_faulty_pages(root, [])
    copy_banks_for_serving(root)
    assert sorted({path.name for path in elsewhere.rglob("*") if path.is_file()}) == ["precious.md"]
    assert len(list(elsewhere.rglob("precious.md"))) == 4
    assert (root / FOLDER / "metrics/sample.md").is_file()
