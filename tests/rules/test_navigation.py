"""mkdocs.yml lists each page once, and says what to write where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.course.navigation import pages_in_navigation_order
from macros.rules import unwaived_problems
from tests.sample import write_course

PAGES = """
docs/index.md: {body: "Words."}
docs/metrics/index.md: {body: "Words."}
docs/metrics/regression.md: {body: "Words."}
docs/labs/count/index.md: {minutes: 10}
"""
NAV = """# The site
nav:
  - Home: index.md
  - Metrics:
      - metrics/index.md
      - metrics/sample.md
      - metrics/regression.md
  - Labs:
      - Count: labs/count/index.md

extra: {repository: !ENV REPOSITORY}
"""


def problems_with(root: Path, old: str, new: str) -> list[str]:
    """Problems of the sample course after a change of the navigation."""
    assert old in NAV
    write_course(root, PAGES)
    (root / "mkdocs.yml").write_text(NAV.replace(old, new), encoding="utf-8")
    return [str(one) for one in unwaived_problems(load_course(root))]


def test_a_navigation_with_every_page_is_fine(tmp_path: Path) -> None:
    assert problems_with(tmp_path, NAV, NAV) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("regression.md", "regressions.md",
         "7:9: P128 names docs/metrics/regressions.md, which does not exist. Did you mean metrics/regression.md?"),
        ("regression.md", "regression",
         "7:9: P128 names docs/metrics/regression, which does not exist. Did you mean metrics/regression.md?"),
        ("- metrics/regression.md", "- docs/metrics/regression.md",
         "7:9: P128 names docs/docs/metrics/regression.md, which does not exist. Leave out `docs/`."),
        ("- metrics/regression.md", "- metrics/regression.md\n      - zebra.md",
         "8:9: P128 names docs/zebra.md, which does not exist. Correct the path, or remove the line."),
        ("- metrics/regression.md", "metrics/regression.md",
         "7:7: Y103 this line is neither `name: value` nor an entry of a list. Begin an entry with `- `,"),
        ("- metrics/regression.md", "  metrics/regression.md",
         "6:9: P128 names docs/metrics/sample.md metrics/regression.md, which does not exist. "
         "Begin each page with `- ` on a line of its own."),
        ("Count: labs", "My index:labs",
         "9:9: P128 names docs/My index:labs/count/index.md, which does not exist. Write a space after the colon."),
        ("- metrics/regression.md", "- metrics/regression.md\n      - metrics/index.md",
         "8:9: P128 lists metrics/index.md a second time. Keep one of the two lines."),
        ("      - metrics/regression.md\n", "",
         "6:9: P128 docs/metrics/regression.md is not under `nav`. Add the line `- metrics/regression.md`."),
        ("- Count: labs/count/index.md", "- https://example.org/",
         "2:1: P128 docs/labs/count/index.md is not under `nav`. Add the line `- Count: labs/count/index.md`."),
        ("- Count", "Count", "9:7: P128 this entry is not a page or a list of pages."),
        ("  - Metrics", "    Metrics", "3:5: P128 this entry is not a page or a list of pages."),
        ("- metrics/regression.md", "- metrics/regression.md\n      -",
         "8:8: P128 this entry is not a page or a list of pages."),
        (NAV, "", "1:1: P128 lists no page under `nav`."),
        (NAV, "nav: \"open", "1:6: Y103 a quoted text starts here and does not end."),
    ],
)  # fmt: skip
def test_a_mistake_in_the_navigation_is_said_once_with_its_way_out(
    old: str, new: str, wanted: str, tmp_path: Path
) -> None:
    [said] = problems_with(tmp_path, old, new)
    assert said.startswith(f"mkdocs.yml:{wanted}")
    assert said.endswith((".", "?"))


def test_pages_come_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    names = ["metrics/regression", "a/new", "metrics/sample", "labs/count/index"]
    assert pages_in_navigation_order(tmp_path, names) == [
        "metrics/sample", "metrics/regression", "labs/count/index", "a/new",
    ]  # fmt: skip
