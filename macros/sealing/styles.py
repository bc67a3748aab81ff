"""The sheets that every page begins with become one: until the last of them is there a browser paints nothing.

The theme links two and we a third. Here ours imports theirs, `pack` writes all in one file, and pages link that. What a
macro links where it stands goes to the head too: a page that is painted in two steps is laid out twice.

Two selectors are written another way, or each change of a class, by the theme's script or ours, has a browser style all
below that element anew: it can't tell which elements they are for.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

OURS = "assets/css/site.css"
QUICKER = {
    "table:not([class])": ".md-typeset__table>table",  # where tables.py has put each of them
    ".tabbed-labels>:": ".tabbed-labels>label:",
}
_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*">')
_THEIRS = re.compile(r'<link rel="stylesheet" href="[^"]*?(assets/stylesheets/[\w./-]+\.css)">\s*')


def join_styles(site: Path) -> list[str]:
    """Joins the theme's sheets to ours, in the order of the first page that links both; their names, for `bare`."""
    sheet = site / OURS
    for file in sorted(site.rglob("*.html")) if sheet.is_file() else []:
        page = file.read_text(encoding="utf-8", errors="replace")
        if OURS in page and (names := _THEIRS.findall(page)):
            for each in (sheet, *(site / name for name in names)):
                _quicken(each)
            imports = "".join(f'@import "../../{name}";\n' for name in names)
            sheet.write_text(imports + sheet.read_text(encoding="utf-8"), encoding="utf-8")
            return names
    return []


def _quicken(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    for slow, quick in QUICKER.items():
        text = text.replace(slow, quick)
    sheet.write_text(text, encoding="utf-8")


def bare(page: str, joined: Collection[str]) -> str:
    """The page without links to sheets that ours holds."""
    if not joined or OURS not in page:
        return page
    return _THEIRS.sub(lambda link: "" if link[1] in joined else link[0], page)


def gathered(page: str) -> str:
    """The page with all links to sheets in its head, in their order."""
    head, end, body = page.partition("</head>")
    links = dict.fromkeys(_LINK.findall(body))
    return f"{head}{''.join(links)}{end}{_LINK.sub('', body)}" if links else page
