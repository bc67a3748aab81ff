"""Model Answers: item banks and live Python, rendered into pages.

Packages in the order in which data passes through them: reading, ledger, bank, course, prose, wording, rules,
rendering, staging, sealing; reference describes them all. `live` and `problems` import none of them.
"""

from typing import Any

_MACROS: dict[str, Any] = {}  # ours, without those that the plugin brings


def define_env(env: Any) -> None:
    """Registers the macros; called by the site generator for each build."""
    from pathlib import Path

    # imported here, because macros.live must import without pydantic
    from macros.course import load_course
    from macros.reference.macros import macros_by_name as reference_macros
    from macros.rendering.macros import macros_by_name as rendering_macros
    from macros.rendering.pages import adapt_addresses_to_builder

    course = load_course(Path(env.project_dir))
    repository = env.variables.get("extra", {}).get("repository") or ""
    known = {
        **rendering_macros(course, lambda: env.page, repository),
        **reference_macros(course, lambda: env.page),
    }

    def adapt_output_addresses(macro: Any) -> Any:
        return lambda *args, **named: adapt_addresses_to_builder(macro(*args, **named), env.page)

    _MACROS.clear()
    _MACROS.update({name: adapt_output_addresses(macro) for name, macro in known.items()})
    for name, macro in _MACROS.items():
        env.macro(macro, name)


def on_pre_page_macros(env: Any) -> None:
    """Restricts the Jinja environment to calls to our macros. The site generator runs this before it renders a page.

    The check refuses everything else in braces. What it might overlook finds nothing here: there are no globals,
    filters, tests, or files to include, and nothing has attributes.
    """
    jinja = env.env
    jinja.globals = dict(_MACROS)
    jinja.filters, jinja.tests, jinja.loader = {}, {}, None
    jinja.getattr = jinja.getitem = _refuse_attribute_lookup


def _refuse_attribute_lookup(_: Any, attribute: str) -> Any:
    raise LookupError(f"a page holds calls of macros alone, and asks for {str(attribute)[:40]}")
