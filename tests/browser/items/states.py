"""What a reader does to bring an item into each state."""

from tests.browser.items.shown import Shown


def unseen(shown: Shown) -> None:
    shown.is_now("unseen")


def answering(shown: Shown) -> None:
    shown.choose(shown.wrong)
    shown.is_now("answering")


def invalid(shown: Shown) -> None:
    shown.main.click()
    shown.is_now("invalid")


def wrong(shown: Shown) -> None:
    shown.answer(shown.wrong)
    shown.is_now(shown.wrong_state)


def second_try(shown: Shown) -> None:
    wrong(shown)
    shown.touch(shown.main)
    shown.is_now("answering")


def correct(shown: Shown) -> None:
    shown.answer(shown.right)
    shown.is_now("correct")


def correct_at_second_try(shown: Shown) -> None:
    second_try(shown)
    correct(shown)


def revealed(shown: Shown) -> None:
    shown.second.click()
    shown.is_now("revealed")


def revealed_after_a_try(shown: Shown) -> None:
    wrong(shown)
    revealed(shown)


STATES = [unseen, answering, invalid, wrong, second_try, correct, correct_at_second_try, revealed, revealed_after_a_try]
NOT_OF_A_CARD = [invalid, revealed, revealed_after_a_try]
