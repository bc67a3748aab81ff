"""Pictures: SVG files of docs/assets/pictures, written into the page so that they take its colors and its links."""

from __future__ import annotations

import os.path
import re
from pathlib import Path

from macros.drawings import read_drawing
from macros.prose import ResolveLink
from macros.reading import read_text_or_empty_and_problems
from macros.rendering.problems import inline_problem_box_html

_HREF = re.compile(r'(?<=\shref=")[^"]*(?=")')


def inline_svg_picture_html(root: Path, picture_name: str, resolve_link: ResolveLink) -> str:
    """The figure of a picture; links in it are written from the docs root."""
    file = root / "docs/assets/pictures" / f"{picture_name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", picture_name) or not os.path.isfile(file):
        return inline_problem_box_html(f"no picture {picture_name} in docs/assets/pictures.")
    text, problems = read_text_or_empty_and_problems(file, f"docs/assets/pictures/{file.name}")
    problems = problems or read_drawing(text, f"docs/assets/pictures/{file.name}", "P117").problems
    if problems:
        return inline_problem_box_html(str(problems[0]))
    svg = re.sub(r"^\s*<\?xml.*?\?>\s*", "", text, flags=re.DOTALL)
    svg = re.sub(r"\n\s*", " ", svg.strip())
    svg = _HREF.sub(lambda found: resolve_link(found[0]), svg)
    return f'<figure class="picture picture-{picture_name}">{svg}</figure>'
