"""Packs what the browser runs: each entry script with all it imports in one small file, styles without their comments.

By esbuild, the one tool that does both in a tenth of a second. The page asks for one file where it asked for twelve;
what a script imports at run time is packed for itself, under a name that changes with its contents.
`make serve` never packs, so there the browser shows the sources.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.problems import Place, Problem, problem

TOOL = Path("node_modules/esbuild/bin/esbuild")
SCRIPTS = ("assets/*/define.js", "assets/*/*worker.js", "assets/landmarks.js")
STYLES = ("assets/css/*.css", "assets/*/*.css")
THEME = {"assets/stylesheets", "assets/javascripts"}
MARK = "/* packed by seal */"
CHUNKS = "assets/chunks/[name]-[hash]"  # what scripts load when they need it, and what two of them share
OPTIONS = ["--bundle", "--splitting", f"--chunk-names={CHUNKS}", "--minify", "--format=esm", "--charset=utf8",
           "--legal-comments=none", "--outdir=.", "--outbase=.", "--allow-overwrite", "--metafile=.packed.json",
           "--log-level=warning", f"--banner:js={MARK}", f"--banner:css={MARK}"]  # fmt: skip


def pack(site: Path, root: Path) -> list[Problem]:
    """Packs the scripts and styles of `site` in place and removes what went into them."""
    entries = [path for pattern in (*SCRIPTS, *STYLES) for path in sorted(site.glob(pattern))]
    names = sorted({path.relative_to(site).as_posix() for path in entries if _is_source(path, site)})
    node = shutil.which("node")
    if not node or not (root / TOOL).is_file():
        return [problem("S107", Place(str(TOOL)), "is missing, or Node is. Run `make build`, which installs both.")]
    record = site / ".packed.json"
    inputs: set[str] = set()
    styles = [name for name in names if name.endswith(".css")]
    # each script on its own: what two of them share would become a third file that each page waits for
    for group in [[name] for name in names if name not in styles] + [styles] * bool(styles):
        command = [node, str(root / TOOL), *group, *OPTIONS]
        done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
        if done.returncode:
            return [problem("S107", Place(str(site)), f"can't be packed: {' '.join(done.stderr.split())[:300]}")]
        made = json.loads(record.read_text(encoding="utf-8"))
        record.unlink()
        if outside := sorted(_outside(site, made)):
            told = f"loads {outside[0][:80]}, which is not a file of the site. Load files below docs/assets only."
            return [problem("S116", Place(group[0]), told)]
        inputs |= made["inputs"].keys()
    for name in inputs - set(names):
        (site / name).unlink(missing_ok=True)
        (site / f"{name}.map").unlink(missing_ok=True)
    return []


def _outside(site: Path, made: dict[str, Any]) -> Iterator[str]:
    """What a script or a sheet loads from outside of the site: files that were read, and addresses that are left."""
    for name in made["inputs"]:
        if not (site / name).resolve().is_relative_to(site.resolve()):
            yield name
    for output in made["outputs"].values():
        for load in output["imports"]:
            if load.get("external") and not load["path"].startswith(("data:", "#")):
                yield load["path"]


def _is_source(path: Path, site: Path) -> bool:
    """Ours, and not packed already."""
    ours = path.relative_to(site).parent.as_posix() not in THEME
    return ours and not path.read_text(encoding="utf-8").startswith(MARK)
