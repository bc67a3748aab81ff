"""A large bank made from the real one, and the same text as plain Material pages.

Every field gets a word of its own, so that nothing is rendered once and used many times.
"""

import json
import random
import re
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
A_PAGE = (
    [("choice", str)] * 5 + [("choice", list)] * 3 + [("numeric", float)] * 2
)  # items of one page: interaction, key
SENTENCES = (
    "A model that was right last month is measured again before anyone relies on it.",
    "The data that arrives today differs from the data that was kept, and nobody was told.",
    "Two teams read the same number and disagree, because each divides by another group.",
    "What is not counted is not noticed, and what is counted wrongly is defended.",
    "The first version is a baseline, and every later one is compared with it on the same rows.",
    "A threshold is a decision about costs, and it belongs to those who pay them.",
)
Raw = dict  # an item as YAML gives it


def real_items() -> dict[tuple[str, type], Iterator[Raw]]:
    """Endless items of each kind that stands on a page, in the order of the files."""
    kinds: dict[tuple[str, type], list[Raw]] = {}
    for path in sorted((ROOT / "quizzes").rglob("*.yml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["items"]:
            if "case" not in item and "use" not in item and "status" not in item:
                key = float if isinstance(item["key"], int | float) else type(item["key"])
                kinds.setdefault((item["interaction"], key), []).append(item)
    return {kind: cycle(items) for kind, items in kinds.items()}


def renewed(item: Raw, number: int, objective: str) -> Raw:
    """The item under a new id, every prose field with a word of its own, links without their targets."""

    def fresh(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            keep = {"text"} if "equals" in value else set()
            return {key: part if key in keep else fresh(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [fresh(part, name) for part in value]
        if name in {"stem", "rationale", "feedback", "hints", "text"}:
            return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", str(value)).rstrip() + f" Run n{number}."
        return value

    return {**fresh(item), "id": f"{item['id']}-n{number}".replace("--", "-"), "objective": objective}  # type: ignore[dict-item]


def write(ours: Path, plain: Path, count: int) -> None:
    """Writes both projects: `count` items, ten a page, ten pages a topic."""
    for name in ["macros", "overrides", "docs/assets", "docs/data"]:
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__", "generated"))
    (ours / "node_modules").symlink_to(ROOT / "node_modules")
    kinds, facts = real_items(), yaml.safe_load((ROOT / "docs/data/facts.yml").read_text(encoding="utf-8"))
    topics: dict[str, list[str]] = {}
    objectives = {}
    for page in range(count // 10):
        name, objective = f"topic-{page // 10}/page-{page}", f"know-{page}"
        topics.setdefault(f"Topic {page // 10}", []).append(f"{name}.md")
        objectives[objective] = {"statement": f"Know what page {page} says.", "page": name, "exams": [], "cards": [],
                                 "confusable": []}  # fmt: skip
        items = [renewed(next(kinds[kind]), page * 10 + place, objective) for place, kind in enumerate(A_PAGE)]
        body = f"## What to know {{#{objective}}}\n\n{prose(page)}\n\n## Check yourself\n\n"
        put(ours / f"quizzes/{name}.yml", dumped({"items": items}))
        put(ours / f"docs/{name}.md", front(page) + body + "{{ quiz() }}\n")
        put(
            plain / f"docs/{name}.md",
            front(page, heading=True) + body + "\n".join(as_text(item, facts) for item in items),
        )
    for folder in (ours, plain):
        put(folder / "docs/index.md", front(0, heading=folder == plain) + prose(0))
        put(folder / "docs/text.md", front(1, heading=folder == plain) + prose(1))
        put(folder / "docs/calculator.md", front(2, heading=folder == plain) + prose(2))
    write_calculator_page(ours, next(kinds[A_PAGE[0]]))
    objectives["know-calculator"] = {**objectives["know-0"], "page": "calculator"}
    put(ours / "docs/data/objectives.yml", dumped(objectives))
    beliefs = yaml.safe_load((ROOT / "docs/data/misconceptions.yml").read_text(encoding="utf-8"))
    everyone = {name: {**belief, "objectives": ["know-0"]} for name, belief in beliefs.items()}
    put(ours / "docs/data/misconceptions.yml", dumped(everyone))
    nav = [
        {"Home": "index.md"},
        {"Calculator": "calculator.md"},
        {"Text": "text.md"},
        *({topic: pages} for topic, pages in topics.items()),
    ]
    put(ours / "mkdocs.yml", json.dumps({**config(), "nav": nav}))  # JSON is YAML
    put(plain / "mkdocs.yml", json.dumps({**plain_config(), "nav": nav}))


def write_calculator_page(ours: Path, item: Raw) -> None:
    """A calculator needs items that link to its states, so its page has three."""
    link = "[Try it](calculator.md#confusion_matrix?tp=40&fp=10&fn=20&tn=930)."
    items = [renewed(item, -number, "know-calculator") for number in (1, 2, 3)]
    items = [{**one, "rationale": f"{one['rationale']} {link}"} for one in items]
    put(ours / "quizzes/calculator.yml", dumped({"items": items}))
    body = '\n\n## Try {#know-calculator}\n\n{{ calculator("confusion_matrix") }}\n\n{{ quiz() }}\n'
    put(ours / "docs/calculator.md", front(2) + prose(2) + body)


class NoAliases(yaml.SafeDumper):
    """Writes a value that stands at two places out at both."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def dumped(data: object) -> str:
    return yaml.dump(data, Dumper=NoAliases, sort_keys=False, allow_unicode=True)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def front(page: int, heading: bool = False) -> str:
    """Front matter; `heading`: and what our theme partial writes from it."""
    lead = "What is measured again before anyone relies on it, and by whom."
    head = f"---\ntitle: Page {page}\ndescription: {lead}\nverified: 2026-11-24\n---\n\n"
    return head + (f"# Page {page}\n\n{lead}\n\n" if heading else "")


def prose(page: int) -> str:
    """About 250 words in five paragraphs, other ones on each page."""
    dice = random.Random(page)
    return "\n\n".join(" ".join(dice.choices(SENTENCES, k=4)) + f" Page n{page}." for _ in range(5))


def as_text(item: Raw, facts: dict[str, Raw]) -> str:
    """The item's words as a Markdown list with a folded answer, as an author without our tools writes it."""

    def said(text: object) -> str:
        return re.sub(
            r"\{\{ *fact\(\"([^\"]*)\"\) *\}\}", lambda found: str(facts[found[1]]["text"]), " ".join(str(text).split())
        )

    keys = item["key"] if isinstance(item["key"], list) else [item["key"]]
    choices = [(choice["text"], choice["feedback"]) for choice in item.get("choices", [])]
    mistakes = [
        (mistake.get("value", mistake.get("equals")), mistake["feedback"]) for mistake in item.get("mistakes", [])
    ]
    named = [choice["text"] for choice in item.get("choices", []) if choice["id"] in keys] or keys
    lines = [
        f"**{said(item['stem'])}**",
        "",
        *(f"- {said(text)}" for text, _ in choices),
        "",
        '??? note "Answer and why"',
        "",
    ]
    lines += [f"    **{said(', '.join(map(str, named)))}**", ""]
    lines += [f"    - {said(text)}: {said(feedback)}" for text, feedback in choices + mistakes]
    return "\n".join([*lines, "", f"    {said(item['rationale'])}", "", "    Read again: What to know", "", ""])


def config() -> dict[str, object]:
    """The project's mkdocs.yml, its environment variables at their defaults, without `watch`."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_constructor(
        "!ENV",
        lambda reading, node: reading.construct_sequence(node)[-1] if isinstance(node, yaml.SequenceNode) else None,
    )
    read = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), loader)
    return {key: value for key, value in read.items() if key != "watch"}


def plain_config() -> dict[str, object]:
    """The same theme, search and Markdown, without anything of ours; folded notes come with Material."""
    ours = config()
    theme = {key: value for key, value in ours["theme"].items() if key not in {"custom_dir", "favicon", "icon"}}  # type: ignore[attr-defined]
    kept = {
        key: ours[key]
        for key in ours
        if key in {"site_name", "site_description", "site_url", "copyright", "markdown_extensions"}
    }
    extensions = [
        *(one for one in ours["markdown_extensions"] if "macros" not in str(one)),
        "admonition",
        "pymdownx.details",
    ]  # type: ignore[misc]
    return {**kept, "markdown_extensions": extensions, "theme": theme, "plugins": ["search"]}
