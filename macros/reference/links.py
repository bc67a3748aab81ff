"""What every page on the course's data needs: the course, and how to link from where the page stands."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from macros.bank import Item
from macros.course import Course
from macros.course.targets import anchors
from macros.ledger.quoting import filled
from macros.prose import html, plain
from macros.rendering.pages import link_from

THOUGHT = ("apply", "analyze")  # levels that ask for more than memory and understanding


class PageLinks:
    """A course seen from one page, `source` being that page's file below docs."""

    def __init__(self, course: Course, source: str) -> None:
        self.course, self.link = course, link_from(source)
        self.folder = source.rpartition("/")[0]
        self._anchors: dict[str, set[str]] = {}

    def to(self, target: str, text: str) -> Markup:
        """A link to `page#anchor`; the text alone if that place is not written."""
        page, _, anchor = target.partition("#")
        if page not in self.course.pages or (anchor and anchor not in self.anchors(page)):
            return Markup("{}").format(text)
        return Markup('<a href="{}">{}</a>').format(self.link(f"{page}.md{'#' if anchor else ''}{anchor}"), text)

    def anchors(self, page: str) -> set[str]:
        """Ids on a page."""
        if page not in self._anchors:
            self._anchors[page] = set(anchors(self.course, self.course.pages[page]))
        return self._anchors[page]

    def taught_sentence(self, target: str) -> Markup:
        """A sentence that links to the page which teaches something."""
        page = self.course.pages.get(target.partition("#")[0])
        if page is None:
            return Markup("The lesson is not written yet.")
        return Markup("Taught in {}.").format(self.to(target, str(page.meta.get("title", ""))))

    def page(self, name: str) -> Markup:
        """A link to a page, with its title as text; its name while it is not written."""
        page = self.course.pages.get(name)
        return self.to(name, str(page.meta.get("title", name)) if page else name)

    def objective(self, name: str) -> Markup:
        """A link to where an objective is taught, with its statement as text."""
        objective = self.course.ledger.objectives[name]
        return self.to(f"{objective.page}#{name}", plain(filled(objective.statement, self.course.ledger.facts)))

    def source(self, name: str) -> Markup:
        """A link to a source outside, and how it was read where that was not on the live page."""
        source = self.course.ledger.sources.get(name)
        if source is None:
            return Markup("{}").format(name)
        how = f", {source.how}" if source.how else ""
        return Markup('<a href="{}">{}</a>{}').format(source.url, source.title, how)

    def text(self, written: str) -> Markup:
        """A Markdown field of the ledger as HTML, facts filled in."""
        return html(filled(written, self.course.ledger.facts), self.link)

    @cached_property
    def items(self) -> dict[str, list[Item]]:
        """Items that readers may be asked, by objective."""
        found: dict[str, list[Item]] = {name: [] for name in self.course.ledger.objectives}
        for _, item in self.course.bank.asked_items_with_files:
            found.setdefault(item.objective, []).append(item)
        return found

    def count(self, objectives: list[str]) -> int:
        """Number of items of some objectives."""
        return sum(len(self.items.get(name, [])) for name in objectives)


def block(html_: str) -> str:
    """HTML without blank lines, which would end a block of HTML in Markdown."""
    return "\n".join(line for line in map(str.strip, html_.split("\n")) if line)
