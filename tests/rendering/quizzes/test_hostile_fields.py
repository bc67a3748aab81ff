"""What an author writes never becomes markup, a script, or a template, even where a model would refuse it earlier.

../test_hostile.py puts many texts into every field and asks the site's own Markdown.
"""

import json

from jinja2 import Environment

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import choice, numeric, rendered


def test_a_unit_is_not_markup():
    unit = "\"'><b onclick=alert(1)>"
    page = Reader(rendered(numeric().model_copy(update={"unit": unit})))
    clean = Reader(rendered(numeric().model_copy(update={"unit": "x"})))
    assert [(tag, attributes.keys()) for tag, attributes in page.elements] == [
        (tag, attributes.keys()) for tag, attributes in clean.elements
    ]
    assert page.all("input", **{"aria-label": f"Your answer, {unit}"})
    assert not page.open


def test_json_cannot_end_its_script():
    html = rendered(numeric().model_copy(update={"unit": "</script><!--\u2028"}))
    island = html[html.index('<script type="application/json">') + 32 :]
    assert "<" not in island[: island.index("</script>")]
    assert json.loads(Reader(html).scripts[-1])["items"]["cost"]["unit"] == "</script><!--\u2028"


def test_code_keeps_its_lines_where_markdown_must_not_meet_a_blank_one():
    html = rendered(choice(rationale="```\na\n\n\nb\n```"))
    assert "<code>a&#10;&#10;&#10;b&#10;</code>" in html


def test_templates_do_not_read_what_the_macro_returns():
    page = Environment().from_string("{{ quiz() }}").render(quiz=lambda: rendered(choice(stem="Is {{ 7 * 7 }} read?")))
    assert "{{ 7 * 7 }}" in page
