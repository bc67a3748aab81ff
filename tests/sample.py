"""A tiny valid course, and the examples of codes merged into it.

An example is YAML: fields are merged into the first item (the numeric one if it says `interaction: numeric`; an empty
value takes the field out), `path/to/file: {...}` merges into that file (a page has `body` and fields of its front
matter), `path/to/file: text` replaces it, and `path/to/file: {link: target}` makes a symbolic link. Merged as YAML
nodes, so that quotes stay as the example has them. An example that gives no wrong choice its reason is not about
reasons: each gets one. `mkdocs.yml` is a file too.
"""

from __future__ import annotations

import copy
import re
import shutil
from pathlib import Path

import yaml

from macros.bank.skeleton import GALLERY

WRONG = "divides-by-flagged"
STRING = "tag:yaml.org,2002:str"
PAGE = "docs/metrics/sample.md"
BANK = "quizzes/metrics/sample.yml"
HEAD = "---\ntitle: Sample\ndescription: A page to test with.\nverified: 2026-11-24\n---\n"
COURSE = """
docs/metrics/sample.md: {body: "## Recall {#recall}\\n\\nWords.\\n\\n{{ quiz() }}\\n"}
docs/data/facts.yml:
  limit: {text: "1 GB", value: 1, unit: GB, source: guide, seen: 2026-11-24}
docs/data/sources.yml:
  guide: {title: Guide, url: "https://example.org/", seen: 2026-11-24}
docs/data/objectives.yml:
  recall: {statement: Compute recall, page: metrics/sample}
docs/data/misconceptions.yml:
  divides-by-flagged: {belief: b, tempts: t, correction: c, objectives: [recall]}
docs/data/names.yml: {Autopilot: [Autopilot], Canvas: [Canvas], JumpStart: [JumpStart]}
quizzes/metrics/sample.yml: {items: [{copy_of: first}, {copy_of: second}]}
"""
# Files that an example gets if it names one of the folder, so that it can say only what it changes.
SHARED = {
    "docs/labs/count/": """
docs/metrics/sample.md: {body: "## Recall {#recall}\\n\\n{{ lab_link(\\"count\\") }}\\n\\n{{ quiz() }}\\n"}
docs/labs/count/index.md:
  title: Count
  description: d
  verified: 2026-11-30
  minutes: 10
  objectives: [recall]
  lesson: metrics/sample
  hints: [Count., Count the rows., Use len.]
  body: "{{ lab() }}\\n"
docs/labs/count/starter.py: "count = None"
docs/labs/count/solution.py: "count = len"
docs/labs/count/tests.py: "def test_count(lab):\\n    '''Count two rows'''\\n    assert lab.count([1, 2]) == 2\\n"
""",
    "docs/data/exams/aif-c01.yml": """
docs/data/exams/aif-c01.yml:
  title: A guide
  version: "1.1"
  seen: 2026-11-24
  source: guide
  domains: [{id: 1, title: Basics, weight: 100, entries: [{ids: ["1.3.6"], asks: Metrics.}]}]
""",
}
BASE = """
  rev: 1
  objective: recall
  level: apply
  stem: A filter finds 40 of 60 messages that are really spam. Which metric is this share?
  rationale: Recall divides by the actual positives.
  hints: [Find the group that the share is taken of.]
  source: guide
  verified: 2026-11-24
"""
RECALLED = BASE.replace("apply", "recall")
ITEMS = f"""
first:
  id: first
  interaction: choice
{BASE}
  turns_on: {{words: really spam, key: precision}}
  choices:
  - {{id: recall, text: Recall, feedback: It divides by the actual positives.}}
  - {{id: precision, text: Precision, feedback: It looks at flagged messages only., misconception: divides-by-flagged}}
  - {{id: accuracy, text: Accuracy, feedback: It counts every message equally., right_if: all messages were asked for}}
  key: recall
second:
  id: second
  interaction: numeric
{BASE}
  turns_on: {{words: really spam, key: 0.5}}
  equals: "precision(tp=40, fp=10)"
  tolerance: {{abs: 0.005}}
  mistakes:
  - {{value: 0.67, feedback: It divides by the actual positives., misconception: divides-by-flagged}}
  key: 0.8
matching:
  id: matching
  interaction: match
{RECALLED}
  left: &rows
  - {{id: tpr, text: Recall, feedback: It divides by all actual positives.}}
  - {{id: ppv, text: Precision, feedback: It looks at flagged messages only.}}
  - {{id: acc, text: Accuracy, feedback: It counts every message in the data.}}
  right:
  - {{id: spam, text: Real spam}}
  - {{id: flags, text: What was flagged}}
  - {{id: all, text: Every message}}
  key: {{tpr: spam, ppv: flags, acc: all}}
leaking:
  id: leaking
  interaction: match
{RECALLED}
  left: *rows
  right:
  - {{id: spam, text: Recall sees real spam}}
  - {{id: flags, text: Precision sees flags}}
  - {{id: all, text: Accuracy sees all}}
  key: {{tpr: spam, ppv: flags, acc: all}}
"""


def write_course(root: Path, example: str = "") -> Path:
    """Writes the sample course below `root`, an example merged in."""
    files, items = _node(COURSE), _node(ITEMS)
    changes = yaml.compose(example, Loader=yaml.BaseLoader) if example.strip() else None
    fields = [(key, value) for key, value in (changes.value if changes else []) if not _is_file(key.value)]
    _give_reasons(fields)
    numeric = any(key.value == "interaction" and value.value == "numeric" for key, value in fields)
    _merge(_get(items, "second" if numeric else "first"), fields)
    paths = [key.value for key, _ in changes.value] if changes else []
    for folder, shared in SHARED.items():
        if any(path.startswith(folder) for path in paths):
            _merge(files, _node(shared).value)
    for key, value in changes.value if changes else []:
        if _is_file(key.value):
            known = _get(files, key.value)
            if isinstance(value, yaml.MappingNode) and known is not None:
                _merge(known, value.value)
            else:
                _merge(files, [(key, value)])
    for key, value in files.value:
        path = root / key.value
        path.parent.mkdir(parents=True, exist_ok=True)
        if link := _get(value, "link"):
            path.symlink_to(str(link.value))
        else:
            path.write_text(_text(key.value, value, items), encoding="utf-8")
    return root


def write_course_with_gallery(root: Path, example: str = "") -> Path:
    """The sample course, its bank in lines to which an item can be added, and our gallery, about the same objective."""
    write_course(root, example)
    lesson = root / BANK
    lesson.write_text(yaml.safe_dump(yaml.safe_load(lesson.read_text(encoding="utf-8")), sort_keys=False))
    page, bank = root / "docs/contributing/gallery.md", root / GALLERY
    page.parent.mkdir(parents=True)
    page.write_text(f"{HEAD}{{{{ quiz() }}}}\n", encoding="utf-8")
    text = (Path(__file__).parents[1] / GALLERY).read_text(encoding="utf-8")
    for field, name in {"objective": "recall", "source": "guide", "misconception": WRONG}.items():
        text = re.sub(rf"\b{field}: .*", f"{field}: {name}", text)
    bank.parent.mkdir(parents=True)
    bank.write_text(text, encoding="utf-8")
    return root


def copy_content(root: Path) -> Path:
    """Our own items, facts and pages below `root`, to be changed at will."""
    ours = Path(__file__).parents[1]
    for file in [
        *ours.glob("docs/**/*.md"),
        *ours.glob("docs/data/**/*.yml"),
        *ours.glob("docs/labs/*/*.py"),
        *ours.glob("docs/assets/pictures/*"),
        *ours.glob("quizzes/**/*.*"),
        *ours.glob("macros/live/**/*.py"),  # some of these are shown on pages for contributors
        *ours.glob("macros/rules/*.py"),
        *ours.glob("docs/labs/**/*.py"),
    ]:
        target = root / file.relative_to(ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return root


def _is_file(name: str) -> bool:
    return "/" in name or name == "mkdocs.yml"


def _text(name: str, node: yaml.Node, items: yaml.MappingNode) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if name.endswith(".md"):
        fields = [(key, value) for key, value in node.value if key.value != "body"]
        mapping = yaml.MappingNode(node.tag, fields, flow_style=False)
        front = f"---\n{yaml.serialize(mapping, Dumper=yaml.BaseDumper, width=1000)}---\n" if fields else HEAD
        return front + str(_get(node, "body").value)
    listed = _get(node, "items")
    if isinstance(listed, yaml.SequenceNode):
        listed.value = [made for entry in listed.value for made in _copies(entry, items)]
    return str(yaml.serialize(node, Dumper=yaml.BaseDumper, width=1000))


def _copies(entry: yaml.Node, items: yaml.MappingNode) -> list[yaml.Node]:
    name = _get(entry, "copy_of")
    if name is None:
        return [entry]
    times = _get(entry, "times")
    made = [copy.deepcopy(_get(items, name.value)) for _ in range(int(times.value) if times else 1)]
    for at, node in enumerate(made[1:], 1):
        _get(node, "id").value += f"-{at}"
    return made


def _node(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(node, yaml.MappingNode)
    return node


def _get(node: yaml.Node, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)


def _give_reasons(fields: list[tuple[yaml.Node, yaml.Node]]) -> None:
    """A reason for each choice and mistake of an example, if none has one; a key's reason harms nobody."""
    kind = next((value.value for key, value in fields if key.value == "interaction"), "choice")
    wanted = {"choice": ("choices", ("right_if", "it were asked")), "numeric": ("mistakes", ("misconception", WRONG))}
    for name, reason in [wanted[kind]] if kind in wanted else []:
        for part in [part for key, value in fields if key.value == name for part in _parts(value)]:
            part.value.append((yaml.ScalarNode(STRING, reason[0]), yaml.ScalarNode(STRING, reason[1])))


def _parts(listed: yaml.Node) -> list[yaml.Node]:
    """The choices or mistakes of a list, if they are what they should be and none of them gives a reason."""
    parts = listed.value if isinstance(listed, yaml.SequenceNode) else []
    given = {key.value for part in parts if isinstance(part, yaml.MappingNode) for key, _ in part.value}
    are_parts = all(isinstance(part, yaml.MappingNode) for part in parts)
    return [] if given & {"right_if", "misconception"} or not are_parts else parts


def _merge(node: yaml.MappingNode, changes: list[tuple[yaml.Node, yaml.Node]]) -> None:
    for key, value in changes:
        node.value = [(old, kept) for old, kept in node.value if old.value != key.value]
        if value.value != "":
            node.value.append((key, value))
