"""A course of one item of each interaction, any field of which can be given any text; and what its page may hold."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import markdown
import yaml
from jinja2 import Environment, StrictUndefined
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros import prose, rules
from macros.course import Course, load_course
from macros.problems import Problem
from macros.rendering.macros import macros_by_name

ROOT = Path(__file__).parents[2]
PAGE = "metrics/sample"
TEXT = "Harmless words, 1 of them"  # digits in a case add a line, so every text here holds one
DataPath = tuple[str | int, ...]


class Text(NamedTuple):
    """What is written, what a Markdown field shows of it, and what a field that is text alone does."""

    written: str
    shown: str
    bare: str


def _same(text: str) -> Text:
    return Text(text, text, text)


HOSTILE = {
    "image": _same("<img src=x onerror=alert(1)>"),
    "script": _same("</script><script>alert(1)</script>"),
    "comment": _same("--> <b>1</b> <!--"),
    "cdata": _same("]]> <![CDATA[ 1"),
    "end tags": _same("</textarea></select></option></fieldset></form></quiz-item></div>1"),
    "drawing": _same("<svg/onload=alert(1)>"),
    "title": _same("</title></style><style>*{display:none 1}</style>"),
    "quotes": _same('" \' onmouseover="alert(1)" x=\''),
    "braces": _same("{{ 7 * 7 }} {% raw %} {# 1 #} {{ config }} ${1}"),
    "entities": Text("&lt;b&gt; &#60;i&#62; &amp;1", "<b> <i> &1", "&lt;b&gt; &#60;i&#62; &amp;1"),
    "script link": _same("[x](javascript:alert(1))"),
    "hidden script link": _same("[x](java\tscript:alert(1)) [y](\x20javascript:1)"),
    "data link": _same("[x](data:text/html,<script>alert(1)</script>)"),
    "script in brackets": _same("<javascript:alert(1)> <vbscript:1>"),
    "quoting link": Text('[x](https://e.org/"onclick="alert(1)) 1', "x 1", '[x](https://e.org/"onclick="alert(1)) 1'),
    "titled link": Text('[x](https://e.org "onclick=1") 1', "x 1", '[x](https://e.org "onclick=1") 1'),
    "image link": _same("<picture> 1"),
    "attributes": _same('words {: onclick="alert(1)" #x .y } { #z onclick=1 }'),
    "marker of finished HTML": _same("<!--/whole--> <b>1</b> <!--whole-->"),
    "stash of Markdown": _same("wzxhzdk:0 klzzwxh:0001"),
    "snippet": _same('--8<-- "mkdocs.yml" 1'),
    "right to left": _same("\u05d0\u05d1 <b>1 \u0627\u0644"),
    "blank lines": Text("a\n\n\n<b>\n\n    1", "a <b> 1", "a <b> 1"),
    "indented text": _same("    indented\n\n        more 1"),
    "fence with blank lines": Text("```\na\n\n\nb\n```\n1", "a b 1", "``` a b ``` 1"),
    "json": _same('"}]}\\u003c/script>\\n 1'),
    "entity of nothing": Text("&#0; &#x1F600; 1", "\ufffd \U0001f600 1", "&#0; &#x1F600; 1"),
}
FACT = '{{ fact("limit") }}'
_UNSEEN = "\x00", "\x02wzxhzdk:0\x03", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2067", "\ufffe"
REFUSED = [_same(f"a{sign}<b>1") for sign in _UNSEEN]


@cache
def _sample() -> dict[str, Any]:
    """The gallery's bank as data."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "quizzes/contributing/gallery.yml").read_text(encoding="utf-8"))
    return found


def files() -> dict[str, Any]:
    """The course's YAML files as data, by path; every field may be changed."""
    bank = copy.deepcopy(_sample())
    for item in bank["items"]:
        item["objective"] = "know"
        item["source"] = "guide"
    day = bank["items"][0]["verified"]
    return {
        f"quizzes/{PAGE}.yml": {name: bank[name] for name in ("cases", "items")},
        "docs/data/facts.yml": {"limit": {"text": "1 GB", "value": 1, "unit": "GB", "source": "guide", "seen": day}},
        "docs/data/sources.yml": {"guide": {"title": "Guide", "url": "https://e.org/", "seen": day, "how": "in print"}},
        "docs/data/objectives.yml": {"know": {"statement": "Know it", "page": PAGE, "exams": ["a"]}},
        "docs/data/misconceptions.yml": {
            "precision-divides-by-actual": {"belief": "b", "tempts": "t", "correction": "c", "objectives": ["know"]}
        },
    }


def leaves(value: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """The path of every value that is neither a mapping nor a list."""
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for step, part in inner:
            yield from leaves(part, (*path, step))
    else:
        yield path


def put(data: Any, path: DataPath, text: str) -> None:
    """Sets the value at a path; the stem of a cloze keeps its gap."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = f"{text} ___ end" if path[-1] == "stem" and data["interaction"] == "cloze" else text


def write(root: Path, data: dict[str, Any], front: dict[str, Any] | None = None, body: str = "") -> Path:
    """Writes the course below `root`."""
    meta = {"title": "Sample", "description": "d", "verified": data["docs/data/facts.yml"]["limit"]["seen"]}
    head = yaml.dump({**meta, **(front or {})}, Dumper=yaml.CSafeDumper, width=10**9)
    text = f"## Know {{#know}}\n\nIt takes {FACT}. {body}\n\n{{{{ quiz() }}}}\n\n{{{{ source_list() }}}}\n"
    for name, content in data.items():
        put_file(root / name, yaml.dump(content, Dumper=yaml.CSafeDumper, width=10**9, sort_keys=False))
    put_file(root / f"docs/{PAGE}.md", f"---\n{head}---\n{text}")
    return root


def put_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Made(NamedTuple):
    """A course, what was wrong with it, and its page as a tree."""

    course: Course
    problems: list[Problem]
    tree: LexborHTMLParser


def made(root: Path) -> Made:
    """Loads, checks and renders as the build does: macros, then Markdown with the site's extensions."""
    course = load_course(root)
    page = course.pages[PAGE]
    known = macros_by_name(course, lambda: SimpleNamespace(path=f"{PAGE}.md"))
    text = _jinja().from_string(page.text).render(known)
    return Made(course, rules.unwaived_problems(course), LexborHTMLParser(to_html(text)))


def to_html(text: str) -> str:
    """A page's Markdown as HTML, with the site's extensions."""
    return str(_markdown().reset().convert(text))


@cache
def _settings() -> dict[str, Any]:
    text = re.sub(r"!ENV \[[^\]]*\]|!ENV \w+", "x", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def _jinja() -> Environment:
    [given] = [one["macros"] for one in _settings()["plugins"] if isinstance(one, dict) and "macros" in one]
    marks = {name.removeprefix("j2_"): value for name, value in given.items() if name.startswith("j2_")}
    return Environment(undefined=StrictUndefined, **marks)


@cache
def _markdown() -> markdown.Markdown:
    listed = [one if isinstance(one, dict) else {one: {}} for one in _settings()["markdown_extensions"]]
    settings = {name: options for one in listed for name, options in one.items()}
    return markdown.Markdown(extensions=list(settings), extension_configs=settings)


def skeleton(tree: LexborHTMLParser) -> Counter[str]:
    """Every element with the names of its attributes, as often as it stands there; what prose may add is left out."""
    nodes = (node for node in tree.css("*"))
    found = Counter(" ".join([str(node.tag), *sorted(node.attributes)]) for node in nodes)
    return Counter({name: count for name, count in found.items() if name not in PROSE})


PROSE = {*(prose._TAGS - {"a"}), "a href"}
BOX = {"div class role", "strong class", "p", "ul", "li", "code"}


def faults(tree: LexborHTMLParser) -> list[str]:
    """Scripts that are not ours, addresses that lead elsewhere than a link may, handlers, islands that are no JSON."""
    found = [str(node.html) for node in tree.css("script") if not _is_ours(node)]
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                found.append(f"{node.tag} {name}")
            if name in ("href", "src", "action") and not re.match(r"https?://|mailto:|[^:]*\Z|[^:]*[#?]", value or ""):
                found.append(f"{node.tag} {name} {value}")
    return found


def _is_ours(node: LexborNode) -> bool:
    if node.attributes.get("type") == "application/json":
        return isinstance(json.loads(node.text()), dict)
    return node.attributes.get("src") == "../../assets/quiz/define.js" and not node.text()


def islands(tree: LexborHTMLParser) -> list[Any]:
    return [json.loads(node.text()) for node in tree.css("script[type='application/json']")]


def words(tree: LexborHTMLParser) -> str:
    """All that is read or spoken, spaces evened out."""
    spoken = [str(node.attributes["aria-label"]) for node in tree.css("[aria-label]")]
    return even(" ".join([tree.body.text(separator="\n") if tree.body else "", *spoken]))


def even(text: str) -> str:
    return " ".join(text.split())


def shuffled(texts: Iterable[Text], by: int) -> list[Text]:
    listed = list(texts)
    return listed[by:] + listed[:by]
