"""Links and anchors of the built site, those that macros and templates wrote included."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000/model-answers/")


def broken(site: Path, work: Path) -> str:
    """What lychee prints when it finds a broken link, "" if all lead somewhere. Offline: other hosts are not asked."""
    address = urlsplit(SITE_URL)
    sub_path = address.path.strip("/")  # for the absolute links of 404.html
    root = work if sub_path else site
    if sub_path:
        (work / sub_path).parent.mkdir(parents=True, exist_ok=True)
        (work / sub_path).symlink_to(site, target_is_directory=True)
    run = subprocess.run(
        [
            shutil.which("lychee") or str(ROOT / ".venv/bin/lychee"),
            "--offline",
            "--include-fragments",
            "--index-files=index.html",
            "--no-progress",
            f"--root-dir={root}",
            r"--remap=^(.*#[\w-]+)\?.*$ $1",  # a calculator's state: its element is the target
            f"--remap=^{address.scheme}://{address.netloc}/ file://{root}/",
            *map(str, sorted(site.rglob("*.html"))),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout + run.stderr if run.returncode else ""


def test_every_link_and_anchor_leads_somewhere(site, tmp_path):
    assert broken(site, tmp_path) == ""


def test_broken_links_are_found(tmp_path):
    made = tmp_path / "made"
    made.mkdir()
    links = [f'<a href="{link}">there</a>' for link in ("nowhere/", "#nowhere", "other.html#nowhere", "other.html")]
    (made / "index.html").write_text(f"<!doctype html><title>t</title>{''.join(links)}")
    (made / "other.html").write_text("<!doctype html><title>t</title>")
    found = set(re.findall(r"ERROR\].*/made/(\S+)", broken(made, tmp_path / "links")))
    assert found == {"nowhere", "index.html#nowhere", "other.html#nowhere"}
