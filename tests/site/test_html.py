"""Every built page is valid HTML, by html-validate with the settings of .htmlvalidate.json."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRAGMENTS = "assets/generated/items"


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


def test_every_page_is_valid_html(site, pages):
    assert invalid(*(site / page for page in pages)) == ""


def test_fragments_of_items_are_valid_html(site):
    """Every fifth of them: they come from the templates of the pages."""
    fragments = sorted((site / FRAGMENTS).glob("*.html"))
    assert len(fragments) > 600
    assert invalid(*fragments[::5]) == ""


def test_a_fault_is_found(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><head><title>t</title></head><body><p><div>x</p></body></html>')
    assert "close-order" in invalid(page)
