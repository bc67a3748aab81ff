"""Text files: their content, or the problem that keeps them from being read; and files that nobody reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.problems import Place, Problem, problem
from macros.reading.limits import LARGEST, invisible_character_problem, merge_conflict_problem


def read_text_or_empty_and_problems(file: Path, shown_path: str) -> tuple[str, list[Problem]]:
    """(text of a file, no problems), or ("", the problem that keeps it from being read). A missing file is empty."""
    if file.is_symlink() or (file.exists() and not file.is_file()):
        return "", [problem("Y103", Place(shown_path), "is not a regular file. Replace the link with the file itself.")]
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return "", []
    except OSError as fault:
        return "", [problem("Y103", Place(shown_path), f"cannot be read: {fault.strerror}. Fix its permissions.")]
    if len(raw) > LARGEST:
        message = f"{len(raw):,} bytes; the limit is {LARGEST:,}. Split the file."
        return "", [problem("Y106", Place(shown_path), message)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = fault.start - (raw.rfind(b"\n", 0, fault.start) + 1) + 1
        return "", [problem("Y101", Place(shown_path, line, column), "this is not UTF-8. Save the file as UTF-8.")]
    refused = invisible_character_problem(text, shown_path, 1) or merge_conflict_problem(text, shown_path, 1)
    return ("", [refused]) if refused else (text, [])


def unread_files(folder: Path, known_files: Iterable[Path]) -> list[Path]:
    """Sorted paths, relative to a folder, of its files that nobody reads, without those that editors leave behind."""
    found = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    kept = [path for path in found - set(known_files) if not path.name.startswith(".") and not path.name.endswith("~")]
    return sorted(kept)
