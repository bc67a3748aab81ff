"""Whether a link leads somewhere: it is written from the page in pages, and elsewhere from the docs root."""

from __future__ import annotations

import os.path
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from macros.course import Course, Page
from macros.course.page_macros import PAGE_MACROS
from macros.ledger import Ledger
from macros.problems import did_you_mean, nearest_word

OUTWARD = ("https:", "http:", "mailto:")
_ID = re.compile(r"""\bid=["']([^"']+)""")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`]|<[^>]*>")


def why_link_is_dead(course: Course, target: str, page_name: str, folder: str = "") -> str:
    """What is wrong with a link on the page `page_name`, in words, or nothing. Other sites are not asked.

    folder: the folder below docs in which the path of the link begins; by default docs itself.
    """
    path, _, anchor = target.partition("#")
    if target.lower().startswith(OUTWARD):
        return ""
    if ":" in path or path.startswith("/"):
        begin = "the folder of the page" if folder else "the docs root"
        return f"does not begin in {begin}. Write a path such as {_path_from_folder('metrics/regression', folder)}#r2."
    written = unquote(path.partition("?")[0])
    inside = posixpath.normpath(posixpath.join(folder, written)) if path else f"{page_name}.md"
    page = course.pages.get(inside.removesuffix(".md")) if inside.endswith(".md") else None
    if page is None:
        return _why_file_is_missing(course, inside, folder)
    wanted = unquote(anchor).partition("?")[0]
    known = set(link_target_ids(course, page))
    if (
        not wanted
        or wanted in known
        or any(_ids_macro_writes_from_ledger(call.name, course.ledger) is None for call in page.calls)
    ):
        return ""
    return f"has no #{wanted[:60]} on {page.path}.{did_you_mean(wanted, known) or ' Add that id to the heading.'}"


def link_target_ids(course: Course, page: Page) -> Iterator[str]:
    """Ids that a link to the page may name: headings, calculators, items, and those written in HTML."""
    yield "page-title"
    for heading in page.headings:
        yield heading.anchor or heading_slug(_MARKUP.sub(lambda found: found[1] or "", heading.text))
    for call in page.valid_calls_of("calculator"):
        yield call.arguments["name"]
    for _, items in course.quiz_calls_with_items(page):
        yield from (f"item-{item.id}" for item in items)
    file = course.bank.files.get(page.name)
    yield from (f"item-{item.id}" for item in (file.broken_items if file else ()))  # reported where they are
    for call in page.calls:
        yield from _ids_macro_writes_from_ledger(call.name, course.ledger) or ()
    yield from _ID.findall(page.text)


def _ids_macro_writes_from_ledger(macro_name: str, ledger: Ledger) -> Iterable[str] | None:
    """Ids that a macro writes from the ledger; None if nothing is known of them."""
    macro = PAGE_MACROS.get(macro_name)
    return macro.written_ids(ledger) if macro and macro.written_ids else None


def heading_slug(heading: str) -> str:
    """The id that Markdown gives a heading without one; its own function would take as long to load as all of ours."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _why_file_is_missing(course: Course, path_below_docs: str, linking_folder: str) -> str:
    # os.path.isfile: for a name that is too long, Path.is_file raises OSError
    docs = course.root / "docs"
    if not path_below_docs.startswith("..") and os.path.isfile(docs / path_below_docs):
        return ""
    name = path_below_docs.rstrip("/")
    page = next((one for one in (name, f"{name}/index") if one in course.pages), None)
    if page:
        return f"does not lead to a page. Write {_path_from_folder(page, linking_folder)}."
    near = nearest_word(name.removesuffix(".md"), course.pages)
    advice = f"Did you mean {_path_from_folder(near, linking_folder)}?" if near else "Correct the path."
    return f"leads to docs/{path_below_docs[:80]}, which is not there. {advice}"


def _path_from_folder(page_name: str, folder: str) -> str:
    """The path of a page's file as a link in this folder writes it."""
    return posixpath.relpath(f"{page_name}.md", folder or ".")
