"""What every page on the course's data needs: the course, and how to link from where the page stands."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from macros.bank import Item
from macros.course import Course
from macros.course.targets import link_target_ids
from macros.ledger.quoting import fill_in_facts
from macros.prose import plain_text, render_blocks_or_bare_paragraph
from macros.rendering.pages import relative_link_maker

THOUGHT = ("apply", "analyze")  # levels that ask for more than memory and understanding


class PageLinks:
    """A course seen from one page, `source` being that page's file below docs."""

    def __init__(self, course: Course, source_path: str) -> None:
        self.course, self.link = course, relative_link_maker(source_path)
        self.folder = source_path.rpartition("/")[0]
        self._anchors: dict[str, set[str]] = {}

    def link_html_or_text(self, page_and_anchor: str, text: str) -> Markup:
        """A link to `page` or `page#anchor` as HTML; the text alone if that place is not written."""
        page, _, anchor = page_and_anchor.partition("#")
        if page not in self.course.pages or (anchor and anchor not in self.known_anchors(page)):
            return Markup("{}").format(text)
        return Markup('<a href="{}">{}</a>').format(self.link(f"{page}.md{'#' if anchor else ''}{anchor}"), text)

    def known_anchors(self, page_name: str) -> set[str]:
        """The ids on a page to which links may point."""
        if page_name not in self._anchors:
            self._anchors[page_name] = set(link_target_ids(self.course, self.course.pages[page_name]))
        return self._anchors[page_name]

    def taught_in_sentence(self, page_and_anchor: str) -> Markup:
        """A sentence "Taught in ..." that links to the place, or one that says that the lesson is not written yet."""
        page = self.course.pages.get(page_and_anchor.partition("#")[0])
        if page is None:
            return Markup("The lesson is not written yet.")
        return Markup("Taught in {}.").format(self.link_html_or_text(page_and_anchor, page.title))

    def page_link_or_name(self, page_name: str) -> Markup:
        """A link to a page, with its title as text; its name while it is not written."""
        page = self.course.pages.get(page_name)
        return self.link_html_or_text(page_name, page.title if page else page_name)

    def objective_link(self, objective_id: str) -> Markup:
        """A link to where an objective is taught, with its statement as text."""
        objective = self.course.ledger.objectives[objective_id]
        return self.link_html_or_text(
            f"{objective.page}#{objective_id}",
            plain_text(fill_in_facts(objective.statement, self.course.ledger.facts)),
        )

    def source_citation_html(self, source_id: str) -> Markup:
        """A link to a source outside, and how it was read where that was not on the live page."""
        source = self.course.ledger.sources.get(source_id)
        if source is None:
            return Markup("{}").format(source_id)
        how = f", {source.how}" if source.how else ""
        return Markup('<a href="{}">{}</a>{}').format(source.url, source.title, how)

    def html_with_facts(self, markdown: str) -> Markup:
        """Markdown of the ledger as HTML, blocks or a bare paragraph, with its facts filled in."""
        return render_blocks_or_bare_paragraph(fill_in_facts(markdown, self.course.ledger.facts), self.link)

    @cached_property
    def active_items_by_objective(self) -> dict[str, list[Item]]:
        """The active items of the whole bank, by objective."""
        found: dict[str, list[Item]] = {name: [] for name in self.course.ledger.objectives}
        for _, item in self.course.bank.active_items_with_files:
            found.setdefault(item.objective, []).append(item)
        return found

    def count_active_items_testing(self, objective_ids: list[str]) -> int:
        """How many active items of the bank test one of the objectives."""
        return sum(len(self.active_items_by_objective.get(name, [])) for name in objective_ids)
