"""The tree says what the design says: what may be imported, what is pinned, what the workflows may do."""

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
NPM = [".", "tests/lighthouse"]
LOCKS = [
    "requirements",
    "requirements-test",
    "requirements-mutants",
    "requirements-uv",
    "requirements-node",
    "requirements-zensical",
]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
OURS = ["macros", "docs/assets", "tests"]


def own_files() -> list[Path]:
    found = [path for room in OURS for path in (ROOT / room).rglob("*") if path.suffix in {".py", ".js", ".css"}]
    return [path for path in found if "generated" not in path.parts]


def test_live_python_loads_without_any_package():
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from macros.live.metrics import METRICS; print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, str(ROOT)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    rooms = {name.split(".")[1] for name in run.stdout.split() if name.startswith("macros.")}
    assert rooms == {"live"}


def test_no_module_hides_one_of_the_standard_library():
    stems = {path.stem: path for path in (ROOT / "macros").rglob("*.py") if not path.stem.startswith("__")}
    assert {path.as_posix() for stem, path in stems.items() if stem in sys.stdlib_module_names} == set()


def test_each_colour_and_size_that_a_style_names_is_used_by_one():
    styles = "".join(path.read_text() for path in own_files() if path.suffix == ".css")
    named = {name for name in re.findall(r"(--[\w-]+)\s*:", styles) if not name.startswith("--md-")}
    drawn = "".join(path.read_text() for path in own_files() if path.suffix in {".js", ".py"})
    assert named - set(re.findall(r"var\((--[\w-]+)", styles + drawn)) == set()


def test_files_are_named_by_what_they_hold():
    assert [path for path in own_files() if VAGUE & set(re.split(r"[-_.]", path.stem))] == []


def pins(text: str) -> dict[str, str]:
    """Name -> version of every `name==version` that starts a line."""
    return {name.lower(): version for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.M)}


@pytest.mark.parametrize("lock", LOCKS)
def test_python_lock_holds_every_direct_pin(lock):
    source, locked = (ROOT / f"{lock}.in").read_text(), (ROOT / f"{lock}.txt").read_text()
    asked = pins(source)
    bare = [line for line in source.splitlines() if line and not re.match(r"#|-c |[\w.-]+==", line)]
    assert bare == [], "each direct requirement names its exact version"
    assert asked and asked.items() <= pins(locked).items(), "run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_each_direct_pin_says_why_it_was_chosen(lock):
    lines = ["", *(ROOT / f"{lock}.in").read_text().splitlines()]
    assert [pin for above, pin in pairwise(lines) if "==" in pin and not above.startswith("#")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_python_lock_is_hashed_and_names_no_host(lock):
    text = (ROOT / f"{lock}.txt").read_text()
    assert text.count(" --hash=sha256:") >= len(pins(text)) > 0
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links", text)


def test_packages_in_two_locks_have_one_version():
    shared: dict[str, set[str]] = {}
    for name in LOCKS[:3]:  # these are installed into one environment
        for package, version in pins((ROOT / f"{name}.txt").read_text()).items():
            shared.setdefault(package, set()).add(version)
    assert {package: versions for package, versions in shared.items() if len(versions) > 1} == {}


@pytest.mark.parametrize("folder", NPM)
def test_npm_lock_matches_package_json(folder):
    package = json.loads((ROOT / folder / "package.json").read_text())
    lock = json.loads((ROOT / folder / "package-lock.json").read_text())
    root = lock["packages"][""]
    for kind in ["dependencies", "devDependencies"]:
        assert root.get(kind) == package.get(kind), "run `make lock`"
        for name, version in package.get(kind, {}).items():
            assert re.fullmatch(r"[\d.]+", version), f"{name}: an exact version"
            assert lock["packages"][f"node_modules/{name}"]["version"] == version


@pytest.mark.parametrize("folder", NPM)
def test_npm_lock_names_no_host_and_hashes_everything(folder):
    packages = json.loads((ROOT / folder / "package-lock.json").read_text())["packages"]
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def jobs(path: Path) -> dict[str, dict]:
    return yaml.safe_load(path.read_text())["jobs"]


def steps(path: Path) -> list[dict]:
    return [step for job in jobs(path).values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
class TestWorkflow:
    def test_grants_nothing_but_what_a_job_names(self, path):
        assert yaml.safe_load(path.read_text())["permissions"] == {}
        for name, job in jobs(path).items():
            assert job["permissions"], name
            writes = {scope for scope, right in job["permissions"].items() if right == "write"}
            assert writes <= {"pages", "id-token"}, name

    def test_pins_every_action_by_commit_and_says_its_version(self, path):
        used = re.findall(r"uses: *(.*)", path.read_text())
        assert len(used) == sum("uses" in step for step in steps(path))
        assert [line for line in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []

    def test_keeps_no_credentials_in_the_checkout(self, path):
        checkouts = [step for step in steps(path) if "actions/checkout@" in step.get("uses", "")]
        assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []

    def test_has_a_time_limit_for_every_job(self, path):
        assert [name for name, job in jobs(path).items() if "timeout-minutes" not in job] == []

    def test_puts_no_outside_text_into_a_script(self, path):
        assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_the_published_site_is_built_without_a_cache():
    build = jobs(ROOT / ".github/workflows/ci.yml")["build"]
    assert not any("actions/cache" in step.get("uses", "") for step in build["steps"])


def test_packages_are_installed_from_wheels_with_hashes():
    makefile = (ROOT / "Makefile").read_text()
    installs = [line for line in makefile.splitlines() if "pip install" in line and "--help" not in line]
    assert installs
    for line in installs:
        assert "--require-hashes" in line and ("--no-build" in line or "--only-binary :all:" in line)


def owner(path: str) -> str:
    """Who owns a file: the last line of CODEOWNERS that fits counts."""
    lines = [line.partition(" ") for line in (ROOT / ".github/CODEOWNERS").read_text().splitlines()]
    fitting = [
        names.strip()
        for pattern, _, names in lines
        if pattern == "*" or fnmatch(f"/{path}", pattern.replace("/**/*", "/*") + "*" * pattern.endswith("/"))
    ]
    return fitting[-1]


@pytest.mark.parametrize(
    "path",
    [
        *("yaml.py", "conftest.py", "eslint.config.js", ".npmrc", ".vscode/settings.json", "mkdocs.yml", "Makefile"),
        *(".github/CODEOWNERS", "macros/x.py", "overrides/main.html", "tests/x.py", "tsconfig.json", ".ci/x"),
        *("docs/assets/x.js", "docs/assets/page/x.js", "docs/labs/x/tests.py"),
    ],
)
def test_what_runs_on_other_machines_has_an_owner(path):
    assert owner(path).startswith("@")


@pytest.mark.parametrize(
    "path", ["docs/metrics/x.md", "docs/data/x.yml", "docs/labs/x.md", "docs/assets/pictures/x.svg", "quizzes/x/y.yml"]
)
def test_content_has_no_owner(path):
    assert owner(path) == ""


LABELS = {"item", "fact", "page", "calculator", "code", "docs"}
ASKED = {
    "item": ["item", "page", "picked", "expected", "source"],
    "fact": ["fact", "value", "link", "seen"],
    "page": ["page", "browser", "steps"],
    "idea": ["reader", "need", "idea"],
}


def form(name: str) -> dict:
    return yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text())


@pytest.mark.parametrize("name", ASKED)
def test_an_issue_form_asks_for_what_mending_needs(name):
    """The names of fields stay: the page's "Report a problem" fills in `item` and `page` by them."""
    read = form(name)
    assert read.keys() <= {"name", "description", "title", "labels", "body"}
    assert read["name"] and read["description"] and set(read.get("labels", [])) <= LABELS
    assert [field["id"] for field in read["body"]] == ASKED[name]
    assert {field["type"] for field in read["body"]} <= {"input", "textarea", "dropdown"}
    assert all(field["attributes"]["label"] for field in read["body"])
    optional = [field["id"] for field in read["body"] if not field.get("validations", {}).get("required")]
    assert optional == (["source"] if name == "item" else [])
