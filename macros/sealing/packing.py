"""Packs scripts and style sheets with esbuild: each entry script becomes one small file with all that it imports.

A page then requests one script instead of twelve. A module that is imported at run time becomes a file of its own,
whose name changes with its contents. `make serve` does not pack, so that the browser's tools show the sources.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.esbuild import TOOL, EsbuildMissing, run_esbuild
from macros.problems import Place, Problem, problem

SCRIPTS = ("assets/*/define.js", "assets/*/*worker.js", "assets/theme-repairs.js")
STYLES = ("assets/css/*.css", "assets/*/*.css")
THEME_FOLDERS = {"assets/stylesheets", "assets/javascripts"}
MARK = "/* packed by seal */"
CHUNKS = "assets/chunks/[name]-[hash]"  # modules imported at run time, and code that several of them share
OPTIONS = ["--splitting", f"--chunk-names={CHUNKS}", "--outdir=.", "--outbase=.", "--allow-overwrite",
           "--metafile=.packed.json", f"--banner:js={MARK}", f"--banner:css={MARK}"]  # fmt: skip


def bundle_scripts_and_styles_in_place(site: Path, root: Path) -> list[Problem]:
    """Packs the scripts and style sheets of a built site in place and removes the modules that were packed into them.

    site: the folder of the built site.
    root: the project folder, in which esbuild is installed.
    """
    entries = [path for pattern in (*SCRIPTS, *STYLES) for path in sorted(site.glob(pattern))]
    names = sorted(
        {path.relative_to(site).as_posix() for path in entries if _is_unbundled_and_outside_theme(path, site)}
    )
    metafile_path = site / ".packed.json"
    inputs: set[str] = set()
    styles = [name for name in names if name.endswith(".css")]
    # each script is packed alone, because code shared by two scripts would become a third file to wait for
    for group in [[name] for name in names if name not in styles] + [styles] * bool(styles):
        try:
            done = run_esbuild(root, site, *group, *OPTIONS)
        except EsbuildMissing:
            return [problem("S107", Place(TOOL), "is missing. Run `make build`, which installs it.")]
        if done.returncode:
            errors = " ".join(done.stderr.decode(errors="replace").split())[:300]
            return [problem("S107", Place(str(site)), f"can't be packed: {errors}")]
        metafile = json.loads(metafile_path.read_text(encoding="utf-8"))
        metafile_path.unlink()
        if outside := sorted(_inputs_and_loads_outside_site(site, metafile)):
            message = f"loads {outside[0][:80]}, which is not a file of the site. Load files below docs/assets only."
            return [problem("S116", Place(group[0]), message)]
        inputs |= metafile["inputs"].keys()
    for name in inputs - set(names):
        (site / name).unlink(missing_ok=True)
        (site / f"{name}.map").unlink(missing_ok=True)
    return []


def _inputs_and_loads_outside_site(site: Path, metafile: dict[str, Any]) -> Iterator[str]:
    """Paths and addresses outside of the site that packed files contain or still load.

    metafile: what esbuild wrote about its inputs and outputs.
    """
    for name in metafile["inputs"]:
        if not (site / name).resolve().is_relative_to(site.resolve()):
            yield name
    for output in metafile["outputs"].values():
        for load in output["imports"]:
            if load.get("external") and not load["path"].startswith(("data:", "#")):
                yield load["path"]


def _is_unbundled_and_outside_theme(path: Path, site: Path) -> bool:
    """Whether the file is one of ours, not the theme's, and has not been packed yet."""
    ours = path.relative_to(site).parent.as_posix() not in THEME_FOLDERS
    return ours and not path.read_bytes().startswith(MARK.encode())
