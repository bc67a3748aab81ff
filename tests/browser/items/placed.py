"""Where items stand on the built site, found by their data, never by their words: which stand where may change."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

KINDS = {
    "one": ("choice", "single"),
    "several": ("choice", "multiple"),
    "number": ("numeric", "single"),
    "match": ("match", "pair"),
    "order": ("order", "ordered"),
    "cloze": ("cloze", "single"),
    "card": ("flashcard", "single"),
}


T = TypeVar("T")


class Placed(NamedTuple):
    """An item of the built site: its page, its set's items in order, and what is right."""

    url: str
    id: str
    ids: list[str]
    interaction: str
    declaration: dict[str, Any]
    choices: list[str]

    @property
    def last(self) -> bool:
        return self.ids[-1] == self.id

    @property
    def kind(self) -> str:
        given = (self.interaction, self.declaration["cardinality"])
        found = [kind for kind, of in KINDS.items() if of == given]
        assert found, f"add the kind of {given} to KINDS in placed.py"
        return found[0]


def placed_on(site: Path, html: Path) -> Iterator[Placed]:
    for inside in re.findall(r"<quiz-set[^>]*>(.*?)</quiz-set>", html.read_text(encoding="utf-8"), re.DOTALL):
        declarations = json.loads(re.findall(r'<script type="application/json">(.*?)</script>', inside)[-1])["items"]
        found = re.findall(
            r'<quiz-item id="item-([^"]+)" data-interaction="(.*?)".*?(<form.*?</form>)', inside, re.DOTALL
        )
        for name, interaction, form in found:
            url = html.relative_to(site).as_posix().removesuffix("index.html")
            choices = re.findall(r'<input type="(?:radio|checkbox)" name="response" value="([^"]+)"', form)
            yield Placed(url, name, list(declarations), interaction, declarations[name], choices)


def placed_in_fragment(name: str, fragment: str) -> Placed:
    """An item that a page fetches: it stands alone, and is on no page of its own."""
    declaration = json.loads(re.findall(r'<script type="application/json">(.*?)</script>', fragment)[-1])["items"][name]
    interaction = re.findall(r'data-interaction="(.*?)"', fragment)[0]
    choices = re.findall(r'<input type="(?:radio|checkbox)" name="response" value="([^"]+)"', fragment)
    return Placed("", name, [name], interaction, declaration, choices)


def for_kind(kind: str, by_kind: dict[str, T], where: str) -> T:
    """The entry of a kind; for a new kind without one, fail with the place that needs it."""
    assert kind in by_kind, f"add the kind {kind} to {where}"
    return by_kind[kind]


def of_kind(items: list[Placed], kind: str) -> Placed:
    """The first one that another item follows."""
    found = [each for each in items if each.kind == kind and not each.last]
    assert found, f"the site has no item of the kind {kind} that others follow"
    return found[0]


def pages_of_every_kind(items: list[Placed]) -> list[str]:
    """The gallery, and the first lessons that add a kind: what is laid out by kind need not be looked at everywhere."""
    lessons: dict[str, set[str]] = {}
    for each in items:
        lessons.setdefault(each.url, set()).add(each.kind)
    chosen, seen = [items[-1].url], set()
    for url, kinds in lessons.items():
        if not kinds <= seen:
            chosen.append(url)
            seen |= kinds
    return list(dict.fromkeys(chosen))
