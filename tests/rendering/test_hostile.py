"""Whatever an author writes into any field: a problem, or text on the page. Never a script, never an element more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.bank.interactions import INTERACTIONS
from macros.course import load_course
from tests.rendering import hostile
from tests.rendering.hostile import HOSTILE, REFUSED, TEXT, DataPath, Made, Text
from tests.time_limits import cpu_seconds_at_most

BANK = f"quizzes/{hostile.PAGE}.yml"
NASTY = "</script><b onclick=alert(1)>&\"'`--> 1"


def with_text(root: Path, path: DataPath, text: str) -> Path:
    data = hostile.files()
    hostile.put(data, path, text)
    return hostile.write(root, data)


@cache
def every_field() -> list[DataPath]:
    return list(hostile.leaves(hostile.files()))


@cache
def taken() -> list[DataPath]:
    """Fields that take any text: those in which a nasty one is no problem to the loader."""
    with TemporaryDirectory() as folder:
        found = [path for path in every_field() if not load_course(with_text(Path(folder), path, NASTY)).problems]
    return found


@cache
def harmless() -> Made:
    with TemporaryDirectory() as folder:
        return hostile.made(filled(Path(folder), [Text(TEXT, TEXT, TEXT)])[0])


def filled(root: Path, texts: list[Text]) -> tuple[Path, dict[DataPath, tuple[str, Text]]]:
    """The course with every field that takes any text given one of these and a word of its own."""
    data, given_ = hostile.files(), {}
    for at, path in enumerate(taken()):
        text, word = texts[at % len(texts)], f"word{at}end"
        hostile.put(data, path, f"{text.written} {word}")
        given_[path] = (word, text)
    return hostile.write(root, data), given_


def is_inert(found: Made) -> None:
    assert hostile.faults(found.tree) == []
    for one in found.problems:
        assert len(str(one)) < 600
        assert all(sign >= " " and sign != "\x7f" for sign in str(one)), ascii(str(one))


def test_fields_of_every_interaction_take_texts() -> None:
    kinds = {item["interaction"] for item in hostile.files()[BANK]["items"]}
    assert kinds == INTERACTIONS.keys()
    names = {str(path[-1]) for path in taken()}
    assert names >= {"stem", "rationale", "text", "feedback", "value", "right_if", "statement", "tunnel-cracks"}
    assert len(taken()) > 80


@pytest.mark.parametrize("by", range(len(HOSTILE)))
def test_every_field_shows_every_text_as_text(by: int, tmp_path: Path) -> None:
    root, given_ = filled(tmp_path, hostile.shuffled(HOSTILE.values(), by))
    found = hostile.made(root)
    is_inert(found)
    assert found.course.problems == []
    assert hostile.skeleton(found.tree) == hostile.skeleton(harmless().tree)
    seen = hostile.words(found.tree)
    for path, (word, text) in given_.items():
        if word in seen:
            either = [f"{hostile.even(form)} {word}" for form in (text.shown, text.bare)]
            assert any(form in seen for form in either), (path, text.written)
    unseen = {path for path, (word, _) in given_.items() if word not in seen}
    assert {path for path in unseen if not UNSEEN & set(path)} <= NUMBERS


NUMBERS = {("docs/data/facts.yml", "limit", "value"), ("docs/data/facts.yml", "limit", "unit")}
# of these nothing stands on a page of items: they are for authors, or for pages yet to come
UNSEEN = {"turns_on", "right_if", "statement", "belief", "tempts", "correction", "page", "exams"}


def test_the_island_gives_the_texts_back(tmp_path: Path) -> None:
    root, _ = filled(tmp_path, list(HOSTILE.values()))
    [island] = hostile.islands(hostile.made(root).tree)
    items = load_course(root).bank.files[hostile.PAGE].items
    assert island["items"] == {item.id: item.scoring_declaration().nonempty_fields() for item in items}


def test_a_field_that_takes_no_text_says_so(tmp_path: Path, subtests: pytest.Subtests) -> None:
    known = set(hostile.skeleton(harmless().tree)) | hostile.BOX
    not_taken = [path for path in every_field() if path not in taken()]
    assert {path[-1] for path in not_taken} >= {"id", "interaction", "objective", "level", "key", "source", "verified"}
    for path in not_taken:
        with subtests.test(path=path):
            found = hostile.made(with_text(tmp_path, path, NASTY))
            is_inert(found)
            assert set(hostile.skeleton(found.tree)) <= known


@pytest.mark.parametrize("by", range(len(REFUSED)))
def test_what_cannot_be_seen_is_refused_in_every_field(by: int, tmp_path: Path) -> None:
    root, given_ = filled(tmp_path, hostile.shuffled(REFUSED, by))
    found = hostile.made(root)
    is_inert(found)
    assert [one.code for one in found.course.problems].count("Y110") == len(given_)
    assert set(hostile.skeleton(found.tree)) <= set(hostile.skeleton(harmless().tree)) | hostile.BOX


def kinds_of_field() -> Iterator[DataPath]:
    """One field of each name of each interaction."""
    known = set()
    for path in taken():
        kind = hostile.files()[BANK]["items"][path[2]]["interaction"] if path[1] == "items" else path[0]
        name = [step for step in path[3:] if isinstance(step, str)]
        if (kind, *name) not in known:
            known.add((kind, *name))
            yield path


REPEATED = ("<b>", "[a](", "*a ", "> - ", "{{ x }} ")


def huge(at: int) -> str:
    """Each piece once at full length; all fields have one door, so the others get a tenth."""
    piece = REPEATED[at % len(REPEATED)]
    return piece * ((100_000 if at < len(REPEATED) else 10_000) // len(piece)) + "1"


def test_huge_texts_are_shown_or_refused_in_seconds(tmp_path: Path) -> None:
    data = hostile.files()
    for at, path in enumerate(kinds_of_field()):
        hostile.put(data, path, huge(at))
    with cpu_seconds_at_most(12):
        found = hostile.made(hostile.write(tmp_path, data))
    assert all("must have at most" in one.text for one in found.course.problems)
    is_inert(found)


PIECES = [text.written for text in HOSTILE.values()] + [
    "<", ">", "&", '"', "'", "`", "```\n", "*", "__", "[", "](", ")", "!", "\\", "\n", "\n\n", "    ", "|", "#",
    "~~~\n", "<a href=", "<!--", "-->", "]]>", "{{", "}}", "{%", "%}", "javascript:", "\u2028", "\u202e", "\ufeff",
    "\u200b", "é", "\ue000", "::: x\n", "[^1]", "*[x]: ", "&#x3c;", "&lt", "\t", "+ ", "1. ", "--8<-- ", "<https://e.org/?\"'>",
    "http://e.org/<b>", "mailto:a@e.org", "https://e.org/`", "\r",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@settings(max_examples=40)
@given(st.lists(texts, min_size=7, max_size=7), st.data())
def test_any_mix_of_pieces_stays_inside_its_field(listed: list[str], data: Any) -> None:
    with TemporaryDirectory() as folder:
        root, _ = filled(Path(folder), [Text(f"{text} 1", "", "") for text in listed])
        found = hostile.made(root)
        is_inert(found)
        if not found.course.problems:
            assert hostile.skeleton(found.tree) == hostile.skeleton(harmless().tree)
