"""What each exam guide asks, which lessons teach it, and what this course does not cover."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from macros.ledger import Exam
from macros.ledger.models import Asked
from macros.reference.links import PageLinks, block
from macros.rendering.facts import escape_for_markdown
from macros.rendering.sources import format_day
from macros.rendering.templates import template


class Row(NamedTuple):
    """An entry of a guide: its ids as text, its terms and lessons as links, and the number of its items."""

    ids: str
    asked: Asked
    terms: list[Markup]
    lessons: list[Markup]
    items: int


class Count(NamedTuple):
    """How many skills a guide lists, and how many of them are covered, wholly or partly."""

    covered: int
    partly: int
    listed: int


def exams_page(links: PageLinks) -> str:
    """For each guide a heading, its version and date, and a table with a row for each entry."""
    return "\n\n".join(_guide(code, exam, links) for code, exam in links.course.ledger.exams.items())


def _guide(code: str, exam: Exam, links: PageLinks) -> str:
    terms = {name.casefold(): term for term, entry in links.course.ledger.glossary.items() for name in entry.names}
    domains = [(domain, [_row(code, asked, terms, links) for asked in domain.entries]) for domain in exam.domains]
    count = count_skills(code, exam, links)
    made = template("exam.html").render(exam=exam, domains=domains, count=count, links=links, format_day=format_day)
    title = escape_for_markdown(exam.title, together=False)
    return f"## {escape_for_markdown(code)}: {title} {{#{code.lower()}}}\n\n{block(made)}"


def _row(code: str, asked: Asked, terms: dict[str, str], links: PageLinks) -> Row:
    objectives = links.course.ledger.covering(code, asked)
    lessons = dict.fromkeys(links.course.ledger.objectives[name].page for name in objectives)
    linked = [_term(name, terms, links) for name in (*asked.terms, *asked.phrases)]
    return Row(skill_range(asked.ids), asked, linked, [links.page(page) for page in lessons], links.count(objectives))


def _term(name: str, terms: dict[str, str], links: PageLinks) -> Markup:
    """A link to the glossary entry of that name; the name alone if there is none."""
    found = terms.get(name.casefold())
    return links.to(f"reference/glossary#{found}", name) if found else Markup("{}").format(name)


def count_skills(code: str, exam: Exam, links: PageLinks) -> Count:
    """Counts skills, not entries, in the domains of which every skill is listed."""
    listed = [asked for domain in exam.domains if domain.skills for asked in domain.entries]
    covered = [asked for asked in listed if links.course.ledger.covering(code, asked)]
    partly = [asked for asked in covered if asked.partly]
    return Count(*(sum(len(asked.ids) for asked in counted) for counted in (covered, partly, listed)))


def skill_range(ids: list[str]) -> str:
    """Entries as a guide would write them: 4.1.1 to 4.1.4, or 1.1.9, 1.2.2."""
    return f"{ids[0]} to {ids[-1]}" if len(ids) > 2 else ", ".join(ids)
