"""A copy of the built site with pages for calculators that are made up for the tests."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.rendering import calculators
from macros.sealing.pages import read_page_contents
from macros.sealing.policy import content_security_policy
from macros.staging.calculator_bundles import (
    FILE_READING,
    WORKER,
    browser_python_sources,
    micropython_bundle,
    paths_with_imports,
    without_docs_and_annotations,
)

ROOT = Path(__file__).parents[2]
BOX = re.compile(r'<div class="calculator-box">.*?</live-calculator>\s*</div>', re.DOTALL)
POLICY = re.compile(r'(<meta http-equiv="?Content-Security-Policy"? content=")[^"]*(")', re.IGNORECASE)


def made_site(site: Path, folder: Path, modules: dict[str, Any], patch: Callable[[str, Any], None]) -> Path:
    """The copy; /NAME/ shows the calculator NAME. patch: replaces an attribute of macros.rendering.calculators."""
    shutil.copytree(site, folder, dirs_exist_ok=True)
    model = (folder / "metrics/confusion-matrix/index.html").read_text(encoding="utf-8")
    for name, module in modules.items():
        source = Path(module.__file__).read_text(encoding="utf-8")
        path = f"live/calculators/{name}.py"
        sources = browser_python_sources(ROOT) | {
            path: without_docs_and_annotations(source.replace("from macros.live", "from live"))
        }
        wanted = paths_with_imports(sources, [WORKER, *FILE_READING, path])
        packed = micropython_bundle({each: sources[each] for each in wanted})
        (folder / f"assets/generated/live/{name}.bin").write_bytes(packed)
        patch("_calculator_or_raise", lambda _, module=module: module)
        box = calculators.calculator_html(name, preset=None, site_root="../", loads_script=True, facts={}, project=ROOT)
        page = BOX.sub(lambda _, box=box: box, model.replace("../..", ".."), count=1)
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "index.html").write_text(with_its_policy(page), encoding="utf-8")
    return folder


def with_its_policy(page: str) -> str:
    """The page with the policy that seal would write for it as it now is."""
    own = content_security_policy(read_page_contents(POLICY.sub("", page, count=1)))
    return POLICY.sub(lambda found: found[1] + own + found[2], page, count=1)
