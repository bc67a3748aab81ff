"""Every built page has the strict policy; what an engine needs is added where its element is, and nowhere else."""

import re
from pathlib import Path

from macros.engines import PLAYGROUND_ENGINE
from macros.sealing.pages import read_page_contents
from macros.sealing.policy import content_security_policy

HASH = re.compile(r"'sha256-[^']+' ?")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
STRICT = HASH.sub("", content_security_policy(read_page_contents("")))


def test_one_page_may_make_functions_from_texts_and_all_others_are_strict(site: Path, pages: list[Path]) -> None:
    added: dict[str, set[str]] = {}  # rights by page
    for page in pages:
        [found] = POLICY.findall((site / page).read_text(encoding="utf-8"))
        rights = set(re.split(r"[; ]+", HASH.sub("", found))) - set(re.split(r"[; ]+", STRICT))
        added.setdefault(" ".join(sorted(rights)), set()).add(page.as_posix())
    engine = "'wasm-unsafe-eval' blob:"
    assert added.keys() == {"", engine, f"'unsafe-eval' {engine}"}
    assert added[f"'unsafe-eval' {engine}"] == {PLAYGROUND_ENGINE.pages}
