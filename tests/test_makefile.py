"""What the Makefile does to installed packages, with stand-ins for the tools that install."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# as `npm ci` empties its folder before it installs
TOOLS = {"uv": "rm -rf .venv/lib/*", "npm": "rm -rf node_modules/*", "python": "exit 1"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout without stamps, so that `make` has to install; its installers only delete."""
    project = tmp_path / "project"
    for folder in (".venv/bin", ".venv/lib/package", "node_modules/package"):
        (project / folder).mkdir(parents=True)
    for name in ("Makefile", "requirements.txt", "requirements-test.txt", "package-lock.json"):
        shutil.copy(ROOT / name, project)
    for name, command in TOOLS.items():
        (project / ".venv/bin" / name).write_text(f"#!/bin/sh\n{command}\n")
        (project / ".venv/bin" / name).chmod(0o755)
    return project


def run(project: Path, target: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", target], cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("linked", [".venv", "node_modules"])
def test_nothing_is_installed_through_a_link_to_another_checkout(linked: str, project: Path, tmp_path: Path) -> None:
    other = (project / linked).rename(tmp_path / "other")
    (project / linked).symlink_to(other)
    done = run(project, "build")
    assert done.returncode != 0
    assert f"setup: {linked} is a link" in done.stderr
    assert list(other.rglob("package"))


def test_the_test_tools_are_installed_without_running_anything(project: Path) -> None:
    assert run(project, "setup").returncode == 0  # Python would fail
    assert list(project.glob(".venv/ready-test-*"))


def test_the_site_is_built_without_installing(project: Path) -> None:
    (project / ".venv/bin/python").write_text("#!/bin/sh\n")
    assert run(project, "site").returncode == 0
    assert list(project.glob("node_modules/package")) and list(project.glob(".venv/lib/package"))


@pytest.mark.parametrize("failing", ["macros check", "macros stage", "mkdocs build", "macros seal"])
def test_a_build_ends_with_its_first_failing_step(failing: str, project: Path) -> None:
    python = project / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\necho "$*" >> steps\ncase "$*" in *"{failing}"*) exit 1;; esac\n')
    assert run(project, "site").returncode != 0
    assert failing in (project / "steps").read_text().splitlines()[-1]
