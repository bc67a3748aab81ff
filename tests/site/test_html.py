"""Every built page is valid HTML, by html-validate with the settings of .htmlvalidate.json."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRAGMENTS = "assets/generated/items"
DECISIONS = "contributing/decisions/0"


def invalid(*paths: Path) -> str:
    """What html-validate prints about these files, "" if they are valid."""
    run = subprocess.run(
        [ROOT / "node_modules/.bin/html-validate", "--max-warnings=0", "--config=.htmlvalidate.json", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout + run.stderr if run.returncode else ""


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_is_valid_html(site, pages, half):
    """In halves, which two workers can check at once. Of the decisions, which are words alone, every fourth counts."""
    decisions = [page for page in pages if page.as_posix().startswith(DECISIONS)]
    assert len(decisions) > 20
    wanted = sorted({*pages} - {*decisions} | {*decisions[::4]})
    assert invalid(*(site / page for page in wanted[half::2])) == ""


def test_fragments_of_items_are_valid_html(site):
    """Every tenth of them: they come from the templates of the pages."""
    fragments = sorted((site / FRAGMENTS).glob("*.html"))
    assert len(fragments) > 600
    assert invalid(*fragments[::10]) == ""


def test_a_fault_is_found(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><head><title>t</title></head><body><p><div>x</p></body></html>')
    assert "close-order" in invalid(page)
