"""Model Answers: item banks and live Python, rendered into pages.

Rooms in the order the data walks them: reading, ledger, bank, course, prose, rules, rendering, staging, sealing.
`live` and `problems` import none of them.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Registers the macros; called by the site generator for each build."""
    from macros.rendering import macros_for  # inside: macros.live must import without pydantic

    for name, macro in macros_for(env.project_dir, page=lambda: env.page).items():
        env.macro(macro, name)
