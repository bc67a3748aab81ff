"""Which files may be published: known types with plain names. No policy applies to a file that is opened directly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from macros.drawings import read_drawing
from macros.problems import Place, Problem, problem

TYPES = (".html", ".css", ".js", ".svg", ".png", ".csv")
FILES = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "search/search_index.json",
    "search.json",  # the index of Zensical
    "assets/javascripts/LICENSE",  # of its scripts
    "objects.inv",
    "assets/lab/harness.py",  # which the labs' worker hands to Python
    "assets/playground/session.py",  # which PyScript's worker runs
    "assets/generated/*",  # what `stage` wrote: runtimes, live Python, and their licenses
)
NOT_UTF_8 = "is not UTF-8. Save the file as UTF-8."
GENERATED = (".mjs", ".wasm", ".bin", ".json", ".zip", ".whl", ".py", ".txt", *TYPES)
_NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_-]*/|[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*")
_SOURCE_MAP = re.compile(r"\n?(?://[#@] ?sourceMappingURL=\S+|/\*[#@] ?sourceMappingURL=[^*]+\*/)\s*\Z")


def unpublishable_file_problems(site: Path) -> Iterator[Problem]:
    """A problem for each file and folder of a built site that may not be published."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        place = Place(name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
        if path.is_symlink():
            yield problem("S113", place, "is a symbolic link. Publish the file itself.")
        elif not _NAME.fullmatch(name):
            yield problem("S113", place, "has a name that is not safe in an address. Use letters, digits, and hyphens.")
        elif path.is_file() and not _has_publishable_type(name):
            yield problem("S113", place, "is of a type that the site does not publish. Take it out of docs.")
        elif path.is_dir() and path.suffix in TYPES:
            yield problem("S113", place, "is a folder with the name of a file. Rename it.")


def _has_publishable_type(path: str) -> bool:
    if path.startswith("assets/generated/"):
        return path.endswith(GENERATED)
    if path.startswith("assets/pictures/"):
        return path.endswith(".svg")  # content, which no maintainer has to review
    return path.endswith(TYPES) or any(fnmatchcase(path, pattern) for pattern in FILES)


def svg_problems(site: Path) -> Iterator[Problem]:
    """The problems of the SVG files of a built site."""
    for path in sorted(site.rglob("*.svg")):
        name = path.relative_to(site).as_posix()
        try:
            yield from read_drawing(path.read_bytes().decode("utf-8"), name, "S112").problems
        except UnicodeDecodeError:
            yield problem("S111", Place(name), NOT_UTF_8)


def non_utf8_script_and_style_problems(site: Path) -> Iterator[Problem]:
    """A problem for each script and style sheet of a built site that is not UTF-8."""
    for path in sorted(path for path in site.rglob("*") if path.suffix in (".css", ".js", ".mjs") and path.is_file()):
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            yield problem("S111", Place(path.relative_to(site).as_posix()), NOT_UTF_8)


def remove_source_maps(site: Path) -> None:
    """Removes the theme's source maps, which only its authors need, and the lines that name them."""
    for path in sorted(site.rglob("*.map")):
        path.unlink()
        source = path.with_suffix("")
        if source.is_file():
            text = source.read_text(encoding="utf-8")
            source.write_text(_SOURCE_MAP.sub("\n", text), encoding="utf-8")
