"""What a quiz brings to its page: style, script, declarations, heads, cases, links."""

import json

from macros.bank import Case
from macros.problems import Place
from macros.rendering.items import ItemContext
from macros.rendering.quizzes import QuizPlace, quiz_html
from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import choice, numeric, rendered, several


def test_the_repository_is_named_once_a_set_and_only_where_there_is_one():
    context = ItemContext(choice(), 1, 1, "", "")
    html = quiz_html([context], str, QuizPlace("", loads_script=False, report_url="https://example.org/o/r"))
    assert Reader(html).all("quiz-set", **{"data-report": "https://example.org/o/r"})
    assert "data-report" not in rendered(choice())


def test_each_question_has_a_heading_to_be_reached_by():
    html = rendered(choice(), several())
    assert [tag for tag, kept in Reader(html).elements if kept.get("class") == "item-head"] == ["h3", "h3"]
    assert '<h3 class="item-head" data-search-exclude>Question 2 of 2</h3>' in html


def test_a_case_stands_beside_the_items_that_follow_each_other_and_is_named_by_each():
    case = Case("spam-launch", "A filter goes live.\n\n2 % see it.", Place("quizzes/metrics/sample.yml"))
    contexts = [
        ItemContext(choice(), 1, 3, "", ""),
        *(ItemContext(numeric(id=name), 2, 3, "", "", case=case) for name in "ab"),
    ]
    html = quiz_html(contexts, str, QuizPlace("", loads_script=False))
    page = Reader(html)
    (group,) = page.all("div", role="group")
    assert group["aria-label"] == "Case: spam launch"
    assert html.count("<p>A filter goes live.</p>") == 3 and "The numbers are invented." in html  # and folded in each
    assert [fold for fold in page.all("details") if fold.get("class") == "case-fold"] != []
    assert '<h3 class="item-head" data-search-exclude>Question 2 of 3. Case: spam launch</h3>' in html
    assert not page.open and "\n\n" not in html
    assert html.index('id="item-spam"') < html.index("case-set") < html.index('id="item-a"') < html.index('id="item-b"')


def test_a_sample_says_so_to_its_set():
    context = ItemContext(choice(), 1, 1, "", "")
    html = quiz_html([context], str, QuizPlace("", loads_script=False, is_sample=True))
    assert Reader(html).all("quiz-set", **{"data-sample": None})
    assert not Reader(rendered(choice())).all("quiz-set", **{"data-sample": None})


def test_style_and_script_come_with_the_first_quiz_of_a_page_only():
    first, later = Reader(rendered(choice())), Reader(rendered(choice(), first=False))
    assert [link["href"] for link in first.all("link")] == ["../../assets/quiz/quiz.css"]
    assert first.all("script", type="module", src="../../assets/quiz/define.js")
    assert not later.all("link") and not later.all("script", type="module")


def test_the_page_gets_each_declaration_once():
    (island,) = [text for text in Reader(rendered(choice(), numeric())).scripts if text]
    assert json.loads(island) == {
        "format": 1,
        "items": {
            "spam": choice().scoring_declaration().nonempty_fields(),
            "cost": numeric().scoring_declaration().nonempty_fields(),
        },
    }


def test_the_head_counts_or_says_where_the_question_is_from():
    assert "Question 2 of 2" in rendered(choice(), numeric())
    link = '<a href="../#precision">A share of what?</a>'
    assert f"From: {link}" in rendered(choice(), number=0)


def test_a_pretest_says_so_and_does_not_speak_of_reading_again():
    html = rendered(choice(), mode="pretest")
    assert "Predict first" in html and 'data-mode="pretest"' in html
    assert [tag for tag, _ in Reader(html).elements if tag in ("h2", "h3")] == ["h2"]  # it stands before every section
    assert ">Read: A share of what?" in html


def test_links_in_fields_are_written_for_the_page():
    html = rendered(choice(rationale="See [the formula](metrics/regression.md#interpret-r2)."))
    assert '<a href="../metrics/regression.md#interpret-r2">the formula</a>' in html
