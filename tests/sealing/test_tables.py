"""Plain tables get the theme's box, once; others stay as they are."""

from macros.sealing.tables import boxed

TABLE = "<table>\n<tr><td>1</td></tr>\n</table>"
BOX = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{}</div></div>'


def test_each_plain_table_has_a_box_of_its_own() -> None:
    assert boxed(f"<p>a</p>{TABLE}<p>b</p>{TABLE}") == f"<p>a</p>{BOX.format(TABLE)}<p>b</p>{BOX.format(TABLE)}"


def test_a_second_time_changes_nothing() -> None:
    assert boxed(boxed(TABLE)) == boxed(TABLE) == BOX.format(TABLE)


def test_a_table_of_a_kind_of_its_own_stays() -> None:
    other = '<table class="rows"><tr><td>1</td></tr></table>'
    assert boxed(other) == other
