"""Items become HTML that is complete without scripts: a real form, and the answer with every feedback in a fold.

The elements of docs/assets/quiz/ bring it to life; what they need besides stands once a call, as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from macros import prose
from macros.bank import GAP, ChoiceItem, ClozeItem, FlashcardItem, Item, MatchItem, NumericItem, OrderItem
from macros.rendering.number_texts import exact, rounded
from macros.rendering.stems import parts
from macros.rendering.templates import template

_UNIT = re.compile(r"(?<=\d) (?=(?:%|[kMGT]B|k?[mg]|ms)(?!\w))")
_FORMATS = {
    "": "Enter a number. You can write 0.4, 40%, or 0,4.",
    "%": "A percentage: 12.5, 12,5 and 12.5% are all read.",
}
_MARK = "\ue000"  # stands for the gap while Markdown is read; nobody else may write it

Link = Callable[[str], str]


class Scenario(NamedTuple):
    """A case: its id, which is also its title, and its text."""

    id: str
    text: str


class Standing(NamedTuple):
    """An item's place on a page: question `number` of `of`, address and title of the page it asks about.

    mode is practice or pretest; number 0 shows no count, but where the item is from.
    """

    item: Item
    number: int
    of: int
    read_url: str
    read_text: str
    mode: str = "practice"
    case: Scenario | None = None


class Row(NamedTuple):
    """One choice, as HTML; `name` is the same in words alone, where no markup can stand; `pin`: it stays the last."""

    id: str
    text: Markup
    name: str = ""
    pin: bool = False


class Answer(NamedTuple):
    """One line of the fold: what it is about (`id` finds it from the browser), and what there is to say.

    `lead` opens a line that is part of the key.
    """

    id: str
    title: Markup
    feedback: Markup
    key: bool
    lead: str = "Answer: "


class View(NamedTuple):
    """An item, its fields already HTML; `fields` names the template of its interaction.

    `ask`: how to respond, "" where the stem says it. `fixed`: its rows keep their order, also when it is started over.
    `deeds`: what its buttons do and say at first. `counted`: the line beside them, written here so that nothing moves
    when scripts come.
    """

    standing: Standing
    head: str
    read: str
    stem: Markup
    ask: str
    why: Markup
    answers: list[Answer]
    hints: list[Markup]
    fields: str
    fixed: bool = False
    counted: str = ""
    deeds: tuple[tuple[str, str], ...] = (("check", "Check"), ("show", "Show answer"))
    control: str = ""
    rows: list[Row] = []  # noqa: RUF012 (a NamedTuple's default is never written to)
    partners: list[Row] = []  # noqa: RUF012
    unit: str = ""
    after: Markup = Markup()


def quiz_html(
    standings: list[Standing],
    *,
    root: str,
    first: bool,
    link: Link,
    sample: bool = False,
    report: str = "",
    last: bool = False,
) -> str:
    """One <div> without blank lines. `first`: nothing on this page has brought the style and the script yet.

    `sample`: what readers answer is not kept. `report`: address of the repository that takes reports, if there is one.
    `last`: the page's quiz ends here, with what concerns all of it.
    """
    views = [_VIEWS[standing.item.interaction](standing, link) for standing in standings]
    groups = [
        (_case(case, link) if case else None, list(inside))
        for case, inside in groupby(views, key=lambda view: view.standing.case)
    ]
    declarations = {standing.item.id: standing.item.declaration().json() for standing in standings}
    made = template("quiz.html").render(
        groups=groups,
        root=root,
        first=first,
        sample=sample,
        report=report,
        last=last,
        island=_island(declarations),
    )
    # the search reads tag by tag, and what stands between two tags costs it as much as a tag
    return "".join(map(str.strip, made.split("\n"))).replace("<option", "\n<option")


def _case(case: Scenario, link: Link) -> dict[str, Any]:
    """Title, text, and whether it has numbers, which are invented then."""
    title, text = case.id.replace("-", " "), _one_line(prose.blocks(case.text, link))
    return {"title": title, "text": text, "numbers": any(sign.isdigit() for sign in case.text)}


def _island(declarations: dict[str, dict[str, Any]]) -> Markup:
    """JSON that cannot end its <script> early."""
    text = json.dumps({"format": 1, "items": declarations}, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _choice(standing: Standing, link: Link) -> View:
    item = standing.item
    assert isinstance(item, ChoiceItem)
    choices = item.first_order()
    rows = [Row(choice.id, _inline(choice.text, link), pin=choice.pin is not None) for choice in choices]
    answers = [
        Answer(choice.id, row.text, _flow(choice.feedback, link), choice.id in item.keys)
        for choice, row in zip(choices, rows, strict=True)
    ]
    several = not isinstance(item.key, str)
    return _view(standing, link, "choice.html", "" if several else "Choose one.", answers)._replace(
        rows=rows,
        fixed=not item.is_shuffled,
        control="checkbox" if several else "radio",
        counted=f"0 of {len(item.keys)} chosen" if several else "",
    )


def _numeric(standing: Standing, link: Link) -> View:
    item = standing.item
    assert isinstance(item, NumericItem)
    answers = [Answer("key", _quantity(exact(item.key), item.unit), Markup(_range(item)), True)]
    for at, mistake in enumerate(item.mistakes):
        answers.append(
            Answer(str(at), _quantity(rounded(mistake.number), item.unit), _flow(mistake.feedback, link), False)
        )
    ask = _FORMATS.get(item.unit, _FORMATS[""] if abs(item.key) <= 1 else "Enter a number. You can write 12.5 or 12,5.")
    return _view(standing, link, "numeric.html", ask, answers)._replace(unit=" ".join(item.unit.split()))


def _cloze(standing: Standing, link: Link) -> View:
    item = standing.item
    assert isinstance(item, ClozeItem)
    before, _, after = _inline(item.stem.replace(_MARK, "").replace(GAP, _MARK), link).partition(_MARK)
    variants = [" ".join(text.split()) for text in item.key]
    also = Markup(" Also correct: {}.").format(", ".join(variants[1:])) if variants[1:] else Markup()
    whole = Markup("{}<strong>{}</strong>{}{}").format(before, variants[0], after, also)
    answers = [Answer("key", escape(variants[0]), whole, True)]
    for at, slip in enumerate(item.mistakes):
        answers.append(Answer(str(at), escape(" ".join(slip.value.split())), _flow(slip.feedback, link), False))
    return _view(standing, link, "cloze.html", "Fill in the blank.", answers)._replace(stem=before, after=after)


def _flashcard(standing: Standing, link: Link) -> View:
    item = standing.item
    assert isinstance(item, FlashcardItem)
    answers = [Answer("key", Markup(), _flow(item.key, link), True, "Answer:")]
    return _view(standing, link, "flashcard.html", "Think of the answer, then turn the card over.", answers)._replace(
        deeds=(("turn", "Show the back"), ("", ""))
    )


def _row(name: str, text: str, link: Link) -> Row:
    made = _inline(text, link)
    return Row(name, made, made.striptags())


def _match(standing: Standing, link: Link) -> View:
    item = standing.item
    assert isinstance(item, MatchItem)
    rows = [_row(row.id, row.text, link) for row in item.left]
    partners = {row.id: _row(row.id, row.text, link) for row in item.first_order()}
    answers: list[Answer] = []
    for row, left in zip(rows, item.left, strict=True):
        ends = row.name.endswith((".", "?", "!"))  # such a row needs no colon behind it
        title = Markup("{} {}" if ends else "{}: {}").format(row.text, partners[item.key[row.id]].text)
        answers.append(Answer(row.id, title, _flow(left.feedback, link), True, "" if answers else "Answer: "))
    left_over = [partner.text for name, partner in partners.items() if name not in item.key.values()]
    if left_over:
        answers.append(Answer("left-over", Markup("Not used"), Markup("; ").join(left_over), False))
    return _view(standing, link, "match.html", "Choose one option in each row.", answers)._replace(
        rows=rows, partners=list(partners.values()), counted=f"0 of {len(rows)} rows answered"
    )


def _order(standing: Standing, link: Link) -> View:
    item = standing.item
    assert isinstance(item, OrderItem)
    steps = {step.id: step for step in item.choices}
    rows = {name: _row(name, steps[name].text, link) for name in item.first_order()}
    answers: list[Answer] = []
    for at, name in enumerate(item.key, 1):
        title = Markup("{}. {}").format(at, rows[name].text)
        answers.append(Answer(name, title, _flow(steps[name].feedback, link), True, "" if at > 1 else "Answer: "))
    ask = "Put the first step at the top. Use the arrows, or choose a position."
    return _view(standing, link, "order.html", ask, answers)._replace(rows=list(rows.values()))


_VIEWS: dict[str, Callable[[Standing, Link], View]] = {
    "choice": _choice,
    "cloze": _cloze,
    "flashcard": _flashcard,
    "match": _match,
    "numeric": _numeric,
    "order": _order,
}


def _view(standing: Standing, link: Link, fields: str, ask: str, answers: list[Answer]) -> View:
    item = standing.item
    return View(
        standing=standing,
        head=_head(standing),
        read="Read" if standing.mode == "pretest" else "Read again",
        stem=_stem(item.stem, link),
        ask=ask,
        why=_flow(item.rationale, link),
        answers=sorted(answers, key=lambda answer: not answer.key),
        hints=[_flow(hint, link) for hint in item.hints],
        fields=fields,
    )


def _head(standing: Standing) -> str:
    if standing.mode == "pretest":
        return "Predict first"
    if standing.number:
        return f"Question {standing.number} of {standing.of}"
    return f"From: {standing.read_text}" if standing.read_text else ""


def _stem(text: str, link: Link) -> Markup:
    told, asked = (_inline(part, link) for part in parts(text))
    return Markup('<span class="stem-context">{}</span> {}').format(
        told, asked
    )  # empty or not: no text adds an element


def _inline(text: str, link: Link) -> Markup:
    return _one_line(prose.inline(text, link))


def _flow(text: str, link: Link) -> Markup:
    return _one_line(prose.html(text, link))


def _one_line(html: Markup) -> Markup:
    """Line breaks as references: the page's Markdown must not meet a blank line, and code keeps its lines.

    A number stays with its per cent sign or unit.
    """
    return Markup(_UNIT.sub("\u00a0", str(html)).replace("\r", "").replace("\n", "&#10;"))


def _quantity(text: str, unit: str) -> Markup:
    return Markup("{} {}").format(text, unit) if unit else Markup(text)


def _range(item: NumericItem) -> str:
    """What counts as right, in words."""
    wide = item.tolerance.abs if item.tolerance.abs is not None else abs(item.key) * (item.tolerance.rel or 0.0)
    return (
        f"From {exact(item.key - wide)} to {exact(item.key + wide)} is correct."
        if wide
        else "Only this number is correct."
    )
