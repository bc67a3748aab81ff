"""The sheets that every page begins with become one: until the last of them is there a browser paints nothing.

The theme links two and we a third. Here ours imports theirs, `pack` writes all in one file, and pages link that.
"""

from __future__ import annotations

import re
from pathlib import Path

OURS = "assets/css/site.css"
_THEIRS = re.compile(rb'<link rel="stylesheet" href="[^"]*?(assets/stylesheets/[\w./-]+\.css)">\s*')


def join_styles(site: Path) -> None:
    """Joins the theme's sheets to ours, in the order in which pages link them; a second run changes nothing."""
    sheet = site / OURS
    names: dict[bytes, None] = {}
    for file in sorted(site.rglob("*.html")) if sheet.is_file() else []:
        page = file.read_bytes()
        if (theirs := _THEIRS.findall(page)) and OURS.encode() in page:
            names |= dict.fromkeys(theirs)
            file.write_bytes(_THEIRS.sub(b"", page))
    if names:
        imports = "".join(f'@import "../../{name.decode()}";\n' for name in names)
        sheet.write_text(imports + sheet.read_text(encoding="utf-8"), encoding="utf-8")
