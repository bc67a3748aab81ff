"""Every built page has the strict policy; what an engine needs is added where its element is, and nowhere else."""

import re
from pathlib import Path

from macros.engines import PLAYGROUND_ENGINE
from tests.sealing.strict_policy import STRICT_POLICY, directives

HASH = re.compile(r" 'sha256-[^']+'")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def test_one_page_may_make_functions_from_texts_and_all_others_are_strict(site: Path, pages: list[Path]) -> None:
    added: dict[str, set[str]] = {}  # rights by page
    for page in pages:
        [found] = POLICY.findall((site / page).read_text(encoding="utf-8"))
        added.setdefault(rights_added_to_the_strict_policy(HASH.sub("", found)), set()).add(page.as_posix())
    engine, playground = "script-src 'wasm-unsafe-eval'", "script-src 'unsafe-eval' 'wasm-unsafe-eval'"
    assert added.keys() == {"", engine, playground}
    assert added[playground] == {PLAYGROUND_ENGINE.pages}


def rights_added_to_the_strict_policy(policy: str) -> str:
    """Each directive with more sources than the strict policy, and those sources; fails where one has fewer."""
    found = directives(policy)
    assert found.keys() == STRICT_POLICY.keys()
    assert all(found[name].startswith(sources) for name, sources in STRICT_POLICY.items())
    return ", ".join(
        name + found[name].removeprefix(sources) for name, sources in STRICT_POLICY.items() if found[name] != sources
    )
