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
A_PAGE = [("choice", str), ("choice", str), ("choice", list), ("numeric", float), ("order", list), ("match", dict),
          ("cloze", list), ("flashcard", str)]  # fmt: skip
CASE_ITEMS = 2  # that a page has besides, beside a case; ten items in all
SENTENCES = (
    "A model that was right last month is measured again before anyone relies on it.",
    "The data that arrives today differs from the data that was kept, and nobody was told.",
    "Two teams read the same number and disagree, because each divides by another group.",
    "What is not counted is not noticed, and what is counted wrongly is defended.",
    "The first version is a baseline, and every later one is compared with it on the same rows.",
    "A threshold is a decision about costs, and it belongs to those who pay them.",
)
PROSE = {"stem", "rationale", "feedback", "hints", "text"}
Raw = dict  # an item as YAML gives it
MORE = ("threshold", "regression", "bias_variance", "inference_options")  # calculators that each have a page


def real_files() -> Iterator[Raw]:
    """The bank files as data, in order of names."""
    for path in sorted((ROOT / "quizzes").rglob("*.yml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


def real_items() -> dict[tuple[str, type], Iterator[Raw]]:
    """Endless items of each kind that stands on a page by itself, in the order of the files."""
    kinds: dict[tuple[str, type], list[Raw]] = {}
    for file in real_files():
        for item in file["items"]:
            if "case" not in item and "use" not in item and "status" not in item:
                key = float if isinstance(item["key"], int | float) else type(item["key"])
                kinds.setdefault((item["interaction"], key), []).append(item)
    return {kind: cycle(items) for kind, items in kinds.items()}


def real_cases() -> Iterator[tuple[str, str, list[Raw]]]:
    """Endless cases: name, scenario and two of the items that name it."""
    found = [
        (name, text, [item for item in file["items"] if item.get("case") == name and "use" not in item][:CASE_ITEMS])
        for file in real_files()
        for name, text in file.get("cases", {}).items()
    ]
    return cycle(case for case in found if len(case[2]) == CASE_ITEMS)


def renewed(item: Raw, number: int, objective: str) -> Raw:
    """The item under a new id, every prose field with a word of its own, links without their targets."""

    def fresh(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            keep = {"text"} if "equals" in value else set()
            return {key: part if key in keep else fresh(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [fresh(part, name) for part in value]
        back = name == "key" and item["interaction"] == "flashcard"
        return marked(str(value), number) if back or name in PROSE else value

    return {**fresh(item), "id": f"{item['id']}-n{number}".replace("--", "-"), "objective": objective}  # type: ignore[dict-item]


def marked(text: str, number: int) -> str:
    """A text with a word of its own, links without their targets."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).rstrip() + f" N{number} ran."


def write(ours: Path, plain: Path, count: int) -> None:
    """Writes both projects: `count` items, ten a page, ten pages a topic."""
    for name in ["macros", "overrides", "docs/assets", "docs/data"]:
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__", "generated", "*.md"))
    shutil.copy(ROOT / "pyproject.toml", ours)  # the version of the labs' wheel
    (ours / "node_modules").symlink_to(ROOT / "node_modules")
    kinds, cases, facts = (
        real_items(),
        real_cases(),
        yaml.safe_load((ROOT / "docs/data/facts.yml").read_text(encoding="utf-8")),
    )
    topics: dict[str, list[str]] = {}
    objectives = {}
    for page in range(count // 10):
        name, objective = f"topic-{page // 10}/page-{page}", f"know-{page}"
        topics.setdefault(f"Topic {page // 10}", []).append(f"{name}.md")
        objectives[objective] = {"statement": f"Know what page {page} says.", "page": name, "exams": [], "cards": [],
                                 "confusable": []}  # fmt: skip
        case, scenario, beside = next(cases)
        drawn = [*beside, *(next(kinds[kind]) for kind in A_PAGE)]
        items = [renewed(item, page * 10 + place, objective) for place, item in enumerate(drawn)]
        scenario = marked(scenario, page)
        body = f"## What to know {{#{objective}}}\n\n{prose(page)}\n\n## Check yourself\n\n"
        put(ours / f"quizzes/{name}.yml", dumped({"cases": {case: scenario}, "items": items}))
        put(ours / f"docs/{name}.md", front(page) + body + "{{ quiz() }}\n")
        put(
            plain / f"docs/{name}.md",
            front(page, heading=True)
            + body
            + f"**Case: {case}** {scenario}\n\n"
            + "\n".join(as_text(item, facts) for item in items),
        )
    for folder in (ours, plain):
        put(folder / "docs/index.md", front(0, heading=folder == plain) + prose(0))
        put(folder / "docs/text.md", front(1, heading=folder == plain) + prose(1))
        for page in ["calculator", *(f"contributing/{name}" for name in MORE)]:
            put(folder / f"docs/{page}.md", front(2, heading=folder == plain) + prose(2))
        put(folder / "docs/lab.md", front(2, heading=folder == plain) + prose(2))
    write_calculator_page(ours, next(kinds[A_PAGE[0]]))
    write_lab(ours)
    objectives["know-calculator"] = {**objectives["know-0"], "page": "calculator"}
    objectives["know-0"]["cards"] = list(yaml.safe_load((ROOT / "docs/data/cards.yml").read_text(encoding="utf-8")))
    put(ours / "docs/data/objectives.yml", dumped(objectives))
    for kind in ("cards", "glossary"):
        entries = yaml.safe_load((ROOT / f"docs/data/{kind}.yml").read_text(encoding="utf-8"))
        taught = {name: {**entry, "page": "topic-0/page-0#know-0"} for name, entry in entries.items()}
        put(ours / f"docs/data/{kind}.yml", dumped(taught))
    beliefs = yaml.safe_load((ROOT / "docs/data/misconceptions.yml").read_text(encoding="utf-8"))
    everyone = {name: {**belief, "objectives": ["know-0"]} for name, belief in beliefs.items()}
    put(ours / "docs/data/misconceptions.yml", dumped(everyone))
    nav = [
        {"Home": "index.md"},
        {"Calculator": "calculator.md"},
        {"More": [f"contributing/{name}.md" for name in MORE]},
        {"Text": "text.md"},
        {"Lab": "lab.md"},
        *({topic: pages} for topic, pages in topics.items()),
    ]
    ours_nav = [*nav, "labs/metrics-from-scratch/index.md"]
    put(ours / "mkdocs.yml", json.dumps({**config(), "nav": ours_nav}))  # JSON is YAML
    put(plain / "mkdocs.yml", json.dumps({**plain_config(), "nav": nav}))


def write_lab(ours: Path) -> None:
    """The first lab as it is, and a page that is its lesson."""
    shutil.copytree(ROOT / "docs/labs/metrics-from-scratch", ours / "docs/labs/metrics-from-scratch")
    page = ours / "docs/labs/metrics-from-scratch/index.md"
    text = re.sub(r"^objectives: .*$", "objectives: [know-0]", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^lesson: .*$", "lesson: lab", text, flags=re.MULTILINE)
    put(page, text.partition("## Compare with")[0])
    put(ours / "docs/lab.md", front(2) + prose(2) + '\n\n{{ lab_link("metrics-from-scratch") }}\n')


def write_calculator_page(ours: Path, item: Raw) -> None:
    """A calculator needs items that link to its states, so its page has three."""
    link = "[Try it](calculator.md#confusion_matrix?tp=40&fp=10&fn=20&tn=930)."
    items = [renewed(item, -number, "know-calculator") for number in (1, 2, 3)]
    items = [{**one, "rationale": f"{one['rationale']} {link}"} for one in items]
    put(ours / "quizzes/calculator.yml", dumped({"items": items}))
    body = '\n\n## Try {#know-calculator}\n\n{{ calculator("confusion_matrix") }}\n\n{{ quiz() }}\n'
    put(ours / "docs/calculator.md", front(2) + prose(2) + body)
    for name in MORE:  # a page for contributors needs no items
        put(ours / f"docs/contributing/{name}.md", front(2) + prose(2) + f'\n\n{{{{ calculator("{name}") }}}}\n')


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

    shown = [*item.get("choices", []), *item.get("left", []), *item.get("right", [])]
    mistakes = [
        (mistake.get("value", mistake.get("equals")), mistake["feedback"]) for mistake in item.get("mistakes", [])
    ]
    reasons = [(one["text"], one["feedback"]) for one in shown if "feedback" in one] + mistakes
    lines = [
        f"**{said(item['stem'])}**",
        "",
        *(f"- {said(one['text'])}" for one in shown),
        "",
        *(f'??? note "Hint"\n\n    {said(hint)}\n' for hint in item.get("hints", [])),
        '??? note "Answer and explanation"',
        "",
    ]
    lines += [f"    **{said(', '.join(answers(item)))}**", ""]
    lines += [f"    - {said(text)}: {said(feedback)}" for text, feedback in reasons]
    return "\n".join([*lines, "", f"    {said(item['rationale'])}", "", "    Read again: What to know", "", ""])


def answers(item: Raw) -> list[str]:
    """The key in words."""
    texts = {one["id"]: one["text"] for field in ("choices", "left", "right") for one in item.get(field, [])}
    if isinstance(item["key"], dict):
        return [f"{texts[left]}: {texts[right]}" for left, right in item["key"].items()]
    keys = item["key"] if isinstance(item["key"], list) else [item["key"]]
    return [str(texts.get(key, key)) for key in keys]


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
